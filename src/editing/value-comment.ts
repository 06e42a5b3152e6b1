import { type Document, isMap, isScalar } from 'yaml';
import { type EditableFile, keyOf } from './file.js';
import { yamlComment } from './scalars.js';
import { nextLine, type Splice } from './splices.js';

/** The comment behind a value, on its own line. */
export interface ValueComment {
  /** Without the `#`. */
  readonly text: string;
  /** The replacement that makes it another comment. */
  readonly changed: (to: string) => Splice;
}

/** The comment behind the text at the end of a path of keys; null where its line ends without one, or with more values. */
export function commentBehind(
  file: EditableFile,
  document: Document | undefined,
  path: readonly string[],
): ValueComment | null {
  let node: unknown = document?.contents;
  for (const key of path) node = isMap(node) ? node.items.find((pair) => keyOf(pair) === key)?.value : null;
  if (!isScalar(node) || node.range == null) return null;
  const [, end] = node.range;
  const line = file.text.slice(end, nextLine(file.text, end)).trimEnd();
  const text = /^[ \t]+#(.*)$/u.exec(line)?.[1];
  if (text === undefined) return null;
  return {
    text: text.trim(),
    changed: (to) => ({ start: end, end: end + line.length, text: yamlComment(to) }),
  };
}
