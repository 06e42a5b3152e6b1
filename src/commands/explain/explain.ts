import { ExitCode, UsageError } from '../../errors.js';
import { openBlame } from '../../git/blame.js';
import type { DesiredAssignment } from '../../model/desired.js';
import { isAddressGlob } from '../../model/address.js';
import { anyRole } from '../../model/glob.js';
import { groupBy } from '../../model/ordering.js';
import { traitsOf } from '../../model/scope.js';
import { matching } from '../../planning/narrow.js';
import type { EntryCommit, ExplainedRole, Explanation, History } from '../../model/explanation.js';
import type { CommandContext, Outcome } from '../context.js';
import { offlineDiagnostics, requireValid, type ValidConfig } from '../../workspace/valid-config.js';
import type { ConfigLocation, Workspace } from '../../workspace/workspace.js';
import { unreadableScope } from '../narrow.js';
import { type DeclaredRole, declaredRoles, teamChains } from './declared-roles.js';
import { liveAnswer, type LiveView, readLiveView, unlistedRoles } from './live-roles.js';
import { isAbout, whoIs, wordsFor } from './who.js';

export interface ExplainOptions {
  /** Null: who holds a role is asked, by `role` and `scope`. */
  readonly principal: string | null;
  readonly scope: readonly string[];
  /** Globs over role names. */
  readonly role: readonly string[];
  /** Whether to compare the answer with the live state. */
  readonly live: boolean;
  readonly concurrency: number | null;
}

export interface ExplainOutcome extends Outcome {
  readonly explanation: Explanation;
  /** What of the live state could not be read, each cause once. */
  readonly unread: readonly string[];
}

/**
 * Every role a person has by the files, and why; or everyone who has some role. Offline, but with `live`.
 * @throws UsageError for somebody the files do not know; InvalidFilesError
 */
export async function explainCommand(
  options: ExplainOptions,
  context: CommandContext,
): Promise<ExplainOutcome> {
  const config = requireValid(await context.workspace.head());
  const { explanation, live } = await explain(options, config, context);
  return {
    explanation,
    unread: live?.unread ?? [],
    diagnostics: offlineDiagnostics(config.diagnostics).filter(({ severity }) => severity === 'warning'),
    exitCode: live === null || live.whole ? ExitCode.done : ExitCode.error,
  };
}

async function explain(
  options: ExplainOptions,
  { desired, catalogue, teams }: ValidConfig,
  context: CommandContext,
): Promise<{ readonly explanation: Explanation; readonly live: LiveView | null }> {
  const { workspace } = context;
  const { principal, scope, role } = options;
  const who = principal === null ? null : whoIs(principal, desired);
  const fits = role.length === 0 ? () => true : anyRole(role);
  const isWanted = (assignment: DesiredAssignment): boolean =>
    fits(assignment.role) && (who === null || isAbout(assignment, who));
  const unreadable = scope.find((glob) => !isAddressGlob(glob));
  if (unreadable !== undefined) throw unreadableScope(unreadable);
  const scopes = matching(desired.scopes, scope);
  if (scopes.length === 0 && scope.length > 0)
    throw new UsageError(
      `--scope ${scope.map((glob) => JSON.stringify(glob)).join(', ')} matches no scope of the files`,
    );
  const declared = scopes.flatMap((each) =>
    declaredRoles(each, traitsOf(catalogue, each.scope), isWanted, workspace.at),
  );
  const chainOf = teamChains(teams, desired.people);
  const commits = await commitsOf(declared, workspace.location);
  const live = options.live ? await readLiveView(options, context) : null;
  const roles = declared.map(
    ({ assignment, declared: entry }): ExplainedRole => ({
      ...entry,
      teams: chainOf(assignment),
      commit: commits.get(entry.source.file)?.get(entry.source.line) ?? null,
      live: live === null ? null : liveAnswer(assignment, live.comparisons.get(entry.scope)),
    }),
  );
  const unlisted =
    live === null
      ? null
      : [...live.comparisons.values()]
          .flatMap((each) => unlistedRoles(each, who))
          .filter((row) => fits(row.role));
  const history = await historyOf(workspace);
  const explanation = {
    principal,
    who: who === null ? null : (wordsFor(who) ?? who.asked),
    roles,
    history,
    unlisted,
  };
  return { explanation, live };
}

async function historyOf(workspace: Workspace): Promise<History> {
  const repository = await workspace.repository().catch(() => null);
  if (repository === null) return 'none';
  return repository.shallow ? 'shallow' : 'whole';
}

async function commitsOf(
  declared: readonly { readonly declared: DeclaredRole }[],
  location: ConfigLocation,
): Promise<ReadonlyMap<string, ReadonlyMap<number, EntryCommit>>> {
  const byFile = groupBy(declared, ({ declared: { source } }) => source.file);
  const commits = new Map<string, ReadonlyMap<number, EntryCommit>>();
  const blame = await openBlame(location);
  for (const [file, entries] of byFile) {
    const lines = entries.map((entry) => entry.declared.source.line);
    commits.set(file, await blame(file, lines));
  }
  return commits;
}
