import { basename, dirname, resolve } from 'node:path';
import type { LoadedConfig } from '../config/load.js';
import { ExitCode, InvalidFilesError, UsageError } from '../errors.js';
import type { DesiredScope, DesiredState } from '../model/desired.js';
import { hasErrors } from '../model/diagnostic.js';
import type { StateDifference } from '../model/plan.js';
import { matching } from '../planning/narrow.js';
import { stateDifferences } from '../planning/state-differences.js';
import type { DiffResult } from '../report/diff.js';
import type { CommandContext } from './context.js';
import {
  type ConfigLocation,
  instantOf,
  loadFiles,
  loadRevision,
  offlineDiagnostics,
  locateConfig,
} from './load-files.js';
import type { DiffOptions, DiffOutcome } from './options.js';

/** Who gains and loses what between two git revisions, as of one instant; no network, no credentials. */
export async function diffCommand(options: DiffOptions, context: CommandContext): Promise<DiffOutcome> {
  const { base, head } = options;
  const { modules } = context;
  const now = instantOf(options.now, context.runtime.now);
  const location = await locationFor(options, context);
  const root = location.folder;
  const before = await loadRevision(location, base, now, modules);
  const after =
    head === null
      ? await loadFiles(location, now, modules)
      : await loadRevision(location, head, now, modules);
  if (before === null && after === null) {
    throw new UsageError(`neither ${JSON.stringify(base)} nor ${JSON.stringify(head)} has ${location.file}`, {
      hint: 'Name the settings with -c.',
    });
  }
  requireValid(before, base);
  const diagnostics = offlineDiagnostics(after?.diagnostics ?? []);
  if (hasErrors(diagnostics)) return { diff: null, diagnostics, exitCode: ExitCode.invalid, root };
  const sides = [before, after].map((side) => side?.desired.scopes ?? []);
  const [from = [], to = []] = narrowed(sides, options.scope);
  const catalogue = new Map([...(before?.catalogue ?? []), ...(after?.catalogue ?? [])]);
  const files = { settings: after?.settings ?? null, desired: after?.desired ?? NOTHING, catalogue };
  const diff = diffOf(base, head, stateDifferences(from, to, now, files));
  const pending = options.detailedExitcode && diff.changes.some(({ kept }) => kept === undefined);
  return { diff, diagnostics, exitCode: pending ? ExitCode.changesPending : ExitCode.done, root };
}

const NOTHING: DesiredState = { scopes: [], people: [] };

function diffOf(base: string, head: string | null, changes: readonly StateDifference[]): DiffResult {
  const summary = { grant: 0, change: 0, revoke: 0, kept: 0 };
  for (const { action, kept } of changes) summary[kept === true ? 'kept' : action] += 1;
  return { formatVersion: 1, base, head, summary, changes };
}

/** Between two revisions nothing has to be in the working tree but the folder. */
function locationFor(
  { config, head }: DiffOptions,
  { cwd, checkout = null }: CommandContext,
): Promise<ConfigLocation> {
  if (head === null) return locateConfig(config, cwd, checkout);
  const path = resolve(cwd, config);
  return Promise.resolve({ folder: dirname(path), file: basename(path), checkout });
}

function requireValid(loaded: LoadedConfig | null, revision: string): void {
  const diagnostics = offlineDiagnostics(loaded?.diagnostics ?? []);
  if (!hasErrors(diagnostics)) return;
  throw new InvalidFilesError(
    `the files of revision ${JSON.stringify(revision)} have errors, so nothing can be compared with them`,
    diagnostics,
    { hint: 'The places are those of that revision. Name one whose files are valid.' },
  );
}

function narrowed(
  sides: readonly (readonly DesiredScope[])[],
  globs: readonly string[],
): readonly (readonly DesiredScope[])[] {
  for (const glob of globs) {
    if (sides.some((scopes) => matching(scopes, [glob]).length > 0)) continue;
    throw new UsageError(`--scope ${JSON.stringify(glob)} fits no scope of either revision`, {
      hint: '* is one segment of an address, ** any number of them.',
    });
  }
  return sides.map((scopes) => matching(scopes, globs));
}
