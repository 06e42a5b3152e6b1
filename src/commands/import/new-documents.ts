import { headLines } from '../../editing/document-head.js';
import { type EntryName, newEntry } from '../../editing/entries.js';
import { yamlComment, yamlScalar } from '../../editing/scalars.js';
import { roleKey, type Status } from '../../model/assignment.js';
import type { DesiredState } from '../../model/desired.js';
import type { LiveRoot, LiveScope } from '../../model/live.js';
import { byCodeUnit, byKeys, groupBy } from '../../model/ordering.js';
import { principalAddress } from '../../model/principal.js';
import { traitsOf } from '../../model/scope.js';
import { Identities, type RootIdentities } from '../../planning/identities.js';
import { namesDevice } from '../../platform.js';
import { modeline } from './modeline.js';
import { type Naming, namingOf, unmanageable } from './live-entries.js';
import { type ImportState, textOf } from './plan-texts.js';

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
    const documents = newDocuments(root, declared, desired, state);
    const own = desired.scopes.find(({ scope }) => scope.address === address)?.source.file;
    const path = own ?? files.get(address);
    if (documents.length === 0 || path === undefined) continue;
    const before = texts.get(path) ?? (await textOf(path, state));
    const head = before === '' ? await modeline(path, 'access', state.workspace.tree) : '';
    texts.set(path, appended(`${head}${before}`, documents, head !== ''));
  }
  return texts;
}

function appended(before: string, documents: readonly string[], isHead: boolean): string {
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const joined = documents.join('---\n').replaceAll('\n', eol);
  if (before === '' || isHead) return `${before}${joined}`;
  return `${before}${before.endsWith('\n') ? '' : eol}---${eol}${joined}`;
}

/** The file of a root, named by its id, percent-encoded so that every file system accepts it. */
export function fileName({ provider, id }: Pick<LiveRoot['root'], 'provider' | 'id'>): string {
  const safe = encodeURIComponent(id)
    .replace(/[!'()*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/^\./u, '%2E');
  const name = namesDevice(safe) ? `%${safe.charCodeAt(0).toString(16).toUpperCase()}${safe.slice(1)}` : safe;
  return `${provider}/${name}.yaml`;
}

/** The documents of the scopes of a root that no file names yet: the root first, then what belongs to it. */
function newDocuments(
  root: LiveRoot,
  declared: ReadonlySet<string>,
  { people }: DesiredState,
  state: ImportState,
): readonly string[] {
  const identities = new Identities(people, state.live).in(root.root);
  const naming = namingOf(root, identities, people);
  const order = byKeys<LiveScope>(
    ({ scope }) => (scope.address === scope.rootAddress ? 0 : 1),
    ({ scope }) => scope.address,
  );
  return root.scopes
    .filter(({ scope, complete }) => complete && root.complete && !declared.has(scope.address))
    .toSorted(order)
    .map((live) => documentText(live, rowsOf(live, root, naming, identities, state), state));
}

/** A holder of a role. `leftOut` is why no entry can ask for it; null if one can. */
interface Row {
  readonly role: string;
  readonly name: EntryName;
  readonly status: Status;
  readonly leftOut: string | null;
}

function rowsOf(
  live: LiveScope,
  root: LiveRoot,
  naming: Naming,
  identities: RootIdentities,
  { workspace }: ImportState,
): readonly Row[] {
  return live.assignments
    .filter(({ keep, status }) => keep !== 'system-role' && !(status === 'inactive' && root.inactiveIsGone))
    .map((row): Row => {
      const { principal, role, status } = row;
      const person = identities.person(principalAddress(principal.kind, principal.id));
      const hasLeft = person?.leaves != null && person.leaves <= workspace.at;
      const leftOut = hasLeft ? 'but has left (people.yaml)' : unmanageable(row, live);
      return { role, name: naming(principal), status, leftOut };
    })
    .toSorted(
      byKeys(
        ({ name }) => name.text,
        ({ role }) => role,
      ),
    );
}

/**
 * A scope's live state as the document that asks for it: block lists, one principal a line, sorted by role and name.
 * What no entry can ask for stands as a comment at its end.
 */
function documentText({ scope, name }: LiveScope, rows: readonly Row[], { catalogue }: ImportState): string {
  const traits = traitsOf(catalogue, scope);
  const lines = [...headLines(scope, name, catalogue)];
  const listed = rows.filter(({ leftOut }) => leftOut === null);
  const roles = groupBy(listed, ({ role }) => roleKey(role, traits.rolesIgnoreCase));
  lines.push(roles.size === 0 ? 'roles: {}' : 'roles:');
  for (const [key, held] of [...roles].sort(([a], [b]) => byCodeUnit(a, b))) {
    lines.push(`  ${yamlScalar(held[0]?.role ?? key)}:`);
    for (const row of held) {
      const { text, comment } = newEntry(row.name, row.status);
      lines.push(`    - ${text}${comment}`);
    }
  }
  for (const { role, name: who, leftOut } of rows) {
    if (leftOut !== null) lines.push(` ${yamlComment(`not listed: ${who.text} holds ${role}, ${leftOut}`)}`);
  }
  return `${lines.join('\n')}\n`;
}
