import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { readConnector } from '../../../src/config/connector-file.js';
import { connectorModule } from '../../../src/providers/connector/module.js';
import { token } from '../rig.js';
import { connectorRun, type ConnectorRunOptions } from './run.js';

interface Row {
  readonly id: string;
  readonly role: string;
}

const PEOPLE = ['ada', 'lin', 'zed'];
const MEMBERS = '{ get: "/orgs/{org}/members", person: id, role: role }';

/** A connector of organizations with the roles member and owner. */
function connector({ top = '', members = MEMBERS, kind = '' } = {}): string {
  return `connector: 1
title: Test
paging: { by: whole }
${top}people: { list: { get: /users, id: id } }
kinds:
  org:
    description: An id.
    roles: [{ id: member }, { id: owner }, { id: bot, system: true }]
    assignments: [${members}]
    grant: { put: "/orgs/{org}/members/{person}/{role}", done: [409], success: [{ at: ok, is: true }] }
    revoke: { delete: "/orgs/{org}/members/{person}/{role}", done: [404], success: [{ at: ok, is: true }] }
${kind}`;
}

/** A double of it, whose rows are as `rows` until they are written. */
function double(rows: readonly Row[]) {
  const held = [...rows];
  return (path: string, method: string) => {
    if (path.startsWith('/users')) return { json: PEOPLE.map((id) => ({ id })) };
    const { pathname, searchParams } = new URL(path, 'http://double.test');
    const [, id = '', role = ''] = /\/members\/([^/]+)\/([^/]+)$/u.exec(pathname) ?? [];
    const index = held.findIndex((row) => row.id === id && row.role === role);
    switch (method) {
      case 'PUT':
        if (index !== -1) return { status: 409, json: {} };
        held.push({ id, role });
        return { json: { ok: true } };
      case 'DELETE':
        if (index === -1) return { status: 404, json: {} };
        held.splice(index, 1);
        return { json: { ok: true } };
      default: {
        const [asked, person] = [searchParams.get('role'), /^\/people\/([^/]+)$/u.exec(pathname)?.[1]];
        const fits = held.filter(
          (row) => (asked === null || row.role === asked) && (person === undefined || row.id === person),
        );
        return { json: fits.map((row) => ({ ...row, org: 'acme' })) };
      }
    }
  };
}

const world = (rows: readonly Row[], access: string, options: Partial<ConnectorRunOptions> = {}) =>
  connectorRun({ connector: connector(), access: `org: acme\n${access}`, answer: double(rows), ...options });

describe('a connector authenticates', () => {
  it.each([
    [
      'with a bearer token',
      () => '{ method: bearer, token: { env: TEST_TOKEN } }',
      { authorization: `Bearer ${token}` },
    ],
    [
      'with a header',
      () => '{ method: header, name: X-API-Key, token: { env: TEST_TOKEN } }',
      { 'x-api-key': token },
    ],
    [
      'with client credentials',
      (url: string) =>
        `{ method: client-credentials, tokenUrl: "${url}/token", clientId: { env: TEST_TOKEN }, clientSecret: { env: TEST_TOKEN } }`,
      { authorization: 'Bearer issued' },
    ],
  ])('%s, and sends the headers of its file', async (_, auth, expected) => {
    const seen: IncomingHttpHeaders[] = [];
    const answer = double([]);
    const run = await world([], 'roles: { owner: [ada] }', {
      connector: connector({ top: 'headers: { X-Api-Version: "7" }\n' }),
      auth,
      answer: (path, method, headers) => {
        if (path === '/token')
          return { json: { access_token: 'issued', expires_in: 3600, token_type: 'Bearer' } };
        seen.push(headers);
        return answer(path, method);
      },
    });
    expect((await run.apply()).summary.applied).toBe(1);
    for (const headers of seen) expect(headers).toMatchObject({ ...expected, 'x-api-version': '7' });
  });
});

describe('a connector reads assignments', () => {
  const rows = [
    { id: 'ada', role: 'owner' },
    { id: 'lin', role: 'member' },
  ];

  it.each([
    ['once, in a list of the scope', MEMBERS],
    ['for each role', '{ get: "/orgs/{org}/members{?role}", for: role, person: id }'],
    ['for each person', '{ get: "/people/{person}", for: person, role: role }'],
    [
      'for each scope, out of a list of the root',
      '{ get: /everything, of: root, scope: org, person: id, role: role }',
    ],
  ])('%s', async (_, members) => {
    const run = await world(rows, 'roles: { owner: [ada], member: [lin] }', {
      connector: connector({ members }),
    });
    const { scopes, changes, unlisted } = await run.plan();
    expect([scopes[0]?.complete, scopes[0]?.live, changes, unlisted]).toEqual([true, 2, [], []]);
  });

  it.each([
    [
      'by offset from 0',
      '{ by: offset, parameter: skip, size: limit, max: 2, items: rows, total: total }',
      ['0', '2'],
    ],
    [
      'by offset from 1',
      '{ by: offset, parameter: skip, first: 1, size: limit, max: 2, items: rows, total: total }',
      ['1', '3'],
    ],
    [
      'by offset to an end',
      '{ by: offset, parameter: skip, size: limit, max: 2, items: rows, end: { at: more, is: false } }',
      ['0', '2'],
    ],
  ])('page by page, %s', async (_, paging, offsets) => {
    const three = PEOPLE.map((id) => ({ id, role: 'member' }));
    const asked: string[] = [];
    const run = await world([], 'roles: { member: [ada, lin, zed] }', {
      connector: connector({
        members: `{ get: "/orgs/{org}/members", person: id, role: role, paging: ${paging} }`,
      }),
      answer: (path) => {
        if (path === '/users') return { json: PEOPLE.map((id) => ({ id })) };
        const skip = new URL(path, 'http://double.test').searchParams.get('skip') ?? '';
        const start = Number(skip) - Number(offsets[0]);
        asked.push(skip);
        return { json: { rows: three.slice(start, start + 2), total: 3, more: start + 2 < 3 } };
      },
    });
    const { scopes, changes } = await run.plan();
    expect([asked, scopes[0]?.complete, scopes[0]?.live, changes]).toEqual([offsets, true, 3, []]);
  });
});

describe('a connector writes', () => {
  it.each([
    [
      'a grant that somebody else made meanwhile',
      [],
      'roles: { owner: [ada] }',
      { id: 'ada', role: 'owner' },
      409,
    ],
    [
      'a revoke that somebody else made meanwhile',
      [{ id: 'ada', role: 'owner' }],
      'prune: true\nroles: { owner: [] }',
      null,
      404,
    ],
  ])('%s, which a read confirms', async (_, before, access, after, status) => {
    const now = { written: false };
    const [start, end] = [double(before), double(after === null ? [] : [after])];
    const run = await world(before, access, {
      answer: (path, method) => {
        if (method !== 'GET') now.written = true;
        return (now.written ? end : start)(path, method);
      },
      settings: 'guards: { maxRevokes: { count: 9, percent: 100 } }',
    });
    const { summary, converged } = await run.apply();
    expect([summary.applied, converged, status]).toEqual([1, true, status]);
  });

  it('a grant that the API calls done and does not make, which fails', async () => {
    const run = await world([], 'roles: { owner: [ada] }', {
      answer: (path, method) => (method === 'GET' ? double([])(path, method) : { status: 409, json: {} }),
      runtime: { sleep: () => Promise.resolve() },
    });
    expect((await run.apply()).summary).toMatchObject({ applied: 0, failed: 1 });
  });

  it('a grant that the API answers with a 2xx status and no success, which fails', async () => {
    const run = await world([], 'roles: { owner: [ada] }', {
      answer: (path, method) => (method === 'GET' ? double([])(path, method) : { json: { ok: false } }),
    });
    const { results } = await run.apply();
    expect([results[0]?.status, results[0]?.reason]).toEqual([
      'failed',
      expect.stringContaining('false at ok'),
    ]);
  });
});

describe('a connector keeps', () => {
  it('system roles, which are neither pruned nor unlisted', async () => {
    const rows = [
      { id: 'ada', role: 'bot' },
      { id: 'lin', role: 'owner' },
    ];
    const run = await world(rows, 'prune: true\nroles: { owner: [] }', {
      settings: 'guards: { maxRevokes: { count: 9, percent: 100 } }',
    });
    const { changes, unlisted } = await run.plan();
    expect(changes.map(({ action, principal }) => `${action} ${principal}`)).toEqual(['revoke user:lin']);
    expect(unlisted).toEqual([]);
  });

  it('as many holders as it says, of whom pending ones are none', async () => {
    const members = `${MEMBERS}, { get: "/orgs/{org}/invitations", person: id, role: role, pending: true }`;
    const answer = double([{ id: 'ada', role: 'owner' }]);
    const run = await world([], 'prune: true\nroles: { owner: ["user:lin"] }', {
      connector: connector({ members, kind: '    minHolders: { owner: 1 }\n' }),
      answer: (path, method) =>
        path.endsWith('/invitations') ? { json: [{ id: 'lin', role: 'owner' }] } : answer(path, method),
      settings: 'guards: { maxRevokes: { count: 9, percent: 100 } }',
    });
    const { guards } = await run.plan();
    expect(guards.map(({ guard, scope }) => [guard, scope])).toEqual([['minHolders', 'test/org/acme']]);
  });

  it('members where a revoke is destructive, unless the document itself says prune: true', async () => {
    const kind = '    exclusive: true\n    destructive: true\n    change: grant-then-revoke\n'.replace(
      'grant-then-revoke',
      '{ put: "/orgs/{org}/members/{person}/{role}{?from}" }',
    );
    const rows = [{ id: 'ada', role: 'member' }];
    const plan = async (access: string, settings = '') =>
      (await (await world(rows, access, { connector: connector({ kind }), settings })).plan()).changes;
    expect(await plan('roles: { member: [] }', 'prune: true')).toEqual([]);
    expect(await plan('prune: listed\nroles: { member: [] }')).toEqual([]);
    expect((await plan('prune: true\nroles: { member: [] }')).map(({ action }) => action)).toEqual([
      'revoke',
    ]);
  });

  it('the fallback where a term has ended', async () => {
    const kind = `    exclusive: true
    fallback: member
    change: { put: "/orgs/{org}/members/{person}/{role}{?from}" }
`;
    const run = await world(
      [{ id: 'ada', role: 'owner' }],
      'roles: { owner: [{ user: ada, until: 2020-01-01 }] }',
      {
        connector: connector({ kind }),
      },
    );
    const { changes } = await run.plan();
    expect(changes.map(({ from, to, term }) => [from?.role, to?.role, term])).toEqual([
      ['owner', 'member', 'ended'],
    ]);
  });

  it('to the rate limit that it declares, unless the settings name another', () => {
    const text = connector({ top: 'rateLimit: { requests: 90, per: 1m }\n' });
    const { connector: read } = readConnector('test.yaml', new TextEncoder().encode(text));
    if (read === null) throw new Error('the connector is in order');
    const auth = { method: 'bearer', token: { env: 'TEST_TOKEN' } };
    const limitWith = (more: object) =>
      connectorModule('test', read).settings.read(
        { connector: '.', url: 'https://api.test', auth, ...more },
        { file: 'rolecall.yaml', line: 1, column: 1 },
      ).settings?.rateLimit;
    expect(limitWith({})).toEqual({ requests: 90, perMs: 60_000 });
    expect(limitWith({ rateLimit: { requests: 5, per: '1s' } })).toEqual({ requests: 5, perMs: 1000 });
  });
});
