import { describe, expect, test } from 'vitest';
import { expectAgreement } from './agreement.js';
import { makeFlow } from './flow.js';
import { holdings, type Kind, kindNames, kinds, settled } from './hospital.js';
import type { RawReply, Twist } from './interposer.js';

const json = (status: number, body: unknown, headers: Record<string, string> = {}): RawReply => ({
  status,
  headers,
  body: JSON.stringify(body),
});
const ok = (body: string): RawReply => ({ status: 200, body });
const answer = (reply: RawReply) => (): RawReply => reply;

interface Case {
  readonly twist: Twist;
  /** How often it happens: the first time, or each time. */
  readonly when: 'once' | 'always';
  readonly status: 'applied' | 'failed';
  /** How often the write is sent. */
  readonly sent: number;
  readonly only?: (kind: Kind) => boolean;
}

const isDelete = (kind: Kind): boolean => kind.endsWith('DELETE');
const isOfEachMethod = (kind: Kind): boolean =>
  ['organization PUT', 'Aion POST', 'Aion DELETE'].includes(kind);
const isPost = (kind: Kind): boolean => kind.endsWith('POST');

const cases: Readonly<Record<string, Case>> = {
  'is cut before the server acts': { twist: 'cut-before', when: 'once', status: 'applied', sent: 2 },
  'is cut after the server acted': { twist: 'cut-after', when: 'once', status: 'applied', sent: 1 },
  'is always cut before the server acts': { twist: 'cut-before', when: 'always', status: 'failed', sent: 4 },
  'is always cut after the server acted': { twist: 'cut-after', when: 'always', status: 'applied', sent: 1 },
  'is never answered': {
    twist: 'hang',
    when: 'once',
    status: 'applied',
    sent: 2,
    only: (kind) => isPost(kind),
  },
  'is never answered though it landed': {
    twist: 'hang-after',
    when: 'once',
    status: 'applied',
    sent: 1,
    only: (kind) => isPost(kind),
  },
  ...Object.fromEntries(
    [500, 503].flatMap((status): [string, Case][] => [
      [
        `is answered ${status}`,
        { twist: json(status, { message: 'no' }), when: 'once', status: 'applied', sent: 2 },
      ],
      [
        `is answered ${status} though it landed`,
        { twist: answer(json(status, { message: 'no' })), when: 'always', status: 'applied', sent: 1 },
      ],
    ]),
  ),
  'is always answered 500': { twist: json(500, {}), when: 'always', status: 'failed', sent: 4 },
  'bounces with Retry-After in seconds': {
    twist: json(429, {}, { 'retry-after': '2' }),
    when: 'once',
    status: 'applied',
    sent: 2,
  },
  'bounces with Retry-After as a date': {
    twist: json(429, {}, { 'retry-after': 'Sun, 22 Nov 2026 09:00:09 GMT' }),
    when: 'once',
    status: 'applied',
    sent: 2,
  },
  'bounces without Retry-After': { twist: json(429, {}), when: 'once', status: 'applied', sent: 2 },
  'is answered 400': { twist: json(400, { message: 'no' }), when: 'always', status: 'failed', sent: 1 },
  'is answered 404 and did not land': {
    twist: json(404, { message: 'no' }),
    when: 'always',
    status: 'failed',
    sent: 1,
  },
  'is answered 404 though the row is gone': {
    twist: answer(json(404, {})),
    when: 'always',
    status: 'applied',
    sent: 1,
    only: isDelete,
  },
  'is answered 409 and did not land': {
    twist: json(409, { message: 'no' }),
    when: 'always',
    status: 'failed',
    sent: 1,
  },
  'is answered 409 though it is so': {
    twist: answer(json(409, {})),
    when: 'always',
    status: 'applied',
    sent: 1,
    only: isPost,
  },
  'is answered 502': { twist: json(502, {}), when: 'once', status: 'applied', sent: 2, only: isOfEachMethod },
  'is answered 504': { twist: json(504, {}), when: 'once', status: 'applied', sent: 2, only: isOfEachMethod },
  'is answered 422': {
    twist: json(422, {}),
    when: 'always',
    status: 'failed',
    sent: 1,
    only: isOfEachMethod,
  },
  'is redirected': {
    twist: { status: 307, headers: { location: 'http://127.0.0.1:9/' }, body: '' },
    when: 'always',
    status: 'failed',
    sent: 1,
    only: isOfEachMethod,
  },
  ...Object.fromEntries(
    Object.entries({
      'success: false': json(200, { success: false, payload: { success: false } }),
      'success: "true"': json(200, { success: 'true', payload: { success: 'true' } }),
      'an empty object': ok('{}'),
      'an array': ok('[]'),
      null: ok('null'),
      'nothing at all': ok(''),
      HTML: ok('<html>Sign in</html>'),
      'half a JSON text': ok('{"payload":{"success":tr'),
      'bytes that are not UTF-8': { status: 200, body: Buffer.from([0x7b, 0xff, 0xfe]) },
      'JSON a hundred thousand levels deep': ok('['.repeat(100_000) + ']'.repeat(100_000)),
      'somebody else’s echo': json(200, {
        assigneeId: 'eve',
        assigneeType: 'USER',
        roleId: 'account_admin',
        status: 'ACTIVE',
      }),
    }).map(([name, twist]): [string, Case] => [
      `is answered 200 with ${name}`,
      { twist, when: 'always', status: 'failed', sent: 1, only: isOfEachMethod },
    ]),
  ),
};

test('a run without faults sends every kind of write once, and leaves what the files want', async () => {
  const flow = await makeFlow();
  const { code, result } = await flow.apply();
  expect([code, result.converged]).toEqual([0, true]);
  expect(flow.wire.writes()).toHaveLength(11);
  expect(Object.values(kinds).every((write) => flow.wire.writes().includes(write))).toBe(true);
  expect(holdings(flow.sandbox.state())).toEqual(settled);
  expectAgreement(flow);
  expect((await flow.plan()).plan.changes).toEqual([]);
});

describe.each(Object.keys(cases))('a write that %s', (name) => {
  const one = cases[name];
  if (one === undefined) throw new Error(name);
  test.each(kindNames.filter((kind) => one.only?.(kind) ?? true))('%s', async (kind) => {
    const target: string = kinds[kind];
    const flow = await makeFlow({
      rule: ({ method, url }, before) =>
        `${method} ${url}` === target && (one.when === 'always' || before === 0) ? one.twist : 'pass',
    });
    const { code, result } = await flow.apply();
    const statuses = statusesOf(result.results);
    const waits = kind === 'Aion POST' && one.status === 'failed';
    const others = [...statuses].filter(([write]) => write !== target);
    expect(statuses.get(target)).toBe(one.status);
    for (const [write, status] of others)
      expect([write, status]).toEqual([
        write,
        waits && write === kinds['Aion DELETE'] ? 'skipped' : 'applied',
      ]);
    expect(flow.wire.writes().filter((write) => write === target)).toHaveLength(one.sent);
    expect(code).toBe(one.status === 'applied' ? 0 : 6);
    expect(result.converged).toBe(one.status === 'applied');
    expectAgreement(flow);
    flow.wire.twist(() => 'pass');
    const second = code === 0 ? { code } : await flow.apply();
    expect(second.code).toBe(0);
    expect(holdings(flow.sandbox.state())).toEqual(settled);
  });
});

function statusesOf(
  results: readonly {
    readonly scope: string;
    readonly principal: string;
    readonly action: string;
    readonly status: string;
  }[],
): Map<string, string> {
  const names: Readonly<Record<string, Kind>> = {
    'change redox/organization/1024 user:3': 'organization PUT',
    'revoke redox/organization/1024 user:9': 'organization DELETE',
    'grant redox/environment/prod user:3': 'environment POST',
    'change redox/environment/prod user:4': 'environment PUT',
    'revoke redox/environment/prod user:5': 'environment DELETE',
    'grant aion/account/orbit user:grace': 'Aion POST',
    'change aion/project/orbit/apollo user:alan': 'Aion PUT',
    'revoke aion/account/orbit user:mallory': 'Aion DELETE',
  };
  return new Map(
    results.map(({ scope, principal, action, status }) => {
      const name = `${action} ${scope} ${principal}`;
      const kind = names[name];
      return [kind === undefined ? name : kinds[kind], status];
    }),
  );
}
