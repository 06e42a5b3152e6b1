import { describe, expect, test } from 'vitest';
import { makeFlow } from './flow.js';
import type { RawReply } from './interposer.js';

const megabytes = 1_000_000;

/** Bodies that are small enough to be read, and of which nothing can be shown as it is. */
const heavy: Readonly<Record<string, () => string>> = {
  'control characters': () => '\u0001'.repeat(30 * megabytes),
  'control characters in JSON': () => JSON.stringify({ message: '\u0001'.repeat(8 * megabytes) }),
  'lone halves of characters, escaped': () => `{"message":"${'\\ud800'.repeat(5 * megabytes)}"}`,
  'white space': () => `x${' '.repeat(30 * megabytes)}x`,
  brackets: () => '['.repeat(30 * megabytes),
  'keys without end': () => `{${'"a":{'.repeat(4 * megabytes)}`,
};

function refusal(body: string): RawReply {
  return { status: 400, body };
}

describe.each(Object.entries(heavy))('a refusal of megabytes of %s', (_, body) => {
  test('fails the write that it answers and nothing else', { timeout: 60_000 }, async () => {
    const reply = refusal(body());
    let refused = 0;
    const flow = await makeFlow({
      rule: ({ method }) => {
        if (method === 'GET' || refused > 0) return 'pass';
        refused += 1;
        return reply;
      },
    });
    const { code, result, stderr } = await flow.apply();
    expect(code).toBe(6);
    expect(result.summary).toMatchObject({ applied: 10, failed: 1, skipped: 0 });
    const [failed] = result.results.filter(({ status }) => status === 'failed');
    expect(failed?.reason).toContain('was answered 400');
    expect(failed?.reason?.length).toBeLessThan(4_000);
    expect(JSON.stringify(result) + stderr).not.toContain('audit log');
  });

  test('leaves the scope that it was read for incomplete and nothing else', { timeout: 60_000 }, async () => {
    const reply = refusal(body());
    const flow = await makeFlow({
      rule: ({ url }) => (url.includes('/environments/prod/') ? reply : 'pass'),
    });
    const { code, plan } = await flow.plan();
    expect(code).toBe(1);
    const incomplete = plan.scopes.filter(({ complete }) => !complete).map(({ scope }) => scope);
    expect(incomplete).toEqual(['redox/environment/prod']);
  });
});
