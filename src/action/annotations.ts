import type { Diagnostic, SourceLocation } from '../model/diagnostic.js';
import type { Change } from '../model/change.js';
import type { Plan, StateDifference } from '../model/plan.js';
import { shownWarnings } from '../report/plan/summary.js';
import type { ApplyResult } from '../model/result.js';
import { applyLastLine } from '../report/apply.js';
import { inFolder } from '../report/diagnostics.js';
import { visible } from '../report/escape.js';
import { count } from '../model/label.js';
import { noteWords, riskFirst, rolesWords } from '../report/words.js';
import { type Refusal, withInputNames } from './apply-text.js';
import type { Annotation, RunnerPort } from './context.js';

/** Annotations of one level that GitHub keeps for a step. */
const MOST_PER_LEVEL = 10;

/** Writes annotations, at most as many a level as GitHub keeps; the last of a level then says how many are missing. */
export function annotate(port: RunnerPort, annotations: readonly Annotation[]): void {
  for (const level of ['error', 'warning', 'notice'] as const) {
    const all = annotations.filter((annotation) => annotation.level === level);
    const shown = all.length > MOST_PER_LEVEL ? all.slice(0, MOST_PER_LEVEL - 1) : all;
    for (const annotation of shown) port.annotate(annotation);
    if (shown.length === all.length) continue;
    const message = `and ${count(all.length - shown.length, 'more annotation')}: see the job summary`;
    port.annotate({ level, title: 'rolecall', message, position: null });
  }
}

function positionOf(source: SourceLocation | null, folder: string): Annotation['position'] {
  if (source === null) return null;
  const { file, line, column } = source;
  return { file: inFolder(folder, file), line, column };
}

/** Findings about the files, at their lines. `folder` is that of the config, from the top of the repository. */
export function ofDiagnostics(diagnostics: readonly Diagnostic[], folder: string): readonly Annotation[] {
  return diagnostics.map((finding) => ({
    level: finding.severity,
    title: finding.code,
    message: finding.message,
    position: positionOf(finding, folder),
  }));
}

/** What a plan says of lines of the files: its guards, its warnings, then the changes that the files bring about. */
export function ofPlan(plan: Plan, folder: string): readonly Annotation[] {
  const guards = withInputNames(plan).guards.map(
    ({ guard, scope, message }): Annotation => ({
      level: 'error',
      title: `guard ${guard}`,
      message: scope === null ? message : `${scope}: ${message}`,
      position: null,
    }),
  );
  const warnings = shownWarnings(plan).map(
    ({ code, message, source }): Annotation => ({
      level: 'warning',
      title: code,
      message,
      position: positionOf(source, folder),
    }),
  );
  const own = plan.changes.filter(({ source, cause }) => source !== null && cause !== 'drift');
  const changes = riskFirst(own).map((change): Annotation => {
    const { action, source, blocked, risk } = change;
    const notes = [...noteWords(change), ...(blocked === null ? [] : [`blocked: ${blocked}`])];
    return {
      level: blocked !== null || risk === 'high' ? 'warning' : 'notice',
      title: `to ${action}`,
      message: `${changeWords(change)}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`,
      position: positionOf(source, folder),
    };
  });
  return [...guards, ...changes, ...warnings];
}

function changeWords(change: Pick<Change, 'label' | 'from' | 'to' | 'scope'>): string {
  return `${change.label}: ${rolesWords(change)} in ${change.scope}`;
}

/** What of a result needs attention: why it was refused, or each write that failed. */
export function ofResult(
  result: ApplyResult,
  refusal: Refusal | null,
  folder: string,
): readonly Annotation[] {
  const { unreviewed, guards, summary } = result;
  if (guards.length > 0 || (unreviewed.length === 0 && summary.failed + summary.skipped === 0)) return [];
  const message =
    refusal === null
      ? applyLastLine(result)
      : `Nothing was written: ${refusal.reasons.join('; ')}. ${refusal.next}`;
  const failed = riskFirst(result.results.filter(({ status }) => status === 'failed'));
  return [
    { level: 'error', title: 'apply', message, position: null },
    ...failed.map(
      (change): Annotation => ({
        level: 'error',
        title: `${change.action} failed`,
        message: `${changeWords(change)}: ${change.reason ?? 'no reason given'}`,
        position: positionOf(change.source, folder),
      }),
    ),
  ];
}

/** What an offline comparison says of lines of the files. */
export function ofDifferences(changes: readonly StateDifference[], folder: string): readonly Annotation[] {
  return changes
    .filter(({ source }) => source !== null)
    .map((change) => ({
      level: 'notice',
      title: change.action,
      message: changeWords(change),
      position: positionOf(change.source, folder),
    }));
}

/** An annotation's text as it may be printed. */
export function shownAnnotation({ level, title, message, position }: Annotation): Annotation {
  return {
    level,
    title: visible(title),
    message: visible(message),
    position: position === null ? null : { ...position, file: visible(position.file) },
  };
}
