import { EvenPace } from './even-pace.js';
import type { Limit } from './limit.js';
import { ProvenRates } from './proven-rates.js';

/** How to go on after bouncing so many times: closer to the rate that bounced, more slowly upwards, more patiently. */
interface Level {
  /** The part of the rate that bounced with which to go on. */
  readonly part: number;
  /** The time in which the rate would double, in milliseconds. */
  readonly doublingMs: number;
  /** Reached only after sending for so long without a bounce, in milliseconds. */
  readonly earnedAfterMs: number;
  /** Requests let through before a rate next to the one that bounced is tried again. */
  readonly patience: number;
}

const levels = [
  { part: 0.5, doublingMs: 500, earnedAfterMs: 0, patience: 0 },
  { part: 0.5, doublingMs: 3_000, earnedAfterMs: 0, patience: 150 },
  { part: 0.8, doublingMs: 10_000, earnedAfterMs: 2_000, patience: 800 },
  { part: 0.93, doublingMs: 30_000, earnedAfterMs: 5_000, patience: 3000 },
  { part: 0.96, doublingMs: 60_000, earnedAfterMs: 10_000, patience: 10_000 },
] as const satisfies readonly Level[];

/** Fewer requests than this between two bounces may be chance, or a server that lets far less through than before. */
const few = 12;
/** So many early bounces in a row are no chance: the server lets less through than it did. */
const earlyEnough = 6;
/** The way from the rate to go on with to the one that bounced which is gone before patience ends. */
const near = 0.35;
/** Two rates that bounced and differ by less than this part confirm each other. */
const alike = 0.12;
/** After so long without a request a new row begins, in milliseconds. */
const idleMs = 1_000;
/** The rate grows by what a step of at most so many milliseconds allows. */
const longestStepMs = 100;
/** Missed turns made up for at once under a declared limit, where one bounce more may have been chance. */
const forgiving = 3;
/** The first request after a pause goes alone; if nothing is heard of it for so long, another one does. */
const lonelyMs = 1000;

/** What is known from the first 429 on. Times in milliseconds, rates in requests a millisecond. */
interface Lesson {
  readonly pace: EvenPace;
  level: number;
  /** The rate at which requests bounced. */
  ceiling: number;
  bouncedAt: number;
  /** Requests let through since then. */
  accepted: number;
  /** When the lonely request after the pause was sent; null before it, and once one was let through. */
  lonelySince: number | null;
  /** Bounces in a row that came after few requests. */
  early: number;
  /** When the first request after the last bounce was sent. */
  resumedAt: number;
  grownAt: number;
  /** At which rates requests were let through after all: a server that bounces by chance has no limit to be found. */
  readonly proven: ProvenRates;
}

/**
 * A limit that nobody declared, learned from bounces: after each the rate falls below the one that bounced and grows
 * again, more slowly and up to a closer mark each time. Buckets and rolling windows both come down to such a rate.
 */
export class LearnedLimit implements Limit {
  readonly #most: number;
  #lesson: Lesson | null = null;
  /** When the present row of requests without a rest began, and when its last one was sent. */
  #firstSentAt = 0;
  #lastSentAt = Number.NEGATIVE_INFINITY;
  #accepted = 0;

  /** `most`: the declared rate in requests a millisecond, which is a first guess and the most; null where none is. */
  constructor(most: number | null) {
    this.#most = most ?? Number.POSITIVE_INFINITY;
  }

  readonly delay = (now: number): number => {
    const lesson = this.#lesson;
    if (lesson === null) return 0;
    const lonely =
      lesson.accepted === 0 && lesson.lonelySince !== null ? lesson.lonelySince + lonelyMs - now : 0;
    return Math.max(lonely, lesson.pace.delay(now));
  };

  readonly sent = (now: number): void => {
    if (now - this.#lastSentAt > idleMs) {
      this.#firstSentAt = now;
      this.#accepted = 0;
    }
    this.#lastSentAt = now;
    const lesson = this.#lesson;
    if (lesson === null) return;
    lesson.pace.sent(now);
    if (lesson.lonelySince === null) lesson.resumedAt = now;
    lesson.lonelySince = now;
  };

  readonly accepted = (sentAt: number, now: number): void => {
    const lesson = this.#lesson;
    if (lesson === null) {
      this.#accepted += 1;
      return;
    }
    if (sentAt < lesson.bouncedAt) return;
    lesson.accepted += 1;
    if (lesson.pace.binding) lesson.proven.accepted(lesson.pace.rate);
    if (lesson.accepted >= few) lesson.early = 0;
    lesson.pace.rate = Math.min(this.#most, faster(lesson, now));
  };

  readonly bounced = (sentAt: number, now: number, pauseMs: number): void => {
    const lesson = this.#lesson;
    if (lesson === null) this.#lesson = this.#firstLesson(now, pauseMs);
    else if (sentAt >= lesson.bouncedAt) learn(lesson, now);
  };

  #firstLesson(now: number, pauseMs: number): Lesson {
    const lasted = Math.max(1, now - this.#firstSentAt);
    const bounced = Math.max(1, this.#accepted) / lasted;
    const declared = this.#most < bounced * 1.1;
    const rate = declared ? this.#most * 0.95 : Math.max(bounced / 8, this.#accepted / (lasted + pauseMs));
    return {
      pace: new EvenPace(rate, declared ? forgiving : 0),
      level: declared ? 1 : 0,
      ceiling: declared ? this.#most : bounced,
      bouncedAt: now,
      accepted: 0,
      lonelySince: null,
      early: 0,
      resumedAt: now,
      grownAt: now,
      proven: new ProvenRates(),
    };
  }
}

function learn(lesson: Lesson, now: number): void {
  const { pace, accepted } = lesson;
  // A server that lets nothing through at all says nothing about its rate.
  if (accepted > 0) {
    // Whatever was let through since the last bounce came in at the server's rate, or faster.
    const atLeast = (0.98 * accepted) / Math.max(1, now - lesson.bouncedAt);
    lesson.early = accepted < few ? lesson.early + 1 : 0;
    const next = levels[lesson.level + 1];
    const confirmed = Math.abs(pace.rate / lesson.ceiling - 1) < alike;
    const earned = next !== undefined && (confirmed || now - lesson.resumedAt >= next.earnedAfterMs);
    if (earned && lesson.early === 0) lesson.level += 1;
    if (lesson.early > 1) lesson.level = Math.min(lesson.level, 1);
    lesson.ceiling = pace.rate;
    const part = lesson.early === 0 ? levelOf(lesson).part : lesson.early === 1 ? 0.9 : 0.7;
    lesson.proven.bounced(pace.rate);
    if (lesson.early >= earlyEnough) lesson.proven.forget();
    const lower = Math.min(0.97 * pace.rate, Math.max(atLeast, part * pace.rate));
    pace.rate = Math.max(lower, Math.min(pace.rate, lesson.proven.floor()));
  }
  lesson.bouncedAt = now;
  lesson.accepted = 0;
  lesson.lonelySince = null;
}

function faster(lesson: Lesson, now: number): number {
  const { rate } = lesson.pace;
  const step = Math.min(longestStepMs, now - lesson.grownAt);
  lesson.grownAt = now;
  // A rate that nobody made use of proves nothing.
  if (!lesson.pace.binding) return rate;
  const { doublingMs, patience, part } = levelOf(lesson);
  const mark = (part + near * (1 - part)) * lesson.ceiling;
  const next = rate * 2 ** (step / doublingMs);
  return lesson.accepted < patience ? Math.max(rate, Math.min(next, mark)) : next;
}

function levelOf(lesson: Lesson): Level {
  return levels[lesson.level] ?? levels[levels.length - 1] ?? levels[0];
}
