import type { Diagnostic } from '../model/diagnostic.js';
import type { Change } from '../model/change.js';
import type { Plan, StateDifference } from '../model/plan.js';
import type { ApplyResult, ChangeResult } from '../model/result.js';
import { applyLastLine } from '../report/apply.js';
import { inFolder } from '../report/diagnostics.js';
import { visible } from '../report/escape.js';
import { count, noteWords, riskFirst, rolesWords } from '../report/words.js';
import { type Refusal, withInputNames } from './apply-text.js';
import type { Annotation, AnnotationLevel, RunnerPort } from './context.js';

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

/** Findings about the files, at their lines. `folder` is that of the config, from the top of the repository. */
export function ofDiagnostics(diagnostics: readonly Diagnostic[], folder: string): readonly Annotation[] {
  return diagnostics.map(({ severity, code, message, file, line, column }) => ({
    level: severity,
    title: code,
    message,
    position: { file: inFolder(folder, file), line, column },
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
  const warnings = plan.warnings.map(
    ({ code, message, source }): Annotation => ({
      level: 'warning',
      title: code,
      message,
      position: source === null ? null : { ...source, file: inFolder(folder, source.file) },
    }),
  );
  const changes = riskFirst(plan.changes).flatMap((change) => ofChange(change, folder));
  return [...guards, ...changes, ...warnings];
}

function ofChange(change: Change, folder: string): readonly Annotation[] {
  const { source, cause, blocked, risk } = change;
  if (source === null || cause === 'drift') return [];
  const level: AnnotationLevel = blocked !== null || risk === 'high' ? 'warning' : 'notice';
  const notes = [...noteWords(change), ...(blocked === null ? [] : [`blocked: ${blocked}`])];
  const extra = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  const message = `${change.label}: ${rolesWords(change)} in ${change.scope}${extra}`;
  return [
    {
      level,
      title: `to ${change.action}`,
      message,
      position: { ...source, file: inFolder(folder, source.file) },
    },
  ];
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
    ...failed.map((change) => ofFailure(change, folder)),
  ];
}

function ofFailure({ reason, source, ...change }: ChangeResult, folder: string): Annotation {
  return {
    level: 'error',
    title: `${change.action} failed`,
    message: `${change.label}: ${rolesWords(change)} in ${change.scope}: ${reason ?? 'no reason given'}`,
    position: source === null ? null : { ...source, file: inFolder(folder, source.file) },
  };
}

/** What an offline comparison says of lines of the files. */
export function ofDifferences(changes: readonly StateDifference[], folder: string): readonly Annotation[] {
  return changes.flatMap((change): readonly Annotation[] => {
    if (change.source === null) return [];
    const message = `${change.label}: ${rolesWords(change)} in ${change.scope}`;
    const position = { ...change.source, file: inFolder(folder, change.source.file) };
    return [{ level: 'notice', title: change.action, message, position }];
  });
}

/** An annotation's text as it may be printed. */
export function shownAnnotation(annotation: Annotation): Annotation {
  const { position } = annotation;
  return {
    ...annotation,
    title: visible(annotation.title),
    message: visible(annotation.message),
    position: position === null ? null : { ...position, file: visible(position.file) },
  };
}
