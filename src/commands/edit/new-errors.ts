import type { Diagnostic } from '../../model/diagnostic.js';
import { groupBy } from '../../model/ordering.js';

/** The text of a file; null where it has none. */
type TextOf = (file: string) => string | null;

/** Findings with the texts of the files that they are about. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  readonly textOf: TextOf;
}

/**
 * The findings that an edit adds. Lines move, so a finding is known by its code and what stands on its line; of a code that
 * a file has no more often than before, none is new.
 */
export function newFindings(before: Findings, after: Findings): readonly Diagnostic[] {
  const old = groupBy(before.diagnostics, kindOf);
  return [...groupBy(after.diagnostics, kindOf)].flatMap(([kind, found]) => {
    const known = old.get(kind) ?? [];
    const lines = known.map((each) => lineOf(each, before.textOf));
    const unknown = found.filter((each) => {
      const index = lines.indexOf(lineOf(each, after.textOf));
      if (index !== -1) lines.splice(index, 1);
      return index === -1;
    });
    return unknown.slice(0, Math.max(0, found.length - known.length));
  });
}

function kindOf({ severity, code, file }: Diagnostic): string {
  return JSON.stringify([severity, code, file]);
}

function lineOf({ file, line }: Diagnostic, textOf: TextOf): string {
  return textOf(file)?.split('\n')[line - 1]?.trim() ?? '';
}
