import { type Document, isCollection, isMap, isScalar, visit, type YAMLError } from 'yaml';

/** What was opened and does not end before an error: where it begins, and what closes it. */
export interface Unclosed {
  readonly start: number;
  readonly close: string;
}

/** The innermost text in quotes, list or mapping in brackets that ends where an error is, since nothing closes it. */
export function unclosedAt(
  { code, pos: [end] }: YAMLError,
  document: Document.Parsed | null,
): Unclosed | null {
  if (document === null || (code !== 'BAD_INDENT' && code !== 'MISSING_CHAR')) return null;
  let found: Unclosed | null = null;
  visit(document, {
    Value: (_, node) => {
      const [start, until] = node.range ?? [0, 0];
      if (until !== end) return;
      if (code === 'MISSING_CHAR' && isScalar(node)) {
        if (node.type === 'QUOTE_DOUBLE') found = { start, close: '"' };
        if (node.type === 'QUOTE_SINGLE') found = { start, close: "'" };
      }
      if (code === 'BAD_INDENT' && isCollection(node) && node.flow === true) {
        found = { start, close: isMap(node) ? '}' : ']' };
      }
    },
  });
  return found;
}
