import { describe, expect, test } from 'vitest';
import { schemaProblems } from '../schema-problems.js';
import { recorded, rootOf } from './subject.js';

const ada = {
  id: '3363',
  name: 'Ada Lovelace',
  email: 'ada@acme.test',
  role: 'owner',
  status: 'active',
  admin: true,
  since: '2024-02-03T04:05:06Z',
  note: 'plays chess',
};

describe('a recording', () => {
  test('is an HTTP archive as its schema describes it', () => {
    const { text } = recorded([{ body: { members: [ada], total: 1 } }, { body: null }]);
    expect(schemaProblems('recording', JSON.parse(text))).toEqual([]);
  });

  test('keeps documented words, flags and counts, and nothing else of an answer', () => {
    const [body] = recorded([{ body: { members: [ada], total: 1, next: null } }]).bodies;
    expect(body).toEqual({
      members: [
        {
          id: expect.stringMatching(/^[1-9]\d{3}$/),
          name: expect.stringMatching(/^[A-Z][a-z]{5} [A-Z][a-z]{5}$/),
          email: expect.stringMatching(/^[a-z]{8}@example\.test$/),
          role: 'owner',
          status: 'active',
          admin: true,
          since: '1970-01-01T00:00:00.000Z',
          note: 'redacted',
        },
      ],
      total: 1,
      next: null,
    });
  });

  test('keeps the keys and types of fields that nobody documented, and not their values', () => {
    const [body] = recorded([
      { body: { extra: { plan: 'gold', seats: 12, trial: true, since: null, tags: ['a', ''] } } },
    ]).bodies;
    expect(body).toEqual({
      extra: { plan: 'redacted', seats: 0, trial: false, since: null, tags: ['redacted', ''] },
    });
  });

  test('gives the same value the same pseudonym in answers, paths, queries and what the files name', () => {
    const { urls, members, provider } = recorded(
      [
        { body: { members: [ada, { ...ada, id: 3363 }] } },
        { path: '/v1/organizations/1024/members?userId=3363&page=2' },
      ],
      {
        self: 'ada@acme.test',
        roots: [
          {
            root: rootOf('1024'),
            scopes: [rootOf('1024')],
            named: [{ kind: 'user', by: 'id', value: '3363' }],
            wanted: [{ scope: rootOf('1024'), role: 'owner' }],
          },
        ],
      },
    );
    const [first, second] = members;
    const [root] = provider.roots;
    expect(second?.['id']).toBe(Number(first?.['id']));
    expect(urls).toEqual([
      `https://redox.invalid/v1/organizations/${root?.id}/members`,
      `https://redox.invalid/v1/organizations/${root?.id}/members?userId=${String(second?.['id'])}&page=2`,
    ]);
    expect(root?.named).toEqual([{ kind: 'user', by: 'id', value: first?.['id'] }]);
    expect(root?.wanted[0]?.role).toBe('owner');
    expect(provider.self).toBe(first?.['email']);
  });

  test('differs from one file to the next', () => {
    const sent = [{ body: { members: [ada] } }];
    expect(recorded(sent).text).toBe(recorded(sent).text);
    expect(recorded(sent, { key: Buffer.from('another key') }).bodies).not.toEqual(recorded(sent).bodies);
  });

  test.each([
    ['3363', /^[1-9]\d{3}$/],
    ['007', /^0\d{3}$/],
    [
      '7f0c2d6e-1111-4222-8333-944455556666',
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    ],
    [
      '7F0C2D6E-1111-4222-8333-944455556666',
      /^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-8[0-9A-F]{3}-[0-9A-F]{12}$/,
    ],
    ['user-k3xq9-v1', /^user-[a-z0-9]{5}-v1$/],
    ['ada.lovelace', /^[a-z]{6}\.[a-z]{6}$/],
    ['auth0|5f7c8ec7c33c6c004bbafe82', /^[a-z]+\d[a-z]*\|[0-9a-f]{24}$|^[a-z0-9]+\|[0-9a-f]{24}$/],
    ['Billing Admin', /^[A-Z][a-z]{5} [A-Z][a-z]{5}$/],
    ['Zoë', /^[A-Z][a-z]{5}$/],
    ['日本', /^[a-z]{6}$/],
    ['ada@acme.test', /^[a-z]{8}@example\.test$/],
  ])('gives the id %s a pseudonym of the same form', (id, form) => {
    const [member] = recorded([{ body: { members: [{ id }] } }]).members;
    expect(member?.['id']).toMatch(form);
    expect(member?.['id']).not.toBe(id);
  });

  test('tells spellings apart as the system does: what differs in case alone still does', () => {
    const spellings = ['Viewer', 'viewer', 'VIEWER'].map((role) => ({ role }));
    const roles = recorded([{ body: { members: spellings } }]).members.map(({ role }) => String(role));
    expect(new Set(roles).size).toBe(3);
    expect(new Set(roles.map((role) => role.toLowerCase())).size).toBe(1);
  });

  test('is never short of pseudonyms, however many ids are taken', () => {
    const everyone = Array.from({ length: 9000 }, (_, index) => ({ id: String(1000 + index) }));
    const ids = recorded([{ body: { members: everyone } }]).members.map(({ id }) => String(id));
    expect(new Set(ids).size).toBe(9000);
    expect(ids.filter((id) => !/^\d{5,}$/.test(id))).toEqual([]);
  });

  test('drops the path of the base, names it by its origin, and says no more of another origin than that', () => {
    const links = [
      '/organizations/1024/members?page=2',
      '/platform/v1/organizations/1024/members?page=2',
      'https://api.acme.test/platform/v1/organizations/1024/members?page=2',
      'https://eu.acme.test/v1/organizations/1024/members?page=2',
    ];
    const { bodies, urls } = recorded(links.map((next) => ({ body: { next } })));
    const id = /organizations\/(\d+)\//.exec(urls[0] ?? '')?.[1];
    expect(bodies.map((body) => (body as { next: string }).next)).toEqual([
      `/organizations/${id}/members?page=2`,
      `https://redox.invalid/v1/organizations/${id}/members?page=2`,
      `https://redox.invalid/v1/organizations/${id}/members?page=2`,
      'https://elsewhere.invalid',
    ]);
  });

  test('keeps listed headers, and of their values words, numbers and links without ids', () => {
    const headers = {
      'content-type': 'application/json; charset=utf-8; profile="acme"',
      'x-ratelimit-limit': '7500',
      'x-note': 'for Ada Lovelace, active 12',
      'www-authenticate': 'Bearer realm="acme", error="invalid_token"',
      link: '<https://api.acme.test/platform/v1/organizations/1024/members?page=2>; rel="next"; title="Ada"',
      'set-cookie': 'session=abcdef0123456789',
      'x-request-id': 'req-ada-1',
      date: 'Sat, 28 Nov 2026 13:00:00 GMT',
    };
    const { entries, urls } = recorded([{ headers }]);
    const id = /organizations\/(\d+)\//.exec(urls[0] ?? '')?.[1];
    expect(entries[0]?.response.headers).toEqual([
      { name: 'content-type', value: 'application/json' },
      { name: 'x-ratelimit-limit', value: '7500' },
      { name: 'x-note', value: 'redacted redacted redacted, active 12' },
      { name: 'www-authenticate', value: 'Bearer realm="redacted", error="invalid_token"' },
      {
        name: 'link',
        value: `<https://redox.invalid/v1/organizations/${id}/members?page=2>; rel="next"`,
      },
    ]);
  });

  test.each([
    ['30', '30'],
    ['Sat, 28 Nov 2026 13:00:30 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ])('keeps of Retry-After %j no time of day', (value, kept) => {
    const [entry] = recorded([{ status: 429, headers: { 'retry-after': value } }]).entries;
    expect(entry?.response.headers).toEqual([{ name: 'retry-after', value: kept }]);
  });

  test('holds of a token request that there was one, and of a token how long it lives', () => {
    const body = { access_token: 'abcdefgh12345678', token_type: 'Bearer', expires_in: 300, user: 'ada' };
    const { text, urls, bodies } = recorded([
      { kind: 'token', authorization: 'none', path: '/oauth/acme/token', body },
    ]);
    expect(urls).toEqual(['https://token.redox.invalid/token']);
    expect(bodies).toEqual([
      { access_token: 'redacted', token_type: 'Bearer', expires_in: 300, user: 'redacted' },
    ]);
    expect(text).not.toContain('acme');
  });

  test('is made although somebody is called as something that every recording holds', () => {
    const names = [
      'Post',
      'Text',
      'default',
      'redox',
      'organization',
      'Invalid',
      'Example',
      'test',
      'people',
    ];
    const people = names.map((name) => ({ id: name, name, email: `${name}@example.test` }));
    const { entries } = recorded([
      { kind: 'token', body: { access_token: 'abcd' } },
      { body: { members: people } },
    ]);
    expect(entries).toHaveLength(2);
  });

  test('is made although an error has keys that a recording holds too', () => {
    const body = { content: { 'application/json': { schema: '#/no', 'HTTP/1.1': 1 } }, 'redox.invalid': 1 };
    expect(recorded([{ status: 400, body }]).text).toContain('"schema');
  });

  test('holds one word in place of a text that is no JSON', () => {
    const sent = ['<h1>Ada Lovelace</h1>', '{"members":[{"id":"3363"'].map((body) => ({ body, status: 500 }));
    expect(recorded(sent).bodies).toEqual(['redacted', 'redacted']);
  });
});
