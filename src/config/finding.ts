import type { Diagnostic, Severity, SourceLocation } from '../model/diagnostic.js';
import type { DiagnosticCode } from './codes.js';

/** Line and column, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A finding at a position. */
export function finding(
  severity: Severity,
  code: DiagnosticCode,
  at: SourceLocation,
  message: string,
): Diagnostic {
  return { severity, code, message, file: at.file, line: at.line, column: at.column };
}

export function errorAt(code: DiagnosticCode, at: SourceLocation, message: string): Diagnostic {
  return finding('error', code, at, message);
}

export function warningAt(code: DiagnosticCode, at: SourceLocation, message: string): Diagnostic {
  return finding('warning', code, at, message);
}

/** Adds findings, however many: as arguments of one call they would be limited by the stack. */
export function addAll(diagnostics: Diagnostic[], more: Iterable<Diagnostic>): void {
  for (const one of more) diagnostics.push(one);
}

/** A position in a file as a location. */
export function inFile(file: string, { line, column }: Position): SourceLocation {
  return { file, line, column };
}

/** `access/acme.yaml:6` */
export function lineOf({ file, line }: SourceLocation): string {
  return `${file}:${line}`;
}
