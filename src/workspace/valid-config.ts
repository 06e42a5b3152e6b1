import type { DiagnosticCode } from '../config/codes.js';
import type { LoadedConfig } from '../config/load.js';
import { InvalidFilesError } from '../errors.js';
import { type Diagnostic, hasErrors } from '../model/diagnostic.js';
import type { Settings } from '../model/settings.js';

const PROVIDER_MISSING = 'provider-missing' satisfies DiagnosticCode;
/** What is in order and worth a look: `validate` tells it, and a plan tells of the terms that end soon in its scopes. */
const TERMS = ['term-ends-soon', 'term-over'] as const satisfies readonly DiagnosticCode[];
/** Findings that do not count where no provider is reached. */
const LEFT_OUT: ReadonlySet<string> = new Set([PROVIDER_MISSING, ...TERMS]);

/** The files of a configuration, without errors but for providers that the settings lack. */
export interface ValidConfig extends LoadedConfig {
  readonly settings: Settings;
}

/**
 * Files that can be planned. A provider without settings is no error yet: perhaps the command need not reach it.
 * `tolerated` are codes of other findings that are none.
 * @throws InvalidFilesError with every finding
 */
export function requireValid(loaded: LoadedConfig, tolerated: ReadonlySet<string> = new Set()): ValidConfig {
  const { settings, diagnostics } = loaded;
  const grave = offlineDiagnostics(diagnostics).filter(({ code }) => !tolerated.has(code));
  if (settings !== null && !hasErrors(grave)) return { ...loaded, settings };
  throw new InvalidFilesError('the files have errors, so no request was sent', diagnostics);
}

/** The findings that count where no provider is reached: one without settings does not, and terms are left to validate. */
export function offlineDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ code }) => !LEFT_OUT.has(code));
}

/**
 * The findings that count once it is known which providers a run reaches.
 * @throws InvalidFilesError where one of these has no settings
 */
export function reachableDiagnostics(
  { diagnostics }: LoadedConfig,
  { providers }: Settings,
  needed: ReadonlySet<string>,
): readonly Diagnostic[] {
  if ([...needed].every((name) => providers.has(name))) return offlineDiagnostics(diagnostics);
  throw new InvalidFilesError('the files need a provider that the settings lack', diagnostics);
}
