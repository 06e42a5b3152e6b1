import type { Diagnostic } from './model/diagnostic.js';

/** The exit codes of every command. */
export const ExitCode = {
  done: 0,
  error: 1,
  changesPending: 2,
  invalid: 3,
  guard: 4,
  reviewMismatch: 5,
  partial: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

const WORST_FIRST: readonly ExitCode[] = [130, 3, 5, 4, 6, 1, 2, 0];

/** Where several codes hold, the first of 130, 3, 5, 4, 6, 1, 2, 0. None: 0. */
export function worstExit(codes: Iterable<ExitCode>): ExitCode {
  const held = new Set(codes);
  return WORST_FIRST.find((code) => held.has(code)) ?? ExitCode.done;
}

/** A failure that is told to people: what happened, and in `hint` what to do about it. */
export class RolecallError extends Error {
  override readonly name: string = 'RolecallError';
  readonly exitCode: ExitCode = ExitCode.error;
  readonly hint: string | null;

  constructor(message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.hint = options.hint ?? null;
  }
}

/** The command was called wrongly: an option, an argument, or two that do not go together. */
export class UsageError extends RolecallError {
  override readonly name = 'UsageError';
  override readonly exitCode = ExitCode.invalid;
}

/** The files are invalid; the findings say where and why. */
export class InvalidFilesError extends RolecallError {
  override readonly name = 'InvalidFilesError';
  override readonly exitCode = ExitCode.invalid;

  constructor(
    message: string,
    readonly diagnostics: readonly Diagnostic[],
    options: { readonly hint?: string; readonly cause?: unknown } = {},
  ) {
    super(message, options);
  }
}

/** A review that counts for nothing: what may be written is not known. */
export class ReviewRefused extends RolecallError {
  override readonly name = 'ReviewRefused';
  override readonly exitCode = ExitCode.reviewMismatch;
}

/** Ctrl-C or SIGTERM ended the run before it had a result to return. */
export class Interrupted extends RolecallError {
  override readonly name = 'Interrupted';
  override readonly exitCode = ExitCode.interrupted;

  constructor(message = 'Interrupted.') {
    super(message);
  }
}
