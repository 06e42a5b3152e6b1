import { describe, expect, test } from 'vitest';
import { acmeRuns, organizationFile } from './acme.js';

const run = acmeRuns();

describe('a limit', () => {
  const files = { 'access/organization.yaml': organizationFile('grace, lin, alan, mallory, new') };
  const reset = String(Date.parse('2026-11-22T09:00:20Z') / 1000);
  test.each([
    ['a secondary one', 403, { 'retry-after': '20' }],
    ['the primary one', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }],
    ['one of today', 429, { 'retry-after': '20' }],
    ['the primary one of today', 429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }],
  ])('is waited for: %s', async (_, status, headers) => {
    let elapsed = 0;
    const hit = new Set<string>();
    const { rolecall, written } = await run(files, {
      fault: (request) => {
        const kind = request.split(' ')[0] ?? '';
        if (hit.has(kind)) return null;
        hit.add(kind);
        return { status, headers, message: 'You have exceeded a secondary rate limit' };
      },
      runtime: {
        now: () => Date.parse('2026-11-22T09:00:00Z'),
        monotonic: () => elapsed,
        sleep: async (ms) => {
          elapsed += ms;
          await Promise.resolve();
        },
      },
    });
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written().at(-1)).toBe('PUT /orgs/acme/memberships/newbie {"role":"member"}');
    expect(elapsed).toBeGreaterThanOrEqual(40_000);
  });

  test('is none where a refusal names no wait: the read is incomplete, and nothing is taken away', async () => {
    const { rolecall, written } = await run(
      { 'access/organization.yaml': organizationFile('grace') },
      { fault: (request) => (request.includes('/invitations') ? { status: 403 } : null) },
    );
    const { code, stderr } = await rolecall('apply', '--yes');
    expect(code).toBe(1);
    expect(stderr).toContain(
      'github/organization/acme could not be read whole, and nothing is taken away there',
    );
    expect(written()).toEqual([]);
  });
});
