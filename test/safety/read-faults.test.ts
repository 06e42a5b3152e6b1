import { describe, expect, test } from 'vitest';
import { expectAgreement } from './agreement.js';
import { makeFlow } from './flow.js';
import { holdings, settled } from './hospital.js';
import type { RawReply, Twist } from './interposer.js';

const json = (status: number, body: unknown): RawReply => ({ status, body: JSON.stringify(body) });
const ok = (body: string): RawReply => ({ status: 200, body });

/** Lists that the program reads, and what must not be written when one of them cannot be read whole. */
const lists = {
  'members of the organization': {
    url: '/platform/v1/organizations/1024/role-assignment',
    incomplete: ['redox/environment/prod', 'redox/organization/1024'],
    written: ['aion', 'redox/organization/2048'],
    key: 'memberships',
  },
  'members of the environment': {
    url: '/platform/v1/environments/prod/role-assignment',
    incomplete: ['redox/environment/prod'],
    written: ['aion', 'redox/organization/2048', 'redox/organization/1024 change'],
    key: 'memberships',
  },
  'users of the account': {
    url: '/api/v1/accounts/orbit/users',
    incomplete: ['aion/account/orbit', 'aion/project/orbit/apollo'],
    written: ['aion/account/nova', 'redox', 'aion/account/orbit grant', 'aion/project/orbit/apollo grant'],
    key: 'users',
  },
  'roles of the account': {
    url: '/api/v1/accounts/orbit/roles?page=1&pageSize=100',
    incomplete: ['aion/account/orbit', 'aion/project/orbit/apollo'],
    written: ['aion/account/nova', 'redox', 'aion/account/orbit grant', 'aion/project/orbit/apollo grant'],
    key: 'data',
  },
  'roles of a user': {
    url: '/api/v1/accounts/orbit/roles/users/mallory?page=1&pageSize=100',
    incomplete: ['aion/account/orbit', 'aion/project/orbit/apollo'],
    written: ['aion/account/nova', 'redox', 'aion/account/orbit grant', 'aion/project/orbit/apollo grant'],
    key: 'data',
  },
} as const;
type List = keyof typeof lists;
const names: readonly List[] = [
  'members of the organization',
  'members of the environment',
  'users of the account',
  'roles of the account',
  'roles of a user',
];

/** What is like any other failure of a list is tried on some of them. */
const few: readonly List[] = ['members of the environment', 'roles of a user'];
const everywhere: ReadonlySet<string> = new Set([
  'is answered 500 each time',
  'is HTML',
  'is an empty object',
  'holds a row without an id',
  'holds a row twice',
]);

/** Changes the rows of an answer that is in order otherwise. */
function rows(change: (rows: readonly unknown[]) => readonly unknown[]): (reply: RawReply) => RawReply {
  return ({ status, body }) => {
    const text = body.toString();
    const found =
      /"(?:memberships|users|data)":(\[.*?\])(?=[,}](?:"meta"|"total"|\}|$))/su.exec(text)?.[1] ?? '[]';
    return { status, body: text.replace(found, JSON.stringify(change(listIn(found)))) };
  };
}

function listIn(text: string): readonly unknown[] {
  const list: readonly unknown[] = JSON.parse(text);
  return list;
}

const faults: Readonly<Record<string, Twist>> = {
  'is answered 500 each time': json(500, { message: 'no' }),
  'is answered 403': json(403, { message: 'no' }),
  'is answered 404': json(404, { message: 'no' }),
  'is cut each time': 'cut-before',
  'is redirected': { status: 302, headers: { location: 'https://elsewhere.test/' }, body: '' },
  'is HTML': ok('<html>Sign in</html>'),
  'is half a text': ok('{"payload":{"memberships":[{"us'),
  'is empty': ok(''),
  'is an empty object': ok('{}'),
  'is a list': ok('[]'),
  'is nested deeply': ok('{"data":'.repeat(100_000)),
  'is an array nested deeply': ok(
    `{"payload":{"memberships":[${'['.repeat(50_000)}${']'.repeat(50_000)}]},"users":[],"data":[]}`,
  ),
  'holds a row that is no object': rows((all) => [...all, 7]),
  'holds a row without an id': rows((all) => [...all, { user: {}, role: {} }]),
  'holds a row twice': rows((all) => [...all, ...all.slice(0, 1)]),
};
describe.each(Object.keys(faults))('where a list %s', (fault) => {
  test.each(everywhere.has(fault) ? names : few)(
    '(%s) nothing is taken away there, and the rest goes on',
    async (list) => {
      const { url, incomplete, written } = lists[list];
      const twist = faults[fault] ?? 'pass';
      const flow = await makeFlow({
        rule: (seen) => (seen.method === 'GET' && seen.url === url ? twist : 'pass'),
      });
      const planned = await flow.plan();
      expect(planned.code).toBe(1);
      expect(planned.plan.scopes.filter(({ complete }) => !complete).map(({ scope }) => scope)).toEqual(
        incomplete,
      );
      const { code, result } = await flow.apply();
      expect(code).toBe(6);
      const done = result.results.filter(({ status }) => status === 'applied');
      expect(done.length).toBeGreaterThan(0);
      const elsewhere = done.map(({ scope, action }) => `${scope} ${action}`);
      expect(elsewhere.filter((one) => !written.some((start) => one.startsWith(start)))).toEqual([]);
      const taken = result.results.filter(
        ({ scope, action, status }) =>
          status === 'applied' && action !== 'grant' && incomplete.some((one) => one === scope),
      );
      expect(taken).toEqual([]);
      expectAgreement(flow);
      flow.wire.twist(() => 'pass');
      expect((await flow.apply()).code).toBe(0);
      expect(holdings(flow.sandbox.state())).toEqual(settled);
    },
  );
});
