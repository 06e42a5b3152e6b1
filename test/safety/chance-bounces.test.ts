import { expect, test } from 'vitest';
import { chanceOf } from './soak/chance.js';
import { LearnedLimit } from '../../src/http/pacing/learned-limit.js';

/** Seconds that ten thousand requests take, one after the other and 5 ms each, where so many of them bounce by chance. */
function secondsFor(share: number): number {
  const limit = new LearnedLimit(null);
  const chance = chanceOf(7);
  let now = 0;
  for (let sent = 0; sent < 10_000 && now < 1e8; sent += 1) {
    for (let wait = limit.delay(now); wait > 0; wait = limit.delay(now)) now += wait;
    limit.sent(now);
    const sentAt = now;
    now += 5;
    if (chance() >= share) limit.accepted(sentAt, now);
    else {
      limit.throttled(sentAt, now, 100);
      now += 100;
    }
  }
  return now / 1000;
}

test.each([
  [0.001, 100],
  [0.005, 400],
  [0.02, 1_500],
  [0.05, 3_000],
])('a server that bounces %d of all requests by chance is not paced to a standstill', (share, seconds) => {
  expect(secondsFor(share)).toBeLessThan(seconds);
});
