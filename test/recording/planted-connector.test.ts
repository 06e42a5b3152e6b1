import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Answerer, json, startLoopback } from '../http/loopback.js';
import { bare, elsewhere } from './recording-world.js';

const token = 'tk-7Hd93kQpLmZx51';
const planted = [
  'ada.lovelace@acme.test',
  'Ada Müller-Lovelace',
  '7f0c2d6e-1111-4222-8333-944455556666',
  'usr_48213377',
  token,
];
const forms: readonly ((text: string) => string)[] = [
  (text) => text,
  encodeURIComponent,
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('base64url'),
  (text) => JSON.stringify(JSON.stringify(text)),
  (text) => [...text].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  (text) => Buffer.from(text).toString('hex'),
  (text) => text.toUpperCase(),
];
const every = planted.flatMap((text) => forms.map((form) => form(text)));
const header = (text: string): string => text.replaceAll(/[^ -~]/gu, '?');

const connector = `connector: 1
title: Crew
paging: { by: link, size: per_page, max: 2, parameter: page }
requires: [{ get: /config, that: { at: mode, is: open }, else: it is closed }]
people: { list: { get: "/orgs/{org}/people", id: id, email: mail, name: name, lastLogin: seen } }
kinds:
  org:
    description: An id.
    name: { get: "/orgs/{org}", at: name }
    roles: { get: "/orgs/{org}/roles", id: id, name: name }
    assignments:
      - get: /orgs/{org}/grants
        paging: { by: cursor, parameter: after, size: limit, max: 1, items: data, next: links.next, total: total }
        person: who
        role: role
        scope: org
        skip: [{ at: type, is: bot, optional: true }]
      - { get: "/orgs/{org}/invitations?kind=direct", pending: true, person: who, role: role, detail: "/orgs/{org}/invitations/{person}" }
      - { get: "/orgs/{org}/bindings", paging: { by: whole }, entries: true, person: key, role: value.role }
    grant: { put: "/orgs/{org}/grants/{person}/{role}" }
    revoke: { delete: "/orgs/{org}/grants/{person}/{role}" }
`;

/** Fields and keys that nobody described, with everything in them. */
const noise = {
  note: every,
  deep: { [`x ${every[0] ?? ''}`]: every, byId: Object.fromEntries(every.map((text) => [text, text])) },
};
const [email = '', name = '', uuid = '', id = ''] = planted;

/** Answers everything with everything. */
function answerer(origin: () => string): Answerer {
  return (response, { path, headers }) => {
    const query = every.map((text, index) => `q${index}=${encodeURIComponent(text)}`).join('&');
    const noisy = Object.fromEntries(every.map((text, index) => [`x-note-${index}`, header(text)]));
    const told = {
      ...noisy,
      'retry-after': '0',
      'x-ratelimit-limit': header(email),
      'content-type': `application/json; profile="${header(email)}"`,
      'www-authenticate': `Bearer realm="${header(name)}"`,
    };
    const link = (next: string): string =>
      `<${next}>; rel="next"; title="${header(name)}", <${origin()}/orgs/${encodeURIComponent(id)}?${query}>; rel="${id}"`;
    if (headers.authorization !== `Bearer ${token}`)
      return json(response, 401, { message: every, [email]: email, ...noise }, told);
    const { pathname, searchParams } = new URL(path, 'http://crew.test');
    switch (decodeURIComponent(pathname)) {
      case '/config':
        return json(response, 200, { mode: 'open', owner: email, ...noise }, told);
      case `/orgs/${uuid}`:
        return json(response, 200, { name, ...noise }, told);
      case `/orgs/${uuid}/people`: {
        const isFirst = searchParams.get('page') === null;
        const next = {
          ...told,
          link: link(`${origin()}/orgs/${uuid}/people?page=2&who=${encodeURIComponent(email)}&${query}`),
        };
        const people = isFirst
          ? [
              { id, mail: email, name, seen: email, ...noise },
              { id: 'usr_2', mail: 'grace@acme.test', name: 'Grace', ...noise },
            ]
          : [{ id: 'usr_3', mail: null, name: null, seen: name, ...noise }];
        return json(response, 200, people, isFirst ? next : told);
      }
      case `/orgs/${uuid}/roles`:
        return json(
          response,
          200,
          [
            { id: 'r-1', name: `Lead of ${name}`, ...noise },
            { id: uuid, name: email },
          ],
          { ...told, link: '</x>; rel="first"' },
        );
      case `/orgs/${uuid}/grants`:
        return searchParams.get('after') === null
          ? json(
              response,
              200,
              {
                data: [{ who: id, role: uuid, org: uuid, type: email, ...noise }],
                links: { next: `${id}:${email}`, prev: email },
                total: 2,
                ...noise,
              },
              told,
            )
          : json(
              response,
              200,
              {
                data: [{ who: 'usr_2', role: 'r-1', org: uuid, type: name }],
                links: { next: null },
                total: 2,
              },
              told,
            );
      case `/orgs/${uuid}/bindings`:
        return json(response, 200, { hypatia: { role: 'r-1', ...noise } }, told);
      case `/orgs/${uuid}/invitations`:
        return json(response, 200, [{ who: 'usr_3', ...noise }], told);
      case `/orgs/${uuid}/invitations/usr_3`:
        return json(response, 200, { role: 'r-1', invitedBy: email, ...noise }, told);
      default:
        return json(response, 404, { message: `no ${pathname}`, trace: every, ...noise }, told);
    }
  };
}

test('what an API tells of people in answers, headers, links, cursors and errors comes into no recording of a connector', async () => {
  const base = { url: '' };
  const { url } = await startLoopback(answerer(() => base.url));
  base.url = url;
  const folder = elsewhere();
  mkdirSync(join(folder, 'access'));
  writeFileSync(join(folder, 'crew.yaml'), connector);
  writeFileSync(
    join(folder, 'rolecall.yaml'),
    `version: 1\nproviders:\n  crew: { connector: crew.yaml, url: "${url}", self: ${email}, auth: { method: bearer, token: { env: TOKEN } } }\n`,
  );
  writeFileSync(
    join(folder, 'access/a.yaml'),
    `provider: crew\norg: ${uuid}\nroles: { ${JSON.stringify(email)}: [${email}], "Lead of ${name}": [user:usr_2] }\n`,
  );
  const { stderr, stdout } = await bare(folder, ['doctor', '--record', 'r.har'], { TOKEN: token });
  expect(stderr).toContain('Wrote r.har');
  expect(stdout).toContain('can be read: 4 role assignments');
  const text = readFileSync(join(folder, 'r.har'), 'utf8').toLowerCase();
  expect(every.filter((value) => text.includes(value.toLowerCase()))).toEqual([]);
  const parts = [
    'hypatia',
    'lovelace',
    'müller',
    'acme.test',
    '48213377',
    '944455556666',
    token.slice(3, 11).toLowerCase(),
  ];
  expect(parts.filter((part) => text.includes(part))).toEqual([]);
  const replayed = await bare(elsewhere(), ['doctor', '--replay', join(folder, 'r.har')]);
  expect(replayed.stdout).toContain('Ready to plan');
});
