import type { DesiredState } from '../../model/desired.js';
import { type ImportState, textOf } from './plan-texts.js';
import { newDocuments } from './new-files.js';

/**
 * The files that new documents go to, with them: that of the root's document, else the one an import writes. Scopes that
 * a file names already are left to it. `changed` are texts that have changed already, and stay among the result.
 */
export async function withNewDocuments(
  files: ReadonlyMap<string, string>,
  desired: DesiredState,
  state: ImportState,
  changed: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const { live } = state;
  const declared = new Set(desired.scopes.map(({ scope }) => scope.address));
  const texts = new Map(changed);
  for (const [address, root] of live) {
    const documents = newDocuments(root, ({ scope }) => !declared.has(scope.address), desired, state);
    const own = desired.scopes.find(({ scope }) => scope.address === address)?.source.file;
    const path = own ?? files.get(address);
    if (documents.length === 0 || path === undefined) continue;
    const before = texts.get(path) ?? (await textOf(path, state));
    const head = before === '' ? await modeline(path, state) : '';
    texts.set(path, appended(`${head}${before}`, documents, head !== ''));
  }
  return texts;
}

/** Where `rolecall init` put it. */
const SCHEMA = '.rolecall/schemas/access.schema.json';

/** What tells editors how the file is written, where the schema is there. */
async function modeline(path: string, { workspace }: ImportState): Promise<string> {
  if ((await workspace.tree.read(SCHEMA)) === null) return '';
  const up = '../'.repeat(path.split('/').length - 1);
  return `# yaml-language-server: $schema=${up}${SCHEMA}\n`;
}

function appended(before: string, documents: readonly string[], isHead: boolean): string {
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const joined = documents.join('---\n').replaceAll('\n', eol);
  if (before === '' || isHead) return `${before}${joined}`;
  return `${before}${before.endsWith('\n') ? '' : eol}---${eol}${joined}`;
}
