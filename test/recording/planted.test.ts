import { describe, expect, test } from 'vitest';
import { Redaction } from '../../src/http/redaction/redaction.js';
import { recorded, recordedOrLeak, rootOf, type Sent } from './subject.js';

describe('what is planted', () => {
  const secret = 'sk_live_Zm9vYmFyYmF6cXV4';
  const personal = [
    'Ada Lovelace',
    'ada.lovelace@acme.test',
    '7f0c2d6e-1111-4222-8333-944455556666',
    'Zoë Müller-Ωmega',
  ];
  const forms: readonly (readonly [string, (text: string) => string])[] = [
    ['plain', (text) => text],
    ['URL-encoded', encodeURIComponent],
    ['base64', (text) => Buffer.from(text).toString('base64')],
    ['base64url', (text) => Buffer.from(text).toString('base64url')],
    ['hexadecimal', (text) => Buffer.from(text).toString('hex')],
    [
      'JSON-escaped',
      (text) => text.replaceAll(/./gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    ['upper case', (text) => text.toUpperCase()],
  ];
  /** The people are known from a list, so that they are known to be live. */
  const known = personal.map((text) => ({ id: text, name: text, email: text, role: text }));
  const places: readonly (readonly [string, (text: string) => Sent])[] = [
    ['a documented id', (text) => ({ body: { members: [{ id: text }] } })],
    ['a documented name', (text) => ({ body: { members: [{ name: text }] } })],
    ['an e-mail', (text) => ({ body: { members: [{ email: text }] } })],
    ['a role', (text) => ({ body: { members: [{ role: text }] } })],
    ['a word', (text) => ({ body: { members: [{ status: text }] } })],
    ['a flag', (text) => ({ body: { members: [{ admin: text }] } })],
    ['a time', (text) => ({ body: { members: [{ since: text }] } })],
    ['free text', (text) => ({ body: { members: [{ note: `from ${text}` }] } })],
    ['a count', (text) => ({ body: { total: text } })],
    [
      'a link',
      (text) => ({ body: { next: `https://api.acme.test/platform/v1/${text}?cursor=${text}#${text}` } }),
    ],
    [
      'a link of another origin',
      (text) => ({ body: { next: `https://${encodeURIComponent(text)}.test/${text}` } }),
    ],
    ['a link that is none', (text) => ({ body: { next: text } })],
    ['an unknown field', (text) => ({ body: { unknown: [{ deep: { deeper: text } }] } })],
    ['a key', (text) => ({ body: { map: { [text]: { [`${text}s`]: 1 } } } })],
    ['a key of a row', (text) => ({ body: { members: [{ [text]: 'owner' }] } })],
    ['a path', (text) => ({ path: `/v1/organizations/${encodeURIComponent(text)}/${text}` })],
    ['a query', (text) => ({ path: `/v1/organizations/1024/members?${text}=1&status=${text}&${text}` })],
    ['a header', (text) => ({ headers: { 'x-note': text, 'x-other': text, 'content-type': text } })],
    ['a header that joins it', (text) => ({ headers: { 'x-note': `a="${text}", b=${text}; ${text}` } })],
    [
      'a Link header',
      (text) => ({ headers: { link: `<https://api.acme.test/${text}>; rel="${text}", <${text}>` } }),
    ],
    ["a header's name", (text) => ({ headers: { [text]: '1' } })],
    ['an error', (text) => ({ status: 403, body: { error: { message: `no ${text}`, [text]: text } } })],
    ['an error that is text', (text) => ({ status: 500, body: `user ${text} failed` })],
    ['an answer that is a text', (text) => ({ body: JSON.stringify(text) })],
    [
      "a token's answer",
      (text) => ({
        kind: 'token',
        body: { access_token: text, [text]: text, token_type: text, error: text },
      }),
    ],
    ['a body that is cut', (text) => ({ body: `{"members":[{"name":"${text}` })],
  ];

  test.each(places)('in %s never comes into the file', (_, place) => {
    const redaction = new Redaction();
    redaction.add(secret);
    const values = [...personal, secret];
    const sent = values.flatMap((value) => forms.map(([, form]) => place(form(value))));
    const outcome = recordedOrLeak([{ body: { members: known } }, ...sent], { redact: redaction.redact });
    expect(outcome.leak).toBeUndefined();
    const text = (outcome.text ?? '').toLowerCase();
    for (const value of values) {
      for (const [name, form] of forms)
        expect(text, `${value}, ${name}`).not.toContain(form(value).toLowerCase());
    }
    for (const word of ['lovelace', 'müller', 'acme.test', 'zm9vymfy']) expect(text).not.toContain(word);
    expect(redaction.redact(text)).toBe(text);
  });

  test.each([
    'ada',
    'Lovelace',
    'ada_lovelace',
    'adalovelace',
    'AdaLovelaceRole',
    'rolesOfAda',
    'adaLovelace2',
  ])('as the key %s never comes into the file, since somebody is called so', (name) => {
    const person = { id: '3363', name: 'Ada Lovelace', email: 'ada.lovelace@acme.test' };
    const { text } = recorded([
      { body: { members: [person] } },
      { body: { map: { [name]: 1, teamSize: 2 } } },
    ]);
    expect(text).not.toMatch(/ada|lovelace/i);
    expect(text).toContain('teamSize');
  });

  test('in the settings or the files becomes a pseudonym', () => {
    const viewer = 'clinical viewer';
    const id = '7f0c2d6e-1111-4222-8333-944455556666';
    const { text, provider } = recorded([{}], {
      options: {
        environmentPath: 'environment',
        userIdType: 'number',
        tokenScope: 'acme:read',
        roles: { organization: { [viewer]: id, owner: id } },
      },
      self: 'user:3363',
      roots: [
        {
          root: rootOf('1024'),
          scopes: [rootOf('1024')],
          named: [{ kind: 'user', by: 'email', value: 'ada@acme.test' }],
          wanted: [{ scope: rootOf('1024'), role: viewer }],
        },
      ],
    });
    const { options, roots, self } = provider;
    const pseudonym = roots[0]?.wanted[0]?.role ?? '';
    expect(pseudonym).toMatch(/^[a-z]{6} [a-z]{6}$/);
    expect(options).toMatchObject({
      environmentPath: 'environment',
      userIdType: 'number',
      roles: { organization: { [pseudonym]: expect.any(String), owner: expect.any(String) } },
    });
    expect(self).toMatch(/^user:\d{4}$/);
    for (const value of [viewer, id, 'acme', '3363', '1024', 'ada@']) expect(text).not.toContain(value);
  });
});

describe('the search before the file is written', () => {
  test('finds a secret, whatever it looks like', () => {
    const redaction = new Redaction();
    redaction.add('x-ratelimit-limit');
    const sent = [{ headers: { 'x-ratelimit-limit': '100' } }];
    expect(recordedOrLeak(sent, { redact: redaction.redact }).leak).toBe('secret');
  });

  test('finds an id that is a number of the settings too', () => {
    const sent = [{ body: { members: [{ id: '4711' }] } }];
    expect(recordedOrLeak(sent, { options: { pageParameters: { max: 4711 } } }).leak).toBe('id');
  });
});
