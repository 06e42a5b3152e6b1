import { expect, test } from 'vitest';
import { type Answer, type Asked, folderWith, startApi } from './strict-api.js';

/** An API that answers everything with the status 200, and says in the body what became of it. */
const CONNECTOR = `connector: 1
title: Slack
documentation: https://docs.slack.dev/reference/methods
paging: { by: cursor, parameter: cursor, size: limit, max: 2, next: response_metadata.next_cursor }
people:
  list: { get: /users.list, items: members, id: id, email: profile.email, skip: [{ at: is_bot, is: true }] }
kinds:
  channel:
    description: Id of a Slack channel.
    onlyPeopleOfRoot: true
    name: { get: "/conversations.info?channel={channel}", at: channel.name }
    roles: [{ id: member }]
    assignments: [{ get: "/conversations.members?channel={channel}", items: members, person: . }]
    grant:
      post: /conversations.invite
      body: { channel: "{channel}", users: "{person}" }
      success: [{ at: ok, is: true }]
      done: [{ at: error, is: already_in_channel }]
    revoke:
      post: /conversations.kick
      body: { channel: "{channel}", user: "{person}" }
      success: [{ at: ok, is: true }]
      done: [{ at: error, oneOf: [not_in_channel, user_not_found] }]
`;

const SETTINGS = (url: string) => `version: 1
prune: true
providers:
  slack: { connector: slack.yaml, url: "${url}/api", auth: { method: bearer, token: { env: TOKEN } } }
`;

const failed = (error: string): Answer => ({ json: { ok: false, error } });

interface Options {
  /** What a write answers though it took effect or not, by its path. */
  readonly says?: Readonly<Record<string, string>>;
  /** Whether writes do nothing. */
  readonly deaf?: boolean;
}

async function slack(held: readonly string[], files: string, { says = {}, deaf = false }: Options = {}) {
  const members = new Set(held);
  const people = ['UADA', 'UGRACE', 'ULIN', 'UBOT'].map((id) => ({
    id,
    is_bot: id === 'UBOT',
    profile: { email: `${id.slice(1).toLowerCase()}@acme.test` },
  }));
  const page = (rows: readonly unknown[], { query: { cursor = '', limit } }: Asked): Answer => {
    const start = cursor === '' ? 0 : Number(cursor.slice('next:'.length));
    const end = start + Number(limit);
    const next = end < rows.length ? `next:${end}` : '';
    return {
      json: { ok: true, members: rows.slice(start, end), response_metadata: { next_cursor: next } },
    };
  };
  const written = (path: string, act: () => void, refusal: string | null): Answer => {
    if (!deaf) act();
    const error = says[path] ?? refusal;
    return error === null ? { json: { ok: true } } : failed(error);
  };
  const listed = ['cursor', 'limit'];
  const api = await startApi(
    [
      { method: 'GET', path: /^\/api\/users\.list$/u, query: listed, answer: (asked) => page(people, asked) },
      {
        method: 'GET',
        path: /^\/api\/conversations\.info$/u,
        query: ['channel'],
        answer: ({ query: { channel } }) =>
          channel === 'C1'
            ? { json: { ok: true, channel: { name: 'platform' } } }
            : failed('channel_not_found'),
      },
      {
        method: 'GET',
        path: /^\/api\/conversations\.members$/u,
        query: ['channel', ...listed],
        answer: (asked) =>
          asked.query['channel'] === 'C1' ? page([...members], asked) : failed('channel_not_found'),
      },
      {
        method: 'POST',
        path: /^\/api\/conversations\.invite$/u,
        body: { channel: 'string', users: 'string' },
        answer: ({ body }) => {
          const { users } = body as { users: string };
          const refusal = members.has(users) ? 'already_in_channel' : null;
          return written('invite', () => members.add(users), refusal);
        },
      },
      {
        method: 'POST',
        path: /^\/api\/conversations\.kick$/u,
        body: { channel: 'string', user: 'string' },
        answer: ({ body }) => {
          const { user } = body as { user: string };
          const refusal = members.has(user) ? null : 'not_in_channel';
          return written('kick', () => members.delete(user), refusal);
        },
      },
    ],
    { authorization: 'Bearer a-token-for-tests' },
  );
  const rolecall = folderWith(
    { 'rolecall.yaml': SETTINGS(api.url), 'slack.yaml': CONNECTOR, 'access/slack.yaml': files },
    { TOKEN: 'a-token-for-tests' },
  );
  return { ...api, members, rolecall };
}

const FILES = 'channel: C1\nroles: { member: [ada@acme.test, "user:ULIN"] }\n';

test('an API that answers errors with the status 200 is read, written, and then matches the files', async () => {
  const { rolecall, writes, refused, members } = await slack(['UGRACE', 'ULIN'], FILES);
  expect((await rolecall('plan')).stdout).toContain('Plan: 1 to grant, 1 to revoke.');
  expect((await rolecall('apply', '--yes')).code).toBe(0);
  expect(writes()).toEqual([
    'POST /api/conversations.invite {"channel":"C1","users":"UADA"}',
    'POST /api/conversations.kick {"channel":"C1","user":"UGRACE"}',
  ]);
  expect([...members].sort()).toEqual(['UADA', 'ULIN']);
  expect((await rolecall('plan')).stdout).toContain('No changes.');
  expect(refused).toEqual([]);
});

test('an answer that says that it is so already is applied where a read confirms it', async () => {
  const says = { invite: 'already_in_channel', kick: 'user_not_found' };
  const { rolecall, writes } = await slack(['UGRACE'], FILES, { says });
  const { code, stdout } = await rolecall('apply', '--yes');
  expect(stdout).toContain('Apply: 3 applied.');
  expect(code).toBe(0);
  expect(writes()).toHaveLength(3);
});

test('an answer that says that it is so already, where a read shows that it is not, fails and is not sent again', async () => {
  const says = { invite: 'already_in_channel', kick: 'not_in_channel' };
  const { rolecall, writes } = await slack(['UGRACE'], FILES, { says, deaf: true });
  const { code, stdout } = await rolecall('apply', '--yes');
  expect(stdout).toContain('already_in_channel');
  expect(stdout).toContain('Apply: 3 failed.');
  expect(code).toBe(6);
  expect(writes()).toHaveLength(3);
});

test('any other error fails the change, and says what the API said', async () => {
  const { rolecall } = await slack(['UGRACE', 'ULIN'], FILES, { says: { invite: 'is_archived' } });
  const { code, stdout } = await rolecall('apply', '--yes');
  expect(stdout).toContain('is_archived');
  expect(code).toBe(6);
});

test('an error with the status 200 is no empty list: nothing is planned there', async () => {
  const { rolecall, writes } = await slack(['UGRACE'], 'channel: C9\nroles: { member: [ada@acme.test] }\n');
  const { stdout, stderr } = await rolecall('apply', '--yes');
  expect(`${stdout}${stderr}`).toContain('channel_not_found');
  expect(writes()).toEqual([]);
});
