import type { ApplyResult } from '../model/result.js';
import { applyLastLine, applyMarkdown } from '../report/apply.js';
import { markdownText } from '../report/markdown.js';
import { disbeliefReason, type MergedPull } from '../github/merged-pulls.js';
import type { GuardRefusal, Plan } from '../model/plan.js';
import { count } from '../model/label.js';
import type { Inputs } from './inputs.js';
import type { Records } from './records.js';

/** The result, with its own counts on top, or the reasons why nothing was written in their own words. */
export function resultMarkdown(
  result: ApplyResult,
  refusals: readonly Refusal[],
  unread: readonly string[],
): string {
  const shown = withInputNames(result);
  const [first] = refusals;
  const missing = listed(unread.map(markdownText));
  if (first === undefined)
    return applyMarkdown(shown, undefined, `**${outcomeLine(result, unread)}**${missing}`);
  const reasons = refusals.flatMap((refusal) => refusal.reasons).map(markdownText);
  const [only, ...others] = reasons;
  const title =
    only !== undefined && others.length === 0
      ? `**Nothing was written: ${only}.**`
      : `**Nothing was written:**${listed(reasons)}`;
  return applyMarkdown(shown, undefined, `${title}\n\n${markdownText(first.next)}${missing}`);
}

/** What became of an apply, in one line; `unread` is what kept reads from being whole. */
export function outcomeLine(result: ApplyResult, unread: readonly string[]): string {
  if (unread.length === 0) return applyLastLine(result);
  return result.results.length === 0
    ? 'Nothing was applied: not everything could be read.'
    : `${applyLastLine(result)} Not everything could be read.`;
}

function listed(items: readonly string[]): string {
  return items.length === 0 ? '' : `\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

/** A text as a sentence of its own. */
export function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1).replace(/\.+$/u, '')}.`;
}

/** Why nothing was applied, as whole sentences, and what to do next. Plain text. */
export interface Refusal {
  readonly reasons: readonly string[];
  readonly next: string;
}

const PLAN_AGAIN =
  'Read the plan in the summary of this run; if it is right, run the workflow with the input digest:';

/** Why a result was refused, as far as one pull request of the push goes; null where it was not. */
export function refusalFor(
  pull: MergedPull | null,
  { unreviewed, guards, digest }: ApplyResult,
  records: Pick<Records, 'viewer' | 'expired'>,
  inputs: Pick<Inputs, 'config' | 'digest'>,
): Refusal | null {
  if (guards.length > 0) {
    return { reasons: guards.map(guardWords), next: guardStep(guards) };
  }
  if (unreviewed.length === 0) return null;
  const next = `${PLAN_AGAIN} ${digest}`;
  if (inputs.digest !== null) return { reasons: [otherDigest(inputs.digest, digest)], next };
  const reason =
    pull === null
      ? 'the pushed commits came without a pull request that was merged into this branch, so nobody reviewed a plan of them'
      : reviewProblem(pull, unreviewed.length, records, inputs.config);
  return { reasons: [reason], next };
}

function otherDigest(given: string, digest: string): string {
  return `the input digest is ${given} and the plan of this run has ${digest} because the files or the live state have changed`;
}

function reviewProblem(
  pull: MergedPull,
  unreviewed: number,
  { viewer, expired }: Pick<Records, 'viewer' | 'expired'>,
  config: string,
): string {
  const name = `#${pull.number}`;
  if (pull.comment === null && pull.otherAuthors.length > 0) {
    const here = viewer === null ? 'the identity of this run' : viewer;
    return `the plan of ${name} was commented by ${pull.otherAuthors.join(' and ')} while this run is ${here}, and both need the same github-token`;
  }
  if (pull.comment === null && pull.isFork) {
    return `${name} came from a fork, so it was planned without credentials and has no record`;
  }
  if (pull.comment === null) return `${name} was never planned: no comment about ${config} is on it`;
  if (pull.comment.line === null && pull.comment.editedBy === null) {
    return `${name} has no record of a plan: the live state was not read for it, or its comment has lost the record`;
  }
  const why = disbeliefReason(pull);
  if (why !== null) return `the record of ${name} is not believed: ${why}`;
  if (expired.some((one) => one.pull.number === pull.number)) {
    return `the record of ${name} has expired: it was merged more than 90 days ago`;
  }
  return `the files changed besides what ${name} showed: ${count(unreviewed, 'change')} of this plan ${unreviewed === 1 ? 'is' : 'are'} in no record of a merged pull request`;
}

function guardWords({ scope, message }: GuardRefusal): string {
  const words = message
    .replace(/; check the files, then allow .*$/u, '')
    .replace('--allow-revokes', 'allow-revokes');
  return scope === null
    ? `a guard refused the plan: ${words}`
    : `a guard refused the plan of ${scope} since ${words}`;
}

function guardStep(guards: readonly GuardRefusal[]): string {
  const [, allowed] =
    guards
      .map(({ message }) => /--allow-revokes (\d+)/u.exec(message) ?? [])
      .find(([all]) => all !== undefined) ?? [];
  if (guards.some(({ guard }) => guard !== 'maxRevokes')) {
    return 'Change the files in a new pull request, so that no guard refuses the plan.';
  }
  return allowed === undefined
    ? 'Check the files; if these revokes are meant, run the workflow with a greater allow-revokes.'
    : `Check the files; if these revokes are meant, run the workflow with the input allow-revokes: ${allowed}`;
}

/** A plan whose guards name the Action's inputs, since nobody can give the command line's options there. */
export function withInputNames<T extends Pick<Plan, 'guards'>>(plan: T): T {
  return { ...plan, guards: plan.guards.map(inputNames) };
}

function inputNames(refusal: GuardRefusal): GuardRefusal {
  return { ...refusal, message: refusal.message.replaceAll('--allow-revokes', 'the input allow-revokes') };
}
