import { isMap, isScalar } from 'yaml';
import type { ChangedEmail } from './changed-emails.js';
import { editableFile, keyOf } from './editable.js';
import { quoted, yamlScalar } from './scalar.js';
import { type Splice, applySplices } from './splice.js';

/** people.yaml with other e-mails, and the changes that no edit of it can bring about. */
export interface EditedPeople {
  readonly text: string;
  readonly stuck: readonly ChangedEmail[];
}

/** Writes e-mails in place of those that are there; no other byte changes. */
export function withEmails(before: string, changes: readonly ChangedEmail[]): EditedPeople {
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  const file = editableFile(before.slice(mark.length));
  const splices: Splice[] = [];
  const stuck: ChangedEmail[] = [];
  for (const change of changes) {
    const { person, provider, rootId, to } = change;
    const path = ['people', person.key, provider, ...(rootId === null ? [] : [rootId])];
    let node: unknown = file.documents[0]?.contents;
    for (const key of path) node = isMap(node) ? node.items.find((pair) => keyOf(pair) === key)?.value : null;
    if (!isScalar(node) || node.range == null) stuck.push(change);
    else {
      const text = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? quoted(to) : yamlScalar(to);
      splices.push({ start: node.range[0], end: node.range[1], text });
    }
  }
  return { text: `${mark}${applySplices(file.text, splices)}`, stuck };
}
