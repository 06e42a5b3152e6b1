import { describe, expect, it } from 'vitest';
import { readConnector } from '../../../src/config/connector-file.js';

/** A connector that is in order, with one line in place of another. */
function findings(line = '', other = ''): readonly string[] {
  const text = `connector: 1
title: Test
headers: { Accept: text/plain }
kinds:
  org:
    description: An id.
    exclusive: true
    roles: [{ id: owner }, { id: member }]
    assignments:
      - { get: "/orgs/{org}/members", person: id, role: role }
    grant: { put: "/orgs/{org}/members/{person}", body: { role: "{role}" } }
    change: grant
    revoke: { delete: "/orgs/{org}/members/{person}" }
  team:
    description: An id.
    roles: [{ id: read }, { id: write }]
    assignments:
      - { get: "/teams/{team}/members{?role}", for: role, person: id }
    grant: { put: "/teams/{team}/members/{person}/{role}" }
    revoke: { delete: "/teams/{team}/members/{person}/{role}" }
`;
  if (line !== '' && !text.includes(line)) throw new Error(`no such line: ${line}`);
  const changed = line === '' ? text : text.replace(line, other);
  const { diagnostics } = readConnector('test.yaml', new TextEncoder().encode(changed));
  return diagnostics.map((each) => `${each.line}: ${each.message}`);
}

describe('a connector file', () => {
  it('may be in order', () => {
    expect(findings()).toEqual([]);
  });

  it('may replace roles by a grant that sends all of them, exclusive or not, without saying it', () => {
    const all = '{ put: "/orgs/{org}/members/{person}", body: { roles: "{roles}" } }';
    expect(
      findings(
        'grant: { put: "/orgs/{org}/members/{person}", body: { role: "{role}" } }\n    change: grant\n',
        `grant: ${all}\n`,
      ),
    ).toEqual([]);
    const several = 'put: "/teams/{team}/members/{person}", body: { roles: "{roles}" } }\n    change: grant';
    expect(findings('put: "/teams/{team}/members/{person}/{role}" }', several)).toEqual([]);
  });

  it('may write nothing, and takes away what it gives', () => {
    const revoke = '    revoke: { delete: "/orgs/{org}/members/{person}" }\n';
    const none =
      'There is no "revoke": add it, or leave every request that writes out, where roles are only read.';
    expect(findings(revoke)).toEqual([`11: ${none}`, `12: ${none}`]);
    const writes =
      '    grant: { put: "/orgs/{org}/members/{person}", body: { role: "{role}" } }\n    change: grant\n';
    expect(findings(`${writes}${revoke}`)).toEqual([]);
  });

  it('tells roles from people by a list of people', () => {
    expect(findings('role: role }', 'role: role, skipRoles: true }')).toEqual([
      '10: Without a list of people nothing tells roles from people: add "people.list".',
    ]);
  });

  it.each([
    'Authorization',
    'COOKIE',
    'host',
    'Content-Length',
    'transfer-encoding',
    'Proxy-Foo',
    'User-Agent',
  ])('cannot set the header %s', (name) => {
    expect(findings('Accept', name)).toEqual([`3: A connector must not set the header "${name}".`]);
  });

  it.each([
    ['a line break in a header', 'text/plain', '"a\\r\\nX-Other: b"', '3: '],
    ['a header whose name is none', 'Accept:', '"A B":', '3: '],
    ['a header twice', 'Accept: text/plain', 'Accept: a, ACCEPT: b', '3: The header "ACCEPT" is set twice.'],
    ['a kind that templates call something else', '  team:', '  role:', '15: No kind can be called "role"'],
    [
      'one list for every role',
      '{?role}',
      '',
      '18: The list is read for each role, and its URL does not name it',
    ],
    [
      'one list for every scope',
      '/teams/{team}/members{?role}',
      '/members{?role}',
      '18: The list is the same for each team',
    ],
    [
      'a revoke of all that somebody holds',
      'delete: "/teams/{team}/members/{person}/{role}"',
      'delete: "/teams/{team}/members/{person}"',
      '20: The request names no role, so that it would take every',
    ],
    [
      'a grant of no role',
      'put: "/teams/{team}/members/{person}/{role}"',
      'put: "/teams/{team}/members/{person}"',
      '19: The request names no role',
    ],
    ['a revoke in every scope', 'delete: "/teams/{team}', 'delete: "/teams', '20: The request names no team'],
    [
      'two roles where one is the most',
      'change: grant',
      'change: grant-then-revoke',
      '12: A person holds one role at most',
    ],
    ['a grant that replaces nothing', '    exclusive: true\n', '', ': A grant leaves the other roles'],
    [
      'the end of a membership as half of a change',
      '    change: grant',
      '    destructive: true\n    change: revoke-then-grant',
      '13: A revoke ends the membership',
    ],
    ['a role twice', '{ id: owner }', '{ id: member }', '8: The role "member" is listed twice.'],
    [
      'two roles of one value',
      '{ id: owner }',
      '{ id: owner, value: member }',
      '8: The role "member" has the value of another one.',
    ],
    [
      'a fixed role that is none of its roles',
      '    change: grant',
      '    change: grant\n    fixed: { get: "/orgs/{org}/bosses", person: id, role: boss }',
      '13: "boss" is none of the roles',
    ],
    [
      'a fixed role beside others',
      '    roles: [{ id: read }, { id: write }]',
      '    roles: [{ id: read }, { id: write }]\n    fixed: { get: "/orgs/{org}/bosses", person: id, role: write }',
      '17: A fixed role stands in place of any other one',
    ],
    ['only pending rows', 'role: role }', 'role: role, pending: true }', '10: Every list is of pending rows'],
    [
      'a template with a dot segment',
      '/orgs/{org}/members",',
      '/orgs/{org}/../members",',
      '10: A URL here has no',
    ],
    ['a template with a fragment', '/orgs/{org}/members",', '/orgs/{org}/#{org}",', '10: A URL here has no'],
    [
      'a template of what every object has',
      '/orgs/{org}/members",',
      '/orgs/{constructor}/members",',
      '10: There is no "constructor" here.',
    ],
    [
      'an answer that names what nothing fills in',
      'body: { role: "{role}" }',
      'body: { role: "{role}" }, success: [{ at: role, is: "{rule}" }]',
      '11: There is no "rule" here.',
    ],
    [
      'all roles in a path',
      'put: "/teams/{team}/members/{person}/{role}"',
      'put: "/teams/{team}/members/{person}/{roles}"',
      '19: {roles} is a list, which no path can hold',
    ],
    [
      'all roles inside of a text',
      'put: "/teams/{team}/members/{person}/{role}"',
      'put: "/teams/{team}/members/{person}", body: { roles: "all: {roles}" }',
      '19: {roles} is a list, which no longer text can hold',
    ],
    [
      'a template for each of no list',
      'put: "/teams/{team}/members/{person}/{role}"',
      'put: "/teams/{team}/members/{person}/{role}", each: "{role}"',
      '19: There is no list of roles here',
    ],
    [
      'the same for each role',
      'put: "/teams/{team}/members/{person}/{role}"',
      'put: "/teams/{team}/members/{person}", body: "{roles}", each: { id: 1 }',
      '19: It is the same for each role',
    ],
    [
      'objects in a query',
      'put: "/teams/{team}/members/{person}/{role}"',
      'put: "/teams/{team}/members/{person}{?roles*}", each: { id: "{role}" }',
      '19: A query holds texts',
    ],
    [
      'a list in each of a list',
      'put: "/teams/{team}/members/{person}/{role}"',
      'put: "/teams/{team}/members/{person}", body: "{roles}", each: ["{role}", "{roles}"]',
      '19: There is no "roles" here.',
    ],
    [
      'an answer that names a list',
      'body: { role: "{role}" }',
      'body: { roles: "{roles}" }, success: [{ at: roles, is: "{roles}" }]',
      '11: There is no "roles" here.',
    ],
    [
      'all roles of no scope in particular',
      'put: "/teams/{team}/members/{person}/{role}"',
      'put: "/members/{person}", body: { roles: "{roles}" }',
      '19: The request names no team',
    ],
    [
      'a list in rows that are read for each role',
      'for: role, person: id',
      'for: role, person: id, roles: roles',
      '18: A list of roles in a row goes neither',
    ],
    ['a kind that lists are called', '  team:', '  roles:', '15: No kind can be called "roles"'],
    [
      'a grant by the id of an assignment',
      'put: "/teams/{team}/members/{person}/{role}"',
      'put: "/teams/{team}/members/{person}/{role}/{assignment}"',
      '19: There is no "assignment" here.',
    ],
    [
      'a revoke by an id that rows are not said to have',
      'delete: "/teams/{team}/members/{person}/{role}"',
      'delete: "/assignments/{assignment}"',
      '20: There is no "assignment" here.',
    ],
  ])('cannot ask for %s', (_, line, other, message) => {
    expect(findings(line, other).join('\n')).toContain(message);
  });
});
