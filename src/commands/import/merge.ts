import type { Diagnostic } from '../../model/diagnostic.js';
import { byCodeUnit, groupBy } from '../../model/ordering.js';
import type { Difference, ScopeComparison } from '../../planning/comparison.js';
import { type ImportState, type PlannedTexts, planFromTexts, textOf } from './plan-texts.js';
import { documentAt, editedText, openFile } from '../../editing/file.js';
import { editRoles, type WrittenRole } from '../../editing/role-edits.js';
import { roleKey } from '../../model/assignment.js';
import type { PrincipalView } from '../../planning/principal-views.js';
import { principalIn } from './changed-emails.js';
import { namingOf } from './live-entries.js';
import { wantedEdits } from './wanted-edits.js';

/** The most rounds of edits. One edit may require another, for example if a named entry hid a team's. */
const ROUNDS = 8;

export interface Merged {
  /** The new texts, by path; what does not change is not among them. */
  readonly texts: ReadonlyMap<string, string>;
  /** What no edit can express. */
  readonly stuck: readonly string[];
  /** What was left as it is since the role is untouched. */
  readonly leftOut: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whose access is left as the files have it. */
export interface Untouched {
  /** Principals of roots (`principalIn`). */
  readonly principals: ReadonlySet<string>;
  /** Roles: of a difference, neither what is live nor what is asked for may be one. */
  readonly isRole: (role: string) => boolean;
}

const NOBODY: Untouched = { principals: new Set(), isRole: () => false };

/**
 * Edits the files until they ask for what is live, and touches no byte that need not change. `added` are texts of files
 * that are new or have grown a document already. For the `untouched` nothing is written.
 */
export async function mergeLive(
  added: ReadonlyMap<string, string>,
  state: ImportState,
  untouched: Untouched = NOBODY,
): Promise<Merged> {
  const texts = new Map(added);
  let stuck: readonly string[] = [];
  let now: PlannedTexts = await planFromTexts(texts, state);
  for (let round = 0; round < ROUNDS && now.planned !== null; round += 1) {
    const edits = await editRound(now, texts, state, untouched);
    stuck = edits.stuck;
    if (edits.texts.size === 0) break;
    for (const [path, text] of edits.texts) texts.set(path, text);
    now = await planFromTexts(texts, state);
  }
  const comparisons = now.planned?.comparisons ?? [];
  const left = leftover(comparisons.map((comparison) => withoutRoles(comparison, untouched)));
  return {
    texts,
    stuck: stuck.length > 0 ? [...new Set(stuck)].sort(byCodeUnit) : left,
    leftOut: comparisons.flatMap((comparison) => leftOutIn(comparison, untouched)),
    diagnostics: [...now.loaded.diagnostics, ...(now.planned?.diagnostics ?? [])],
  };
}

async function editRound(
  { planned, loaded }: PlannedTexts,
  texts: ReadonlyMap<string, string>,
  state: ImportState,
  untouched: Untouched,
): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly stuck: readonly string[] }> {
  const stuck: string[] = [];
  const changed = new Map<string, string>();
  const byFile = groupBy(planned?.comparisons ?? [], ({ desired }) => desired.source.file);
  for (const [path, comparisons] of byFile) {
    const text = texts.get(path) ?? (await textOf(path, state));
    const file = openFile(text);
    const splices = comparisons.flatMap((comparison) => {
      const { edits, stuck: unsaid } = editsOf(without(comparison, untouched), loaded, state);
      stuck.push(...unsaid);
      if (edits.length === 0) return [];
      const { desired } = comparison;
      const document = documentAt(file, desired.source);
      const found = document === null ? null : editRoles(file, document, edits, writtenRole(comparison));
      if (found === null)
        stuck.push(`${path}: the roles of ${desired.scope.address} are not written out there`);
      return found ?? [];
    });
    const edited = editedText(file, splices);
    if (edited !== text) changed.set(path, edited);
  }
  return { texts: changed, stuck };
}

/** Finds a role by its name, another name of it, or its id. */
function writtenRole({ live, traits }: ScopeComparison): WrittenRole {
  const key = (role: string): string => roleKey(role, traits.rolesIgnoreCase);
  return (name, written) => {
    const known = live?.roles.find(({ role }) => key(role) === key(name));
    const names = [name, ...(known?.aliases ?? [])].map(key);
    return written.find((role) => role === name) ?? written.find((role) => names.includes(key(role))) ?? null;
  };
}

function without(comparison: ScopeComparison, untouched: Untouched): ScopeComparison {
  const { rootAddress } = comparison.desired.scope;
  const isTouched = ({ view }: { readonly view: PrincipalView }): boolean =>
    !untouched.principals.has(principalIn(rootAddress, view.address));
  const { differences, unlisted, ...rest } = withoutRoles(comparison, untouched);
  return { ...rest, differences: differences.filter(isTouched), unlisted: unlisted.filter(isTouched) };
}

function withoutRoles(comparison: ScopeComparison, untouched: Untouched): ScopeComparison {
  return {
    ...comparison,
    differences: comparison.differences.filter((difference) => !isLeftOut(difference, untouched)),
    unlisted: comparison.unlisted.filter(({ row }) => !untouched.isRole(row.role)),
  };
}

function isLeftOut({ from, to }: Pick<Difference, 'from' | 'to'>, { isRole }: Untouched): boolean {
  return (from !== null && isRole(from.role)) || (to !== null && isRole(to.role));
}

function leftOutIn(
  { desired, differences, unlisted }: ScopeComparison,
  untouched: Untouched,
): readonly string[] {
  const { address } = desired.scope;
  const other = differences.filter((difference) => isLeftOut(difference, untouched));
  return [
    ...other.map(({ view, from, to }) => `${view.label} in ${address}: ${rolesHeld(from, to)}`),
    ...unlisted
      .filter(({ row }) => untouched.isRole(row.role))
      .map(({ view, row }) => `${view.label} in ${address}: ${rolesHeld(row, null)}`),
  ];
}

function editsOf(
  comparison: ScopeComparison,
  { desired }: PlannedTexts['loaded'],
  { workspace: { at } }: ImportState,
): ReturnType<typeof wantedEdits> {
  const { root } = comparison;
  if (root === null || !comparison.complete) return { edits: [], stuck: [] };
  const identities = comparison.identities.in(comparison.desired.scope);
  return wantedEdits(comparison, namingOf(root, identities, desired.people), at);
}

function leftover(comparisons: readonly ScopeComparison[]): readonly string[] {
  return comparisons.flatMap(({ desired, differences, complete }) =>
    differences
      .filter(({ unverifiable }) => !unverifiable && complete)
      .map(({ view, from, to }) => `${view.label} in ${desired.scope.address}: ${rolesHeld(from, to)}`),
  );
}

function rolesHeld(from: Difference['from'], to: Difference['to']): string {
  return `${from?.role ?? 'nothing'} is live, ${to?.role ?? 'nothing'} is asked for`;
}
