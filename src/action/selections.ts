import type { PlanningRun } from '../commands/planning-run.js';
import { type HeldReasons, selectByRecords } from '../commands/record/select-by-records.js';
import { type SelectedRun, selectOnSchedule } from '../commands/record/select-on-schedule.js';
import type { Selection } from '../commands/selection.js';
import { openBlame } from '../git/blame.js';
import { openRepository } from '../git/locate.js';
import { believedRecord, type MergedPull, pullsOfCommits } from '../github/merged-pulls.js';
import type { PlannedDifference } from '../planning/changes.js';
import { listsStart } from '../planning/record/review-by-records.js';
import type { BranchReviews, PullRecord } from './records.js';

const REASONS: HeldReasons = {
  date: 'a date brought it about since the review: the scheduled run takes care of it',
  drift: 'drift that no reviewed comment showed: see the drift issue',
  undone: 'its record was used for it already, and somebody has undone it since: see the drift issue',
};

/** Selects what may be written after a push: what open records cover. Its own records are those of its pull requests. */
export function pushSelection(
  run: PlanningRun,
  { records: { open, closed, pushed }, hash }: BranchReviews,
): Selection {
  const own = [...open, ...closed].filter(({ pull }) => pushed.some(({ number }) => number === pull.number));
  const recordsOf = (kept: readonly PullRecord[]) => kept.map(({ record }) => record);
  return selectByRecords(run, { open: recordsOf(open), own: recordsOf(own), hash }, REASONS);
}

const MOST_PEOPLE_COMMITS = 30;

const NOT_REVIEWED =
  'no believed record of the pull request that brought its line lists this start of a term: plan and review it again';
const SHALLOW = 'a shallow clone does not show who brought its line: check out with fetch-depth: 0';
const OTHER =
  'no open record covers it, and without one a scheduled run only starts and ends terms: see the drift issue';

/** A scheduled selection, and the records of terms that start, beside the open ones. */
export interface ScheduledSelection extends SelectedRun {
  readonly starts: readonly PullRecord[];
}

/** Selects what a scheduled run may write. A term starts if the record of the pull request that brought its line lists it. */
export async function scheduleSelection(
  run: PlanningRun,
  reviews: BranchReviews,
): Promise<ScheduledSelection> {
  const open = reviews.records.open.map(({ record }) => record);
  const sources = new LineReviews(run, reviews);
  const selected = await selectOnSchedule(
    run,
    { open, hash: reviews.hash },
    {
      isListed: (planned) => sources.list(planned),
      unlistedStart: async () => ((await openRepository(run.location)).shallow ? SHALLOW : NOT_REVIEWED),
      other: OTHER,
    },
  );
  return { ...selected, starts: [...sources.found.values()] };
}

class LineReviews {
  /** The records that list a change which was asked about, by pull request. */
  readonly found = new Map<number, PullRecord>();
  readonly #pulls = new Map<string, readonly MergedPull[]>();
  #blame: ReturnType<typeof openBlame> | null = null;

  constructor(
    private readonly run: PlanningRun,
    private readonly reviews: BranchReviews,
  ) {}

  /** Whether a record of a pull request that brought the line, or the person's place in a team, lists the change. */
  async list(planned: PlannedDifference): Promise<boolean> {
    for await (const commit of this.#commitsBehind(planned)) {
      for (const pull of await this.#pullsOf(commit)) {
        const record = believedRecord(pull);
        if (record === null || !listsStart(record, planned.change, this.reviews.hash)) continue;
        this.found.set(pull.number, { pull, record });
        return true;
      }
    }
    return false;
  }

  /** Each commit is asked for once. */
  async #pullsOf(commit: string): Promise<readonly MergedPull[]> {
    const { github, search } = this.reviews;
    const known = this.#pulls.get(commit) ?? (await pullsOfCommits(github, [commit], search)).pulls;
    this.#pulls.set(commit, known);
    return known;
  }

  /** The commits that brought the change's line; then, where the line names a team or a person, those of the people file. */
  async *#commitsBehind({ difference }: PlannedDifference): AsyncGenerator<string> {
    const { assignment } = difference.effective ?? difference.expired ?? {};
    if (assignment === undefined) return;
    const { source, via, person } = assignment;
    this.#blame ??= openBlame(this.run.location);
    const blame = await this.#blame;
    const line = (await blame(source.file, [source.line])).get(source.line);
    if (line !== undefined) yield line.sha;
    const { people } = this.run.settings;
    if (people === null || (via === null && person === null)) return;
    const commits = new Set([...(await blame(people)).values()].map(({ sha }) => sha));
    yield* [...commits].slice(0, MOST_PEOPLE_COMMITS);
  }
}
