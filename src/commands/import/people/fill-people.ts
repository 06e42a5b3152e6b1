import { withoutDot } from '../../../config/file-tree.js';
import type { DesiredState } from '../../../model/desired.js';
import type { Diagnostic } from '../../../model/diagnostic.js';
import type { ImportedPeople } from '../../../model/import-result.js';
import { byCodeUnit } from '../../../model/ordering.js';
import type { Followed } from '../follow-emails.js';
import { modeline } from '../modeline.js';
import { type ImportState, textOf } from '../plan-texts.js';
import { differencesOf, knownIdentities } from './known-identities.js';
import { withMailComments } from './mail-comments.js';
import { matchPeople } from './match-people.js';
import { withPeople, withPeoplePath } from './people-text.js';
import { rekey, type RekeyInput, type Rekeyed } from './rekey.js';

/** people.yaml with the live users in it, and the access files that name them. */
export interface Filled {
  /** The desired state of the edited files. */
  readonly desired: DesiredState;
  /** The new texts by path, those of the changed e-mails included. */
  readonly texts: ReadonlyMap<string, string>;
  readonly people: ImportedPeople;
  readonly notes: readonly string[];
  readonly uncertain: readonly string[];
}

/** A directory of nobody. */
const NOBODY = 'people: {}\n';

/** The attempts to name entries by key: those that would bring an error keep their name. */
const ATTEMPTS = 4;

/**
 * Puts a person for each live user into people.yaml, and lets the entries of the imported scopes name them by key. `named`
 * is the path of people.yaml in the settings; null: they name none yet.
 * @throws UsageError where people.yaml or the settings cannot be edited
 */
export async function fillPeople(
  followed: Followed,
  named: string | null,
  state: ImportState,
): Promise<Filled> {
  const { workspace, live, catalogue } = state;
  const path = withoutDot(named ?? 'people.yaml');
  const texts = new Map(followed.texts);
  const settings = workspace.location.file;
  if (named === null) texts.set(settings, withPeoplePath(settings, await textOf(settings, state), path));
  const before = texts.get(path) ?? (await textOf(path, state));
  const head = before === '' ? await modeline(path, 'people', workspace.tree) : '';
  const { people } = (await workspace.withTexts(new Map([...texts, [path, before === '' ? NOBODY : before]])))
    .desired;
  const { scopes } = followed.desired;
  const matched = matchPeople(live, { people, scopes }, followed.untouched);
  if (named === null && people.length + matched.added.length === 0) return nobody(path, followed);
  const known = knownIdentities(live, people, scopes, catalogue);
  const moved = new Set(followed.changed);
  const differences = differencesOf(known.filter(({ person }) => !moved.has(person.key)));
  const commented = withMailComments(before, known);
  const text = withPeople(path, `${head}${commented.text}`, matched, catalogue);
  texts.set(path, text === head ? `${head}${NOBODY}` : text);
  if (texts.get(path) === (await textOf(path, state))) texts.delete(path);
  const after = (await workspace.withTexts(texts)).desired;
  const rekeyed = await rekeyValid(
    { before: followed.desired, after, hadPeople: named !== null, state },
    texts,
  );
  for (const [file, edited] of rekeyed.texts) texts.set(file, edited);
  return {
    desired: (await workspace.withTexts(texts)).desired,
    texts,
    people: {
      file: path,
      added: matched.added.map(({ key }) => key),
      found: [...new Set(matched.found.map(({ person }) => person.key))].sort(byCodeUnit),
      changed: [...new Set([...moved, ...commented.changed, ...differences.renamed])].sort(byCodeUnit),
      gone: differences.gone,
      entries: rekeyed.count,
      teams: [],
    },
    notes: [...commented.notes, ...differences.notes, ...matched.notes],
    uncertain: matched.doubts,
  };
}

/** Nobody was read, and nobody is known: then there is no use for a people.yaml. */
function nobody(file: string, { desired, texts }: Followed): Filled {
  const people = { file, added: [], found: [], changed: [], gone: [], entries: 0, teams: [] };
  return { desired, texts, people, notes: [], uncertain: [] };
}

/** Entries whose key would bring an error, as where two of one person stand in one list, keep their name. */
async function rekeyValid(input: RekeyInput, texts: ReadonlyMap<string, string>): Promise<Rekeyed> {
  const { workspace } = input.state;
  const errors: Diagnostic[] = [];
  let rekeyed = await rekey(input, errors);
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    const { diagnostics } = await workspace.withTexts(new Map([...texts, ...rekeyed.texts]));
    const found = diagnostics.filter(({ severity, file }) => severity === 'error' && rekeyed.texts.has(file));
    if (found.length === 0) break;
    errors.push(...found);
    rekeyed = await rekey(input, errors);
  }
  return rekeyed;
}
