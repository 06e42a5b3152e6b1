import type { EntryChange, EntryKeys } from '../../editing/entries.js';
import type { RoleEdit } from '../../editing/role-edits.js';
import { isSameRole, type Status } from '../../model/assignment.js';
import type { DesiredAssignment, DesiredScope } from '../../model/desired.js';
import { endOf, hasExpired, isEffective } from '../../model/effective-roles.js';
import { formatEnd, parseInstant } from '../../model/instant.js';
import { groupBy } from '../../model/ordering.js';
import { type ScopeTraits, traitsOf } from '../../model/scope.js';
import { locationWords } from '../../report/words.js';
import type { EditableConfig } from './editable-config.js';
import type { EditWho } from './who.js';

/** A role that somebody is to have. */
export interface GrantWish {
  readonly who: EditWho;
  readonly role: string;
  readonly status: Status;
  /** The term and reason; null drops an end, what is left out stays as it is. */
  readonly keys: EntryChange;
}

export interface ScopeGrant {
  readonly edits: readonly RoleEdit[];
  readonly notes: readonly string[];
}

/** The edits of one document after which an entry gives somebody a role. */
export function grantIn(desired: DesiredScope, wish: GrantWish, config: EditableConfig): ScopeGrant {
  const { who, role } = wish;
  const traits = traitsOf(config.catalogue, desired.scope);
  const own = entriesOf(desired, who.isNamedBy);
  const same = own.filter((each) => isSameRole(each.role, role, traits));
  const others = own.filter((each) => !same.includes(each));
  const entry = currentOf(same, config.at);
  const change = entry === null ? {} : changeOf(entry, wish);
  const isTermed = hasTermAfter(entry, wish.keys);
  const replaced = traits.exclusive && !isTermed ? others.filter(isWithoutTerm) : [];
  const notes = [
    ...notesOnEntry(entry, change, wish, desired, config.at),
    ...notesOnOthers(same, entry, wish, desired),
    ...notesOnTeams(desired, wish, traits, config.at),
  ];
  if (entry !== null) {
    const edits: readonly RoleEdit[] =
      Object.keys(change).length === 0
        ? []
        : [{ kind: 'change', role: entry.role, source: entry.source, change }];
    return { edits: [...edits, ...removals(replaced)], notes };
  }
  const [first, ...rest] = replaced;
  if (first !== undefined) {
    const moved: EntryChange = {
      ...(first.reason === null ? {} : { reason: null }),
      ...(first.status === wish.status ? {} : { status: statusKey(wish.status) }),
      ...wish.keys,
    };
    const { until, ...kept } = moved;
    const move: RoleEdit = {
      kind: 'move',
      role: first.role,
      source: first.source,
      to: role,
      change: until == null ? kept : moved,
    };
    return { edits: [move, ...removals(rest)], notes: [...notes, ...notesOnNaming(desired, role, traits)] };
  }
  const name = { text: who.entryName(desired.scope), comment: null };
  const add: RoleEdit = { kind: 'add', role, name, status: wish.status, keys: newKeys(wish.keys) };
  return { edits: [add], notes: [...notes, ...notesOnNaming(desired, role, traits)] };
}

/** The keys of a new entry. */
export function newKeys(keys: EntryChange): EntryKeys {
  return Object.fromEntries(
    Object.entries(keys).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

/** Each entry of a document that fits once, however many people it reaches. */
export function entriesOf(
  { assignments }: DesiredScope,
  fits: (assignment: DesiredAssignment) => boolean,
): readonly DesiredAssignment[] {
  const byEntry = groupBy(assignments.filter(fits), ({ role, source }) =>
    JSON.stringify([role, source.line, source.column]),
  );
  return [...byEntry.values()].map(([first]) => first);
}

function removals(entries: readonly DesiredAssignment[]): readonly RoleEdit[] {
  return entries.map(({ role, source }) => ({ kind: 'remove', role, source }));
}

/** Of several entries with one role, the one that counts now, else the one that ends last. */
function currentOf(same: readonly DesiredAssignment[], at: number): DesiredAssignment | null {
  const end = (each: DesiredAssignment): number => endOf(each) ?? Number.POSITIVE_INFINITY;
  const last = same.toSorted((a, b) => end(b) - end(a));
  return last.find((each) => isEffective(each, at)) ?? last[0] ?? null;
}

/** What of an entry is not yet as it is wished. */
function changeOf(entry: DesiredAssignment, { keys, status }: GrantWish): EntryChange {
  const { from, until, reason } = keys;
  const ended = until == null ? null : parseInstant(until, 'end');
  return {
    ...(from != null && parseInstant(from, 'start') !== entry.from ? { from } : {}),
    ...(until !== undefined && ended !== entry.until ? { until } : {}),
    ...(reason != null && reason !== entry.reason ? { reason } : {}),
    ...(status === entry.status ? {} : { status: statusKey(status) }),
  };
}

/** Active is what an entry is that says nothing. */
function statusKey(status: Status): Status | null {
  return status === 'active' ? null : status;
}

function hasTermAfter(entry: DesiredAssignment | null, { from, until }: EntryChange): boolean {
  const ends = until === undefined ? (entry?.until ?? null) !== null : until !== null;
  return ends || from != null || (entry?.from ?? null) !== null;
}

function isWithoutTerm({ from, until }: DesiredAssignment): boolean {
  return from === null && until === null;
}

function notesOnEntry(
  entry: DesiredAssignment | null,
  change: EntryChange,
  { who, role, keys }: GrantWish,
  { scope }: DesiredScope,
  at: number,
): readonly string[] {
  if (entry === null) return [];
  const place = locationWords(entry.source);
  const isSame = Object.keys(change).length === 0;
  const has = `${who.asked} has ${role} in ${scope.address} already (${place})`;
  if (entry.until === null) {
    const ends = change.until == null ? '' : `, without an end: now it ends`;
    return isSame || ends !== '' ? [`${has}${ends}`] : [];
  }
  if (keys.until !== undefined) return isSame ? [has] : [];
  const past = hasExpired(entry, at) ? ', which is past, so the entry grants nothing' : '';
  return [
    `${has}, and its end stays: ${formatEnd(entry.until)}${past}. --until DATE moves it, --until never drops it`,
  ];
}

/** Of several entries with the role one changes. */
function notesOnOthers(
  same: readonly DesiredAssignment[],
  entry: DesiredAssignment | null,
  { who, role }: GrantWish,
  { scope }: DesiredScope,
): readonly string[] {
  return same
    .filter((each) => each !== entry)
    .map(({ source, until }) => {
      const end = until === null ? 'without an end' : `until ${formatEnd(until)}`;
      return `another entry gives ${who.asked} ${role} in ${scope.address} ${end} (${locationWords(source)})`;
    });
}

function notesOnTeams(
  desired: DesiredScope,
  { who, role }: GrantWish,
  traits: ScopeTraits,
  at: number,
): readonly string[] {
  const through = desired.assignments.find(
    (each) => who.isThroughTeam(each) && isSameRole(each.role, role, traits) && isEffective(each, at),
  );
  if (through === undefined) return [];
  const place = locationWords(through.source);
  return [`${who.asked} also has ${role} in ${desired.scope.address} through ${through.via} (${place})`];
}

/** A role that the document names for the first time is pruned there from now on. */
function notesOnNaming(
  { prune, roles, scope }: DesiredScope,
  role: string,
  traits: ScopeTraits,
): readonly string[] {
  if (prune !== 'listed' || roles.some((each) => isSameRole(each, role, traits))) return [];
  return [
    `the document of ${scope.address} names ${role} for the first time, and "prune: listed" revokes it from everybody who holds it live and is not listed; rolecall import --merge lists them`,
  ];
}
