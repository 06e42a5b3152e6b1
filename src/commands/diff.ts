import type { LoadedConfig } from '../config/load.js';
import { ExitCode, InvalidFilesError, UsageError } from '../errors.js';
import type { DesiredScope, DesiredState } from '../model/desired.js';
import { hasErrors } from '../model/diagnostic.js';
import type { StateDifference } from '../model/plan.js';
import { matching } from '../planning/narrow.js';
import { stateDifferences } from '../planning/state-differences.js';
import type { DiffResult } from '../model/diff.js';
import type { CommandContext, Outcome } from './context.js';
import { offlineDiagnostics } from '../workspace/valid-config.js';

export interface DiffOptions {
  readonly base: string;
  readonly head: string | null;
  readonly scope: readonly string[];
  readonly detailedExitcode: boolean;
}

export interface DiffOutcome extends Outcome {
  readonly diff: DiffResult | null;
}

/** Who gains and loses what between two git revisions, as of one instant; no network, no credentials. */
export async function diffCommand(options: DiffOptions, context: CommandContext): Promise<DiffOutcome> {
  const { base, head } = options;
  const { workspace } = context;
  const workingTree = head === null ? await workspace.head() : null;
  const before = await workspace.revision(base);
  const after = head === null ? workingTree : await workspace.revision(head);
  if (before === null && after === null) {
    throw new UsageError(
      `neither ${JSON.stringify(base)} nor ${JSON.stringify(head)} has ${workspace.location.file}`,
      {
        hint: 'Name the settings with -c.',
      },
    );
  }
  requireValid(before, base);
  const diagnostics = offlineDiagnostics(after?.diagnostics ?? []);
  if (hasErrors(diagnostics)) return { diff: null, diagnostics, exitCode: ExitCode.invalid };
  const sides = [before, after].map((side) => side?.desired.scopes ?? []);
  const [from = [], to = []] = narrowed(sides, options.scope);
  const catalogue = new Map([...(before?.catalogue ?? []), ...(after?.catalogue ?? [])]);
  const files = { settings: after?.settings ?? null, desired: after?.desired ?? NOTHING, catalogue };
  const diff = diffOf(base, head, stateDifferences(from, to, workspace.at, files));
  const pending = options.detailedExitcode && diff.changes.some(({ kept }) => kept === undefined);
  return { diff, diagnostics, exitCode: pending ? ExitCode.changesPending : ExitCode.done };
}

const NOTHING: DesiredState = { scopes: [], people: [] };

function diffOf(base: string, head: string | null, changes: readonly StateDifference[]): DiffResult {
  const summary = { grant: 0, change: 0, revoke: 0, kept: 0 };
  for (const { action, kept } of changes) summary[kept === true ? 'kept' : action] += 1;
  return { formatVersion: 1, base, head, summary, changes };
}

function requireValid(loaded: LoadedConfig | null, revision: string): void {
  const diagnostics = offlineDiagnostics(loaded?.diagnostics ?? []);
  if (!hasErrors(diagnostics)) return;
  throw new InvalidFilesError(
    `the files of revision ${JSON.stringify(revision)} have errors, so nothing can be compared with them`,
    diagnostics,
    { hint: 'The positions are those of that revision. Name one whose files are valid.' },
  );
}

function narrowed(
  sides: readonly (readonly DesiredScope[])[],
  globs: readonly string[],
): readonly (readonly DesiredScope[])[] {
  for (const glob of globs) {
    if (sides.some((scopes) => matching(scopes, [glob]).length > 0)) continue;
    throw new UsageError(`--scope ${JSON.stringify(glob)} matches no scope of either revision`, {
      hint: '* is one segment of an address, ** any number of them.',
    });
  }
  return sides.map((scopes) => matching(scopes, globs));
}
