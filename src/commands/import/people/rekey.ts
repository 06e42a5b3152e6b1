import { editedText, openFile } from '../../../editing/file.js';
import { entriesOf, type WrittenEntry } from '../../../editing/rename-entries.js';
import type { Splice } from '../../../editing/splices.js';
import type { DesiredAssignment, DesiredScope, DesiredState } from '../../../model/desired.js';
import type { Diagnostic, SourceLocation } from '../../../model/diagnostic.js';
import { groupBy } from '../../../model/ordering.js';
import { nameIn } from '../../../model/principal.js';
import { Identities } from '../../../planning/identities.js';
import { type ImportState, textOf } from '../plan-texts.js';

/** The files before and after people came into people.yaml. */
export interface RekeyInput {
  readonly before: DesiredState;
  readonly after: DesiredState;
  /** Whether plain names without `@` were keys of people.yaml before. */
  readonly hadPeople: boolean;
  readonly state: ImportState;
}

/** An entry that is to name somebody by another name. */
interface Rename {
  readonly assignment: DesiredAssignment;
  readonly entry: WrittenEntry;
  readonly to: string;
}

export interface Rekeyed {
  /** The texts that change, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many entries name a key now. */
  readonly count: number;
}

/**
 * Lets the entries of the imported scopes name people by their key, and nothing else of them change. Ids that would be
 * taken for keys, now that there is a directory, become `user:ID` in every file. `findings` are errors of an attempt
 * before: entries on these lines keep their name.
 */
export async function rekey(input: RekeyInput, findings: readonly Diagnostic[]): Promise<Rekeyed> {
  const { before, state } = input;
  const refused = new Set(findings.map(lineKey));
  const names = new EntryNames(input);
  const texts = new Map<string, string>();
  let count = 0;
  for (const [path, scopes] of groupBy(before.scopes, ({ source }) => source.file)) {
    const file = openFile(await textOf(path, state));
    const find = entriesOf(file);
    const splices = new Map<number, Splice>();
    for (const { entry, to, assignment } of scopes.flatMap((desired) => names.renamesIn(desired, find))) {
      const isRefused = refused.has(lineKey(assignment.source));
      const splice = isRefused ? names.byId(entry) : entry.renamed(to);
      if (splice === null) continue;
      splices.set(splice.start, splice);
      if (!isRefused && nameIn(to).kind === 'name') count += 1;
    }
    if (splices.size > 0) texts.set(path, editedText(file, [...splices.values()]));
  }
  return { texts, count };
}

/** What the entries of the files are to be named. */
class EntryNames {
  readonly #was: Identities;
  readonly #is: Identities;
  readonly #keys: ReadonlySet<string>;
  readonly #imported: ReadonlySet<string>;

  constructor(private readonly input: RekeyInput) {
    const { before, after, state } = input;
    this.#was = new Identities(before.people, state.live);
    this.#is = new Identities(after.people, state.live);
    this.#keys = new Set(before.people.map(({ key }) => key));
    this.#imported = new Set(
      [...state.live.values()].flatMap(({ scopes }) => scopes.map(({ scope }) => scope.address)),
    );
  }

  renamesIn(
    { scope, assignments }: DesiredScope,
    find: (source: SourceLocation) => WrittenEntry | null,
  ): readonly Rename[] {
    const [was, is] = [this.#was.in(scope), this.#is.in(scope)];
    const named = assignments.flatMap((assignment) => {
      const entry =
        assignment.via === null && assignment.principal.kind === 'user' ? find(assignment.source) : null;
      return entry === null ? [] : [{ assignment, entry }];
    });
    const isKeyed = ({ entry }: { readonly entry: WrittenEntry }): boolean => this.#keys.has(entry.name);
    const taken = new Set(
      named.filter(isKeyed).map(({ assignment, entry }) => sameAs(assignment, entry.name)),
    );
    return named
      .filter((each) => !isKeyed(each))
      .flatMap(({ assignment, entry }): Rename[] => {
        const isHere = this.#imported.has(scope.address);
        const person = isHere ? is.person(was.identify(assignment.principal).address) : null;
        const same = person === null ? null : sameAs(assignment, person.key);
        const isFree = same !== null && !taken.has(same);
        if (isFree) taken.add(same);
        const to = isFree && person !== null ? person.key : this.#asId(entry);
        return to === null || to === entry.name ? [] : [{ assignment, entry, to }];
      });
  }

  /** The replacement by which an entry keeps meaning an id; null where it does so as it is. */
  byId(entry: WrittenEntry): Splice | null {
    const to = this.#asId(entry);
    return to === null ? null : entry.renamed(to);
  }

  /** A plain id as `user:ID`, where it would be taken for a key of people.yaml from now on. */
  #asId({ name }: WrittenEntry): string | null {
    const { kind, value } = nameIn(name);
    return kind !== 'name' || this.input.hadPeople || value.includes('@') ? null : `user:${value}`;
  }
}

/** Equal for entries that would be the same if both named the person. */
function sameAs({ role, from, until, status }: DesiredAssignment, key: string): string {
  return JSON.stringify([role, from, until, status, key]);
}

function lineKey({ file, line }: Pick<SourceLocation, 'file' | 'line'>): string {
  return JSON.stringify([file, line]);
}
