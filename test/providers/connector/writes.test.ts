import { UnwritableChange, writesOf } from '../../../src/providers/provider.js';
import { describe, expect, it } from 'vitest';
import { readConnector } from '../../../src/config/connector-file.js';
import type { LiveRoot, LiveUser } from '../../../src/model/live.js';
import { connectorModule } from '../../../src/providers/connector/module.js';
import { active, planned, user } from '../changes.js';
import { scopeOf, settingsFor } from '../rig.js';

/** What is sent to a system whose requests name people as `grant` says. */
function sent(
  grant: string,
  id: string,
  { type = 'string', email = 'ada@acme.test' }: { type?: string; email?: string | null } = {},
) {
  const text = `connector: 1
title: Test
paging: { by: whole }
people: { type: ${type}, list: { get: /users, id: id, email: email } }
kinds:
  org:
    description: An id.
    roles: [{ id: owner, value: 50 }, { id: member }]
    assignments: [{ get: "/orgs/{org}/members", person: id, role: role }]
    grant: ${grant}
    revoke: { delete: "/orgs/{org}/members/{person}/{role}" }
`;
  const { connector, diagnostics } = readConnector('test.yaml', new TextEncoder().encode(text));
  if (connector === null) throw new Error(JSON.stringify(diagnostics));
  const module = connectorModule('test', connector);
  const root = scopeOf(module, 'org', 'acme');
  const ada: LiveUser = { id, email, name: null, lastLogin: null, twoFactor: null };
  const live: LiveRoot = {
    root,
    complete: true,
    users: [ada],
    scopes: [],
    wholePrincipals: null,
    namedOnly: false,
    unverifiable: new Set(),
    inactiveIsGone: false,
    problems: [],
  };
  const provider = module.create(settingsFor(module, 'http://127.0.0.1'));
  const change = planned(root, user(id), null, active('owner'), { owner: '50' });
  const steps = writesOf(provider, change, live);
  if (steps instanceof UnwritableChange) return steps.message;
  return steps.map(({ request: { method, path, body } }) => [method, path, body]);
}

const PUT = '{ put: "/orgs/{org}/members/{person}/{role}" }';
const FILTER = '{ post: "/orgs/{org}/members", body: { role: "{role}", filter: \'id eq "{person}"\' } }';
const BODY = '{ post: "/orgs/{org}/members", body: { role: "{role}", id: "{person}" } }';
const EMAIL = '{ post: "/orgs/{org}/members", body: { role: "{role}", email: "{email}" } }';

describe('a connector writes', () => {
  it('ids percent-encoded in paths, and as they are in bodies', () => {
    expect(sent(PUT, 'a/b"?#')).toEqual([['PUT', '/orgs/acme/members/a%2Fb%22%3F%23/50', undefined]]);
    expect(sent(BODY, 'a/b"\n')).toEqual([['POST', '/orgs/acme/members', { role: 50, id: 'a/b"\n' }]]);
    expect(sent(BODY, '12', { type: 'number' })).toEqual([
      ['POST', '/orgs/acme/members', { role: 50, id: 12 }],
    ]);
  });

  it.each([
    ['a dot segment in a path', PUT, '..', {}, 'cannot be part of a path'],
    ['a quote in a filter', FILTER, '1" or id pr or id eq "', {}, 'could end the text'],
    ['a line break in a filter', FILTER, '1\n2', {}, 'could end the text'],
    ['an id that is no number', BODY, 'ada', { type: 'number' }, 'is no number'],
    ['an id that another number would stand for', BODY, '0x10', { type: 'number' }, 'is no number'],
    ['an e-mail that the API does not tell', EMAIL, 'ada', { email: null }, 'tells no e-mail of this person'],
  ])('nothing where it would need %s, and says so', (_, grant, id, options, message) => {
    expect(sent(grant, id, options)).toContain(message);
  });
});
