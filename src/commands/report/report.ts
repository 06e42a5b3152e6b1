import { ExitCode, worstExit } from '../../errors.js';
import { version } from '../../generated/version.js';
import { headOf } from '../../git/working-tree.js';
import { hasErrors } from '../../model/diagnostic.js';
import { anyRole } from '../../model/glob.js';
import { notListedBy } from '../../model/scope.js';
import { incompleteReads, sortedWarnings } from '../../planning/warnings.js';
import { makeReview } from '../../planning/access-review/make-review.js';
import type { AccessReview, ReviewFinding } from '../../planning/access-review/review.js';
import { ASSUMED_FACTS, type PlanWarning } from '../../model/plan.js';
import type { CommandContext, Outcome } from '../context.js';
import { filesRead } from '../../workspace/workspace.js';
import { provenance } from './provenance.js';
import { openPlanningRun, planningDefaults, type PlanningRun } from '../planning-run.js';

export interface ReportOptions {
  /** Days without a login after which access is called stale. */
  readonly inactiveDays: number;
  readonly scope: readonly string[];
  readonly concurrency: number | null;
}

export interface ReportOutcome extends Outcome {
  readonly review: AccessReview;
  /** What could not be read, each cause once. */
  readonly unread: readonly string[];
}

/** Errors that a report shows and that do not stop it. */
const POLICY_FINDINGS: ReadonlySet<string> = new Set(['separation', 'max-term', 'min-holders']);
/** Warnings of a plan that a report shows elsewhere. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set(['term-ends-soon', ASSUMED_FACTS]);

/**
 * Who holds what, live, and what to look at. Sends reads (and token requests) only.
 * @throws UsageError, InvalidFilesError, HttpFailure as a plan does
 */
export async function reportCommand(options: ReportOptions, context: CommandContext): Promise<ReportOutcome> {
  const { scope, concurrency } = options;
  const wanted = { ...planningDefaults, scope, concurrency, everyone: true };
  const run = await openPlanningRun({ ...wanted, tolerated: POLICY_FINDINGS }, context);
  await run.close();
  const review = await reviewOf(run, options, context);
  const whole = review.scopes.every(({ complete }) => complete);
  return {
    review,
    unread: incompleteOf(run).map(({ message }) => message),
    diagnostics: run.diagnostics,
    exitCode: worstExit([
      ExitCode.done,
      ...(hasErrors(run.diagnostics) ? [ExitCode.invalid] : []),
      ...(whole ? [] : [ExitCode.error]),
    ]),
  };
}

function incompleteOf({ live, planned }: PlanningRun): readonly PlanWarning[] {
  return incompleteReads(
    [...live.values()],
    planned.comparisons,
    'the roles there are missing in this report',
  );
}

async function reviewOf(
  run: PlanningRun,
  options: ReportOptions,
  context: CommandContext,
): Promise<AccessReview> {
  const { planned, config, live, settings, location } = run;
  const head = await headOf(location, filesRead(location, config));
  return makeReview({
    comparisons: planned.comparisons,
    live,
    isHighRisk: anyRole(settings.highRisk),
    at: context.workspace.at,
    evidence: {
      digest: planned.plan.digest,
      ...(await provenance(run, context)),
      commit: head?.sha ?? null,
      uncommitted: head?.changed ?? false,
      version,
      inactiveDays: options.inactiveDays,
      narrowing: options.scope,
      notListed: notListedBy(
        config.catalogue,
        [...live.values()].map(({ root }) => root.provider),
      ),
    },
    findings: findingsOf(run),
  });
}

function findingsOf(run: PlanningRun): readonly ReviewFinding[] {
  const { diagnostics, planned } = run;
  const ofFiles = diagnostics.map(({ severity, code, message, file, line, column }) => ({
    severity,
    code,
    message,
    source: { file, line, column },
  }));
  const guards = planned.plan.guards.map(({ guard, scope, message }) => ({
    severity: 'error' as const,
    code: guard,
    message: scope === null ? message : `${scope}: ${message}`,
    source: null,
  }));
  const told = planned.plan.warnings.filter(({ code }) => code !== 'incomplete-read');
  const warnings = sortedWarnings([...told, ...incompleteOf(run)])
    .filter(({ code }) => !SHOWN_ELSEWHERE.has(code))
    .map(({ code, message, source }) => ({ severity: 'warning' as const, code, message, source }));
  return [
    ...ofFiles.filter(({ severity }) => severity === 'error'),
    ...guards,
    ...ofFiles.filter(({ severity }) => severity === 'warning'),
    ...warnings,
  ];
}
