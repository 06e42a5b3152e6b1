import { asciiLower } from '../model/ascii.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ScopeTraits } from '../model/scope.js';
import type { AccessEntry } from './access-entry.js';
import type { AccessRole } from './access-file.js';
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
  const seen = new Map<string, AccessEntry[]>();
  for (const entry of role.entries) {
    if (traits !== null && !traits.groups && entry.kind === 'group') {
      const message = `${capital(withArticle(traits.kind))} knows no groups: name the users, or a team of people.yaml, instead of ${quote(entry.value)}.`;
      yield errorAt('group-unsupported', inFile(file, entry.namePosition ?? entry), message);
    }
    if (traits !== null && !traits.statuses && entry.status !== null) {
      const message = `Roles in ${withArticle(traits.kind)} have no status: remove "status: ${entry.status}".`;
      yield errorAt('status-unsupported', inFile(file, entry.statusPosition ?? entry), message);
    }
    if (role.entries.length === 1) continue;
    const key = sameKey(entry);
    const alike = seen.get(key);
    if (alike === undefined) {
      seen.set(key, [entry]);
      continue;
    }
    const first = alike.find((other) => isSame(entry, other, directory));
    if (first === undefined) alike.push(entry);
    else {
      const message = `The same entry, ${quote(entry.value)}, stands in ${quote(role.name)} already, at ${lineOf(inFile(file, first))}: remove one.`;
      yield errorAt('duplicate-entry', inFile(file, entry), message);
    }
  }
}

/** Equal for all entries that may be the same, so that few are compared. */
function sameKey({ value, from, until, status }: AccessEntry): string {
  const name = asciiLower(value);
  return from === null && until === null && status !== 'inactive'
    ? name
    : `${name} ${from} ${until} ${status ?? 'active'}`;
}

/** As written: an entry by key and one by e-mail may be the same person, and are two entries all the same. */
function isSame(a: AccessEntry, b: AccessEntry, directory: Directory): boolean {
  return (
    a.from === b.from &&
    a.until === b.until &&
    (a.status === 'inactive') === (b.status === 'inactive') &&
    writtenAs(a, directory) === writtenAs(b, directory)
  );
}

function writtenAs({ kind, value }: AccessEntry, directory: Directory): string {
  if (kind !== 'name' || directory.hasKey(value)) return `${kind}:${value}`;
  if (value.includes('@')) return `email:${asciiLower(value)}`;
  return directory.closed ? `name:${value}` : `user:${value}`;
}
