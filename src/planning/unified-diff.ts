import { createTwoFilesPatch } from 'diff';

export interface UnifiedDiffOptions {
  /** Lines shown around a change. */
  readonly context: number;
  /** Lines that may come or go; undefined: any number. */
  readonly maxEdits?: number;
}

/** One side of a diff: what it is called, and its text. */
interface Side {
  readonly name: string;
  readonly text: string;
}

/** Unified diff of two texts, with its two lines of names; undefined where more lines come or go than may. */
export function unifiedDiff(
  before: Side,
  after: Side,
  { context, maxEdits }: UnifiedDiffOptions,
): string | undefined {
  const options = { context, ...(maxEdits === undefined ? {} : { maxEditLength: maxEdits }) };
  return createTwoFilesPatch(before.name, after.name, before.text, after.text, '', '', options)?.replace(
    /^(?:Index:.*\n)?=+\n/u,
    '',
  );
}
