import { describe, expect, test } from 'vitest';
import { askAgain } from '../../../src/commands/doctor/ask-again.js';
import { json, startLoopback } from '../../http/loopback.js';
import { openTestClient, testRuntime } from '../../http/world.js';

const request = { path: '/v1/things', credential: 'main' };

/** What is asked of a server that turns away the first requests, and how long it is waited for. */
async function ask(turnedAway: number, status: number, headers: Readonly<Record<string, string>>) {
  const server = await startLoopback((response, _, nth) =>
    nth <= turnedAway ? json(response, status, {}, headers) : json(response, 200, { a: 1 }),
  );
  const runtime = testRuntime();
  const { probing } = openTestClient(server.url, { runtime });
  const { signal } = new AbortController();
  const answer = await askAgain(probing, request, { runtime, signal });
  return { answer, sent: server.received.length, waited: Math.round(runtime.monotonic()) };
}

describe('a doctor asks a server again that turns it away', () => {
  test.each([
    [429, { 'retry-after': '1' }],
    [503, { 'retry-after': '1' }],
    [403, { 'retry-after': '1' }],
  ])('with %i for a second', async (status, headers) => {
    const { answer, sent, waited } = await ask(1, status, headers);
    expect(answer).toMatchObject({ status: 200, body: { a: 1 } });
    expect([sent, waited]).toEqual([2, 1000]);
  });

  test('twice at most, and then tells that it was turned away', async () => {
    const { answer, sent, waited } = await ask(9, 429, { 'retry-after': '2' });
    expect(answer).toMatchObject({ status: 429 });
    expect([sent, waited]).toEqual([3, 4000]);
  });

  test.each([
    ['for a minute', { 'retry-after': '60' }],
    ['without saying for how long', {}],
  ])('but not %s, since no 429 is provoked', async (_, headers) => {
    const { answer, sent, waited } = await ask(9, 429, headers);
    expect(answer).toMatchObject({ status: 429 });
    expect([sent, waited]).toEqual([1, 0]);
  });
});
