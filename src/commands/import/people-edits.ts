import { editedText, openFile, valueSplice } from '../../editing/file.js';
import type { Splice } from '../../editing/splices.js';
import { identityPath, type ProviderCatalogue } from '../../model/scope.js';
import type { ChangedEmail } from './changed-emails.js';

/** people.yaml with other e-mails, and the changes that no edit of it can bring about. */
export interface EditedPeople {
  readonly text: string;
  readonly stuck: readonly ChangedEmail[];
}

/** Writes e-mails in place of those that are there; no other byte changes. */
export function withEmails(
  before: string,
  changes: readonly ChangedEmail[],
  catalogue: ProviderCatalogue,
): EditedPeople {
  const file = openFile(before);
  const splices: Splice[] = [];
  const stuck: ChangedEmail[] = [];
  for (const change of changes) {
    const { person, provider, rootId, to } = change;
    const path = [
      'people',
      person.key,
      ...identityPath(catalogue, provider),
      ...(rootId === null ? [] : [rootId]),
    ];
    const splice = valueSplice(file.documents[0], path, to);
    if (splice === null) stuck.push(change);
    else splices.push(splice);
  }
  return { text: editedText(file, splices), stuck };
}
