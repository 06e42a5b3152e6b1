import { EvenPace } from './even-pace.js';
import type { Limit } from './limit.js';

/** What is known from the first 429 on. Times in milliseconds, rates in requests a millisecond. */
interface Lesson {
  readonly pace: EvenPace;
  /** The rate at which requests bounced. */
  ceiling: number;
  /** When sending began again after the last bounce. */
  since: number;
  /** When the last bounce was. */
  bouncedAt: number;
  /** Requests let through since then. */
  accepted: number;
  /** How many more must be let through before a rate near the ceiling is tried again. */
  patience: number;
  /** The patience of the next lesson. */
  nextPatience: number;
}

export class LearnedLimit implements Limit {
  readonly #most: number;
  #lesson: Lesson | null = null;
  #firstSentAt: number | null = null;
  #accepted = 0;

  /** `most`: the declared rate, which is never exceeded; null where none is. */
  constructor(most: number | null) {
    this.#most = most ?? Number.POSITIVE_INFINITY;
  }

  readonly delay = (now: number): number => this.#lesson?.pace.delay(now) ?? 0;

  readonly sent = (now: number): void => {
    this.#firstSentAt ??= now;
    this.#lesson?.pace.sent(now);
  };

  readonly accepted = (sentAt: number): void => {
    const lesson = this.#lesson;
    if (lesson === null) {
      this.#accepted += 1;
      return;
    }
    if (sentAt < lesson.bouncedAt) return;
    lesson.accepted += 1;
    lesson.pace.rate = Math.min(this.#most, faster(lesson));
  };

  readonly bounced = (sentAt: number, now: number, pauseMs: number): void => {
    const lesson = this.#lesson;
    if (lesson === null) {
      const rate = Math.min(this.#most, this.#accepted / Math.max(1, now - (this.#firstSentAt ?? now)));
      const ceiling = Math.max(rate, 1 / 60_000);
      this.#lesson = {
        pace: new EvenPace(ceiling / 2, 1),
        ceiling,
        since: now + pauseMs,
        bouncedAt: now,
        accepted: 0,
        patience: 50,
        nextPatience: 100,
      };
      this.#lesson.pace.restart(now + pauseMs);
      return;
    }
    if (sentAt < lesson.bouncedAt) return;
    learn(lesson, now, pauseMs);
  };
}

function learn(lesson: Lesson, now: number, pauseMs: number): void {
  const { pace, accepted } = lesson;
  const floor = accepted / Math.max(1, now - lesson.bouncedAt);
  const part = accepted < 16 ? 0.5 : accepted < 64 ? 0.75 : accepted < 256 ? 0.9 : 0.96;
  lesson.ceiling = pace.rate;
  pace.rate = Math.min(0.97 * pace.rate, Math.max(0.98 * floor, part * pace.rate));
  lesson.since = now + pauseMs;
  lesson.bouncedAt = now;
  lesson.accepted = 0;
  lesson.patience = lesson.nextPatience;
  lesson.nextPatience = Math.min(6400, lesson.nextPatience * 2);
  pace.restart(now + pauseMs);
}

/** The rate after one more request was let through: quickly up to near the ceiling, slowly past it once patience ends. */
function faster(lesson: Lesson): number {
  const { rate } = lesson.pace;
  if (rate < 0.9 * lesson.ceiling) return Math.min(0.9 * lesson.ceiling, rate * 1.02);
  if (lesson.accepted < lesson.patience)
    return Math.max(rate, Math.min(0.97 * lesson.ceiling, rate * 1.0005));
  return rate * 1.001;
}
