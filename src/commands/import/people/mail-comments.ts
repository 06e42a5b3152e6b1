import { editedText, openFile } from '../../../editing/file.js';
import type { Splice } from '../../../editing/splices.js';
import { commentsOf } from '../../../editing/value-comment.js';
import { asciiLower } from '../../../model/principal.js';
import { at, type KnownIdentity } from './known-identities.js';

/** What a person is known by in comments. */
const MAIL = /[^\s,;<>()]+@[^\s,;<>()]+/gu;

/** people.yaml with the e-mail beside each `user:ID` as it is now. */
export interface Commented {
  readonly text: string;
  /** The keys of the people whose e-mail has changed. */
  readonly changed: readonly string[];
  readonly notes: readonly string[];
}

/** Brings the comments that are the e-mail of a `user:ID` up to date; who a person is does not change. */
export function withMailComments(before: string, known: readonly KnownIdentity[]): Commented {
  const file = openFile(before);
  const commentAt = commentsOf(file, file.documents[0]);
  const splices: Splice[] = [];
  const changed = new Set<string>();
  const notes: string[] = [];
  for (const { person, provider, ref, path, users } of known) {
    const mails = users.flatMap(({ email }) => email ?? []);
    const [mail] = mails;
    if (ref.by !== 'id' || mail === undefined) continue;
    const comment = commentAt(path);
    const [old, ...more] = comment?.text.match(MAIL) ?? [];
    if (comment === null || old === undefined || more.length > 0 || mails.includes(asciiLower(old))) continue;
    splices.push(comment.changed(comment.text.replace(old, () => mail)));
    changed.add(person.key);
    notes.push(
      `${at(person)}: ${person.key} (user:${ref.value}) is ${mail} in ${provider} now, and was ${old}`,
    );
  }
  return { text: editedText(file, splices), changed: [...changed].sort(), notes };
}
