import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { redox } from '../../src/providers/redox/index.js';
import { systemRuntime } from '../../src/runtime.js';
import { member, memberships, patient, redoxAt } from '../commands/doctor/world.js';
import { type Answerer, json, startLoopback } from '../http/loopback.js';
import { bare, elsewhere, verdicts } from './recording-world.js';

const token = 'tok_live_4f9a8b7c6d5e4f3a2b1c';
const people = [
  'Grace Hopper',
  'grace.hopper@navy.test',
  'Zoë Ångström',
  'b1946ac9-2492-4d23-8f1a-0c0ffee0c0de',
];
const encodings: readonly ((text: string) => string)[] = [
  (text) => text,
  encodeURIComponent,
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => JSON.stringify(JSON.stringify(text)),
];
const planted = [...people, token].flatMap((text) => encodings.map((encode) => encode(text)));

/** Answers in an order that plants everything in every place. */
const gossip: Answerer = (response, { headers, path }, nth) => {
  const value = planted[nth % planted.length] ?? '';
  const echoed = headers.authorization ?? '';
  const more = {
    'x-ratelimit-limit': `7500, ${encodeURIComponent(value)}`,
    'retry-after': encodeURIComponent(echoed),
    link: `<https://api.test/${encodeURIComponent(value)}>; rel="next"`,
    'set-cookie': `who=${encodeURIComponent(value)}; token=${token}`,
    'x-request-id': encodeURIComponent(value),
  };
  if (echoed !== `Bearer ${token}`) {
    json(response, 401, { error: `not ${echoed}`, [value]: { [`${value}!`]: value } }, more);
  } else if (path.startsWith('/v1/organizations/1024/role-assignment')) {
    const memberships = people.map((person, index) => ({
      organization: { id: '1024', name: value, [value]: value },
      role: { id: person, name: index === 0 ? 'owner' : value, description: value },
      user: {
        id: `${index}${value}`,
        fullname: person,
        lowercaseEmail: value,
        lastLogin: value,
        verified2fa: value,
        nickname: value,
        addresses: { [value]: [value, { [person]: token }] },
      },
    }));
    const meta = { version: value, page: { links: { self: `/organizations/${value}?who=${value}` } } };
    json(response, 200, { meta, payload: { memberships, [value]: echoed }, token: echoed }, more);
  } else
    json(response, 404, { Meta: { Errors: [{ ID: 4242, Text: `${value} at ${path}`, [value]: 1 }] } }, more);
};

test('a server that echoes secrets and tells everything about everybody gets none of it into the file', async () => {
  const server = await startLoopback(gossip);
  const doctor = await redox.doctor?.();
  const clinic = patient({
    redox: redoxAt(server.url, 'self: grace.hopper@navy.test'),
    env: { TOKEN: token },
    ...(doctor === undefined ? {} : { doctor }),
    runtime: { sleep: systemRuntime({ env: {} }).sleep },
  });
  const made = await clinic.text('--format', 'json', '--record', 'r.har');
  expect(made.stderr).toContain('Wrote r.har');
  const path = join(clinic.folder, 'r.har');
  const text = readFileSync(path, 'utf8').toLowerCase();
  expect(planted.filter((value) => text.includes(value.toLowerCase()))).toEqual([]);
  for (const word of ['hopper', 'navy', 'ngstr', 'tok_live', '4f9a8b7c', '127.0.0.1', 'set-cookie', '1024'])
    expect(text).not.toContain(word);
  const replayed = await bare(elsewhere(), ['doctor', '--replay', path, '--format', 'json']);
  expect(verdicts(replayed.stdout)).toEqual(verdicts(made.stdout));
});

test('where the search finds an id there is no file, and the message does not quote it', async () => {
  const rows = memberships(member('3363', 'ada@acme.test', 'owner'));
  const server = await startLoopback((response, { headers, path }) => {
    if (headers.authorization !== 'Bearer good') json(response, 401, {});
    else json(response, path.includes('/1024/') ? 200 : 404, rows);
  });
  const doctor = await redox.doctor?.();
  const clinic = patient({
    redox: redoxAt(server.url, 'rateLimit: { requests: 3363, per: 1s }'),
    ...(doctor === undefined ? {} : { doctor }),
    files: { 'r.har': 'an older one' },
  });
  const { code, stdout, stderr } = await clinic.text('--record', 'r.har');
  expect(code).toBe(1);
  expect(stdout).toContain('Ready to plan');
  expect(stderr).toContain('No recording was written: it would have held an id.');
  expect(stderr).not.toContain('3363');
  expect(readFileSync(join(clinic.folder, 'r.har'), 'utf8')).toBe('an older one');
});
