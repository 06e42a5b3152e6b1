import { type Document, isMap, isScalar, type YAMLMap } from 'yaml';
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

/** Finds the comment behind a value of a document; null where its line ends without one, or with more values. */
export function commentsOf(
  file: EditableFile,
  document: Document | undefined,
): (path: readonly string[]) => ValueComment | null {
  const indexes = new Map<YAMLMap, ReadonlyMap<string | null, unknown>>();
  const valueIn = (map: unknown, key: string): unknown => {
    if (!isMap(map)) return null;
    const index = indexes.get(map) ?? new Map(map.items.map((pair) => [keyOf(pair), pair.value]));
    indexes.set(map, index);
    return index.get(key);
  };
  return (path) => {
    let node: unknown = document?.contents;
    for (const key of path) node = valueIn(node, key);
    return isScalar(node) && node.range != null ? commentAfter(node.range[1], file) : null;
  };
}

function commentAfter(end: number, { text }: EditableFile): ValueComment | null {
  const line = text.slice(end, nextLine(text, end)).trimEnd();
  const comment = /^[ \t]+#(.*)$/u.exec(line)?.[1];
  if (comment === undefined) return null;
  return {
    text: comment.trim(),
    changed: (to) => ({ start: end, end: end + line.length, text: yamlComment(to) }),
  };
}
