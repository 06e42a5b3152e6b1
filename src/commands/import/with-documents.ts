import type { DesiredState } from '../../model/desired.js';
import type { LiveState } from '../../model/live.js';
import type { Against } from './comparing.js';
import { newDocuments } from './new-files.js';

/**
 * The files that new documents go to, with them: that of the root's document, else the one an import writes. Scopes that
 * a file names already are left to it.
 */
export async function withNewDocuments(
  live: LiveState,
  files: ReadonlyMap<string, string>,
  desired: DesiredState,
  { tree, at }: Against,
): Promise<ReadonlyMap<string, string>> {
  const declared = new Set(desired.scopes.map(({ scope }) => scope.address));
  const texts = new Map<string, string>();
  for (const [address, root] of live) {
    const documents = newDocuments(root, ({ scope }) => !declared.has(scope.address), desired, at);
    const own = desired.scopes.find(({ scope }) => scope.address === address)?.source.file;
    const path = own ?? files.get(address);
    if (documents.length === 0 || path === undefined) continue;
    const bytes = texts.has(path) ? null : await tree.read(path);
    const before =
      texts.get(path) ?? (bytes === null ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    texts.set(path, appended(before, documents));
  }
  return texts;
}

function appended(before: string, documents: readonly string[]): string {
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const joined = documents.join('---\n').replaceAll('\n', eol);
  if (before === '') return joined;
  return `${before}${before.endsWith('\n') ? '' : eol}---${eol}${joined}`;
}
