import type { Selection } from '../commands/apply-run.js';
import { floorRoleOf } from '../commands/apply.js';
import type { PlanningRun } from '../commands/planning-run.js';
import { openBlame } from '../git/blame.js';
import { openRepository } from '../git/repository.js';
import type { GitHub } from '../github/client.js';
import { believedRecord, type MergedPull, type PullSearch, pullsOfCommits } from '../github/merged-pulls.js';
import type { Change } from '../model/change.js';
import { anyRole } from '../model/glob.js';
import { givesHighRisk } from '../model/risk.js';
import { type PlannedDifference, splitExpired } from '../planning/changes.js';
import { matchReview } from '../planning/review.js';
import { listsStart, reviewByRecords } from './record-review.js';
import type { PullRecord } from './records.js';

/** Where the scheduled run asks who brought a line. */
export interface ScheduleContext {
  readonly github: GitHub;
  readonly search: PullSearch;
  /** The open records, which cover what they cover after a push. */
  readonly open: readonly PullRecord[];
}

/** Commits of the people file that are asked for a pull request. */
const MOST_PEOPLE_COMMITS = 30;

const NOT_REVIEWED =
  'a term starts that no believed record of the pull request that brought its line lists: plan and review it again';
const SHALLOW = 'who brought its line cannot be told in a shallow clone: check out with fetch-depth: 0';
const NOT_BROUGHT = 'a term ended, and what comes in its place is of high risk and was not reviewed';
const OTHER =
  'no open record covers it, and a scheduled run besides ends and starts terms only: see the drift issue';

/** A selection, and the run whose plan it is of: pairs that ended terms tear apart are two changes there. */
export interface ScheduledSelection {
  readonly run: PlanningRun;
  readonly selection: Selection;
  /** The records of terms that start, beside the open ones. */
  readonly starts: readonly PullRecord[];
}

/**
 * What a scheduled run may write: what open records cover; terms that ended, since the date stood in a merged file, and terms that start where a
 * believed record of the pull request that brought the line lists it. The rest is held.
 */
export async function scheduleSelection(
  run: PlanningRun,
  context: ScheduleContext,
): Promise<ScheduledSelection> {
  const { search, open } = context;
  const records = open.map(({ record }) => record);
  const review = reviewByRecords(records, run.planned.plan, search.domain, search.signingKey);
  const covered = new Set(matchReview(run.planned, review, null, floorRoleOf(run)).allowed);
  const starts = new Map<number, PullRecord>();
  const pullsOf = rememberedPulls(context, (found) => starts.set(found.pull.number, found));
  const planned: PlannedDifference[] = [];
  const isHighRisk = anyRole(run.settings.highRisk);
  const allowed: number[] = [];
  const held: { readonly index: number; readonly reason: string }[] = [];
  const settle = (one: PlannedDifference, reason: string | null): void => {
    const index = planned.push(one) - 1;
    if (one.change.blocked !== null) return;
    if (reason === null) allowed.push(index);
    else held.push({ index, reason });
  };
  for (const [index, one] of run.planned.changes.entries()) {
    const isFree = one.change.blocked !== null || covered.has(index);
    const reason = isFree ? null : await reasonToHold(one.change, run, search, pullsOf);
    const split = reason === null ? null : splitExpired(one, isHighRisk);
    if (split === null) settle(one, reason);
    else {
      settle(split.revoke, null);
      settle(split.grant, await reasonToHold(split.grant.change, run, search, pullsOf));
    }
  }
  const changes = planned.map(({ change }) => change);
  const split = { ...run.planned, changes: planned, plan: { ...run.planned.plan, changes } };
  const selection = { allowed, held, unreviewed: [], reviewed: [] };
  return { run: { ...run, planned: split }, selection, starts: [...starts.values()] };
}

/** The pull requests of commits, each commit asked for once, and what is told of a record that lists a start. */
interface PullsOf {
  (commit: string): Promise<readonly MergedPull[]>;
  readonly found: (record: PullRecord) => void;
}

function rememberedPulls({ github, search }: ScheduleContext, found: (record: PullRecord) => void): PullsOf {
  const pulls = new Map<string, readonly MergedPull[]>();
  const pullsOf = async (commit: string): Promise<readonly MergedPull[]> => {
    const known = pulls.get(commit) ?? (await pullsOfCommits(github, [commit], search)).pulls;
    pulls.set(commit, known);
    return known;
  };
  return Object.assign(pullsOf, { found });
}

async function reasonToHold(
  change: Change,
  run: PlanningRun,
  search: PullSearch,
  pullsOf: PullsOf,
): Promise<string | null> {
  switch (change.term) {
    case null:
      return OTHER;
    case 'started':
      return (await isListed(change, run, search, pullsOf)) ? null : await notReviewed(run);
    case 'ended':
    case 'left':
      return takesOnly(change, run) || (await isListed(change, run, search, pullsOf)) ? null : NOT_BROUGHT;
  }
}

async function notReviewed({ location }: PlanningRun): Promise<string> {
  return (await openRepository(location)).shallow ? SHALLOW : NOT_REVIEWED;
}

/** Whether an ended term leaves nothing behind that would have to be reviewed. */
function takesOnly(change: Change, run: PlanningRun): boolean {
  const { to, scope } = change;
  if (to === null || to.role.toLowerCase() === floorRoleOf(run)(scope)) return true;
  return !givesHighRisk(change, anyRole(run.settings.highRisk));
}

/** Whether a record of a pull request that brought the line, or the person's place in a team, lists the change. */
async function isListed(
  change: Change,
  run: PlanningRun,
  search: PullSearch,
  pullsOf: PullsOf,
): Promise<boolean> {
  const { domain, signingKey } = search;
  for await (const commit of commitsBehind(change, run)) {
    for (const pull of await pullsOf(commit)) {
      const record = believedRecord(pull);
      if (record === null || !listsStart(record, change, domain, signingKey)) continue;
      pullsOf.found({ pull, record });
      return true;
    }
  }
  return false;
}

/** The commits that brought the change's line; then, where the line names a team or a person, those of the people file. */
async function* commitsBehind({ source }: Change, run: PlanningRun): AsyncGenerator<string> {
  if (source === null) return;
  const blame = await openBlame(run.location);
  const line = (await blame(source.file, [source.line])).get(source.line);
  if (line !== undefined) yield line.sha;
  const { people } = run.settings;
  const named = run.scopes.some(({ assignments }) =>
    assignments.some(
      (assignment) =>
        assignment.source.file === source.file &&
        assignment.source.line === source.line &&
        (assignment.via !== null || assignment.person !== null),
    ),
  );
  if (people === null || !named) return;
  const lines = await blame(people);
  const commits = new Set([...lines.values()].map(({ sha }) => sha));
  yield* [...commits].slice(0, MOST_PEOPLE_COMMITS);
}
