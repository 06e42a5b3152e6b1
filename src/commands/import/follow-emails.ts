import { editedText, openFile } from '../../editing/file.js';
import type { MapEdit } from '../../editing/map-change.js';
import { editMap } from '../../editing/map-edits.js';
import type { Splice } from '../../editing/splices.js';
import { identityPath, type ProviderCatalogue } from '../../model/scope.js';
import type { DesiredState } from '../../model/desired.js';
import { changedEmails, type ChangedEmail, type Uncertain } from './changed-emails.js';
import { type ImportState, planFromTexts, textOf } from './plan-texts.js';

/** people.yaml with the changed e-mails written into it. */
export interface Followed {
  /** The desired state of the edited files. */
  readonly desired: DesiredState;
  /** The new text of people.yaml by its path; empty if nothing changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** The keys of the people whose e-mail has changed, written or not. */
  readonly changed: readonly string[];
  readonly notes: readonly string[];
  readonly uncertain: readonly string[];
  /** `principalIn` of everybody for whom nothing is written. */
  readonly untouched: ReadonlySet<string>;
}

/**
 * Writes changed e-mails into people.yaml, one line each, so that no access document has to change; `byId` writes
 * `user:ID` instead, which the next change will not touch.
 */
export async function followEmails(
  desired: DesiredState,
  byId: boolean,
  state: ImportState,
): Promise<Followed> {
  const found = changedEmails(state.live, desired);
  const changed = found.changed.map((change) => (byId ? withId(change) : change));
  const { uncertain } = found;
  const path = changed[0]?.person.source.file;
  const edited =
    path === undefined
      ? { text: '', stuck: [] }
      : withEmails(await textOf(path, state), changed, state.catalogue);
  const written = changed.filter((change) => !edited.stuck.includes(change));
  const texts = new Map(path === undefined || written.length === 0 ? [] : [[path, edited.text] as const]);
  const doubts = [...uncertain, ...edited.stuck.map(byHand)];
  return {
    desired: texts.size === 0 ? desired : (await planFromTexts(texts, state)).loaded.desired,
    texts,
    changed: changed.map(({ person }) => person.key),
    notes: written.map((change) => noteOf(change, desired, state)),
    uncertain: doubts.map(({ message }) => message).sort(),
    untouched: new Set(doubts.flatMap(({ about }) => about)),
  };
}

/** Tells who changed e-mail, and writes nothing. */
export function reportEmails(desired: DesiredState, { live }: ImportState): Followed {
  const { changed, uncertain } = changedEmails(live, desired);
  const doubts = [...uncertain, ...changed.map(withId).map(notWritten)];
  return {
    desired,
    texts: new Map(),
    changed: changed.map(({ person }) => person.key),
    notes: [],
    uncertain: doubts.map(({ message }) => message).sort(),
    untouched: new Set(doubts.flatMap(({ about }) => about)),
  };
}

function withId(change: ChangedEmail): ChangedEmail {
  return change.user === null ? change : { ...change, to: `user:${change.user.id}` };
}

/** Replaces e-mails in people.yaml; no other byte changes. `stuck` are changes that no edit of it can make. */
function withEmails(
  before: string,
  changes: readonly ChangedEmail[],
  catalogue: ProviderCatalogue,
): { readonly text: string; readonly stuck: readonly ChangedEmail[] } {
  const file = openFile(before);
  const splices: Splice[] = [];
  const stuck: ChangedEmail[] = [];
  for (const change of changes) {
    const { person, provider, rootId, to, user } = change;
    const comment = to.startsWith('user:') ? (user?.email ?? null) : null;
    const value = { kind: 'scalar', text: to, ...(comment === null ? {} : { comment }) } as const;
    const root = rootId === null ? [] : [rootId];
    const path: MapEdit['path'] = ['people', person.key, ...identityPath(catalogue, provider), ...root];
    const edited = editMap(file, [{ path, value }]);
    if (edited.kind === 'stuck') stuck.push(change);
    else splices.push(...edited.splices);
  }
  return { text: editedText(file, splices), stuck };
}

function noteOf(change: ChangedEmail, desired: DesiredState, { live }: ImportState): string {
  const { person, provider, rootId, from, to } = change;
  const { file, line } = person.source;
  const others = desired.scopes
    .filter(({ scope }) => scope.provider === provider && !live.has(scope.rootAddress) && rootId === null)
    .map(({ scope }) => scope.rootAddress);
  const unread =
    others.length === 0
      ? ''
      : `; ${[...new Set(others)].join(', ')} was not read: plan it before you merge this`;
  return `${file}:${line}: ${person.key} is ${to} in ${provider} now, and was ${from} (same full name, ${JSON.stringify(person.name)})${unread}`;
}

function notWritten({ person, provider, from, to, about }: ChangedEmail): Uncertain {
  const { file, line } = person.source;
  const message = `${person.key} (${from}) seems to be ${to} in ${provider} now, who has the same full name. Nothing was written for them: --merge writes it, or say at ${file}:${line} who ${person.key} is`;
  return { message, about };
}

function byHand({ person, provider, from, to, about }: ChangedEmail): Uncertain {
  const { file, line } = person.source;
  return {
    message: `${person.key} (${from}) seems to be ${to} in ${provider} now, and ${file}:${line} does not write the e-mail out: change it by hand`,
    about,
  };
}
