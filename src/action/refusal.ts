import { disbelief, type MergedPull } from '../github/merged-pulls.js';
import type { GuardRefusal } from '../model/plan.js';
import type { ApplyResult } from '../model/result.js';
import { count } from '../report/words.js';
import type { Inputs } from './inputs.js';
import type { Records } from './records.js';

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
  return `the input digest is ${given} and the plan of this run has ${digest} since the files or the live state are other ones than then`;
}

function reviewProblem(
  pull: MergedPull,
  unreviewed: number,
  { viewer, expired }: Pick<Records, 'viewer' | 'expired'>,
  config: string,
): string {
  const name = `#${pull.number}`;
  if (pull.comment === null && pull.strangers.length > 0) {
    const here = viewer === null ? 'the identity of this run' : viewer;
    return `the plan of ${name} was commented by ${pull.strangers.join(' and ')} while this run is ${here} and both need the same github-token`;
  }
  if (pull.comment === null && pull.isFork) {
    return `${name} came from a fork, so it was planned without credentials and has no record`;
  }
  if (pull.comment === null) return `${name} was never planned: no comment about ${config} is on it`;
  if (pull.comment.line === null && pull.comment.editedBy === null) {
    return `${name} has no record of a plan: the live state was not read for it, or its comment has lost the record`;
  }
  const why = disbelief(pull);
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
