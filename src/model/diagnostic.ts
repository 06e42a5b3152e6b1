import { byKeys } from './ordering.js';

/** A place in a file. `file` is relative to the folder of rolecall.yaml, with `/`; line and column start at 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Severity = 'error' | 'warning';

/** A finding about the files. `code` is stable, kebab-case, and what programs decide on; `message` is for people. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** By file, line, column, then code and message; each finding once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = [...diagnostics].sort(
    byKeys(
      ({ file }) => file,
      ({ line }) => line,
      ({ column }) => column,
      ({ code }) => code,
      ({ message }) => message,
    ),
  );
  return sorted.filter((diagnostic, index) => !sameFinding(diagnostic, sorted[index - 1]));
}

function sameFinding(a: Diagnostic, b: Diagnostic | undefined): boolean {
  return (
    b !== undefined &&
    a.file === b.file &&
    a.line === b.line &&
    a.column === b.column &&
    a.code === b.code &&
    a.message === b.message
  );
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
