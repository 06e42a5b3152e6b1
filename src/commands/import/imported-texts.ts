import type { DesiredState } from '../../model/desired.js';
import { anyRole } from '../../model/glob.js';
import { hasErrors } from '../../model/diagnostic.js';
import type { ValidConfig } from '../../workspace/valid-config.js';
import { type Followed, followEmails, reportEmails } from './follow-emails.js';
import { type Merged, mergeLive } from './merge.js';
import { withNewDocuments } from './new-documents.js';
import { type Filled, fillPeople } from './people/fill-people.js';
import { withTeams } from './people/with-teams.js';
import type { ImportState } from './plan-texts.js';

/** What an import makes of the live state, before anything is written. */
export interface ImportedTexts {
  readonly followed: Followed;
  /** Null where the people are not wanted. */
  readonly filled: Filled | null;
  /** All new texts are here. */
  readonly merged: Merged;
}

export interface WantedTexts {
  /** Edit existing documents so that they ask for what is live. */
  readonly merge: boolean;
  /** Put the live users into people.yaml, and name people by key. */
  readonly people: boolean;
  /** Leave high-risk roles as the files have them, and write no new documents. */
  readonly skipHighRisk?: boolean | undefined;
  /** Make teams of people who hold the same roles; only with `people`. */
  readonly teams?: boolean | undefined;
}

/**
 * The texts that an import writes. `files` are the paths for new documents by root; `written` the roots (addresses) whose
 * documents may be written or changed by what is live: in the others, entries are named anew and nothing else.
 * @throws UsageError where people.yaml or the settings cannot be edited
 */
export async function importedTexts(
  { merge, people, teams = false, skipHighRisk = false }: WantedTexts,
  { desired, settings }: Pick<ValidConfig, 'desired' | 'settings'>,
  files: ReadonlyMap<string, string>,
  written: ReadonlySet<string>,
  state: ImportState,
): Promise<ImportedTexts> {
  const followed = merge
    ? await followEmails(desired, people, state)
    : people
      ? reportEmails(desired, state)
      : nobody(desired);
  const filled = people ? await fillPeople(followed, settings.people, state) : null;
  const { desired: wanted, texts } = filled ?? followed;
  const live = new Map([...state.live].filter(([address]) => written.has(address)));
  const own = { ...state, live };
  const added = skipHighRisk ? texts : await withNewDocuments(files, wanted, own, texts);
  const isRole = skipHighRisk ? anyRole(settings.highRisk) : () => false;
  const merged = await mergeLive(added, own, { principals: followed.untouched, isRole });
  if (!teams || filled === null || hasErrors(merged.diagnostics)) return { followed, filled, merged };
  const teamed = await withTeams(filled.people.file, merged.texts, state);
  return {
    followed,
    filled: { ...filled, people: { ...filled.people, teams: teamed.teams } },
    merged: { ...merged, texts: teamed.texts },
  };
}

/** Where nothing existing is edited, nobody's e-mail matters. */
function nobody(desired: DesiredState): Followed {
  return { desired, texts: new Map(), changed: [], notes: [], uncertain: [], untouched: new Set() };
}
