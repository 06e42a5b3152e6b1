import { describe, expect, test } from 'vitest';
import { type Answerer, json, startLoopback } from '../../http/loopback.js';
import { patient, wrongs } from './world.js';

/** An API whose errors come with the status 200, of plain names of roles, for those who send its header. */
const chat = `connector: 1
title: Chat
headers: { X-Api-Version: "3" }
paging: { by: whole }
people: { list: { get: "/users{?account}", items: members, id: id } }
kinds:
  account:
    description: Id of an account.
    roles: [{ id: admin }, { id: member }]
    assignments:
      - { for: person, get: "/accounts/{account}/users/{person}/roles", items: roles, role: "." }
    grant: { put: "/accounts/{account}/users/{person}/roles/{role}" }
    revoke: { delete: "/accounts/{account}/users/{person}/roles/{role}" }
`;

const answer: Answerer = (response, { headers, path }) => {
  if (headers['x-api-version'] !== '3') json(response, 400, { message: 'which version?' });
  else if (headers.authorization !== 'Bearer good')
    json(response, 200, { ok: false, error: headers.authorization });
  else if (path.endsWith('/roles')) json(response, 200, { ok: true, roles: ['admin'] });
  else if (path === '/users?account=acme') json(response, 200, { ok: true, members: [{ id: '{ada}' }] });
  else json(response, 200, { ok: false, error: 'no such account' });
};

async function chatPatient(env: Readonly<Record<string, string>>) {
  const server = await startLoopback(answer);
  const settings = [
    'version: 1',
    'providers:',
    '  chat:',
    '    connector: chat.yaml',
    `    url: ${server.url}`,
    '    auth: { method: bearer, token: { env: TOKEN } }',
    '    self: "{ada}"',
  ];
  const files = {
    'rolecall.yaml': `${settings.join('\n')}\n`,
    'chat.yaml': chat,
    'access/a.yaml': 'account: acme\nroles: { admin: ["{ada}"] }\n',
  };
  return patient({ redox: [], files, env });
}

describe('a doctor of a connector', () => {
  test('sends its headers, and takes an answer without the list for the error that it is', async () => {
    const { checks, ready } = await (await chatPatient({ TOKEN: 'good' })).json();
    expect(ready.plan).toBe(true);
    expect(wrongs({ checks, ready }).filter((row) => row.endsWith(' failed'))).toEqual([]);
    const evidence = (id: string) => checks.find((check) => check.id === id)?.evidence;
    expect(evidence('invalid-credential')).toBe(
      'an invalid credential is refused (200, but not the list that was asked for)',
    );
    expect(evidence('missing-id')).toBe(
      'an id that does not exist is answered 200, but not with the list that was asked for',
    );
  });

  test('knows the own user of the credential, whose id is escaped in addresses', async () => {
    const { checks } = await (await chatPatient({ TOKEN: 'good' })).json();
    expect(checks.find(({ id }) => id === 'self')?.evidence).toBe('holds "admin" here');
  });

  test('finds lists of plain roles as documented', async () => {
    const { checks } = await (await chatPatient({ TOKEN: 'good' })).json();
    expect(checks.filter(({ layer }) => layer === 'contract').map(({ state }) => state)).toEqual([
      'ok',
      'ok',
    ]);
  });

  test('finds a credential that is refused with the status 200, and does not show it', async () => {
    const { checks, stdout, ready } = await (await chatPatient({ TOKEN: 'a-wrong-secret' })).json();
    expect(ready.plan).toBe(false);
    expect(checks.find(({ id }) => id === 'token')?.evidence).toBe(
      'the API answered 200 to the credential from TOKEN, but not with the list that was asked for',
    );
    expect(stdout).not.toContain('a-wrong-secret');
  });
});
