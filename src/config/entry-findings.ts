import { asciiLower } from '../model/principal.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ScopeTraits } from '../model/scope.js';
import type { AccessEntry, AccessRole } from './access-file.js';
import type { Directory } from './directory.js';
import { errorAt, inFile, lineOf } from './finding.js';
import { capital, quote, withArticle } from '../model/label.js';

/** What is wrong with the entries of one role, each by itself and beside the others. */
export function* entryFindings(
  file: string,
  role: AccessRole,
  traits: ScopeTraits | null,
  directory: Directory,
): Iterable<Diagnostic> {
  const seen = new Map<string, AccessEntry>();
  for (const entry of role.entries) {
    if (traits !== null && !traits.groups && entry.kind === 'group') {
      const message = `${capital(withArticle(traits.kind))} has no groups: name the users, or a team of people.yaml, instead of ${quote(entry.value)}.`;
      yield errorAt('group-unsupported', inFile(file, entry.namePosition ?? entry), message);
    }
    if (traits !== null && !traits.statuses && entry.status !== null) {
      const message = `Roles in ${withArticle(traits.kind)} have no status: remove "status: ${entry.status}".`;
      yield errorAt('status-unsupported', inFile(file, entry.statusPosition ?? entry), message);
    }
    if (role.entries.length === 1) continue;
    const key = keyOf(entry, directory);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, entry);
    else {
      const message = `The same entry, ${quote(entry.value)}, stands in ${quote(role.name)} already, at ${lineOf(inFile(file, first))}: remove one.`;
      yield errorAt('duplicate-entry', inFile(file, entry), message);
    }
  }
}

/**
 * Equal for entries that are the same as written: one by key and one by e-mail may be the same person, and are two
 * entries all the same.
 */
function keyOf(entry: AccessEntry, directory: Directory): string {
  const { from, until, status } = entry;
  const written = writtenAs(entry, directory);
  return from === null && until === null && status !== 'inactive'
    ? written
    : `${from} ${until} ${status ?? 'active'} ${written}`;
}

function writtenAs({ kind, value }: AccessEntry, directory: Directory): string {
  if (kind !== 'name' || directory.hasKey(value)) return `${kind}:${value}`;
  if (value.includes('@')) return `email:${asciiLower(value)}`;
  return directory.closed ? `name:${value}` : `user:${value}`;
}
