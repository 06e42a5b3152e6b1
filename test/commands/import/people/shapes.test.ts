import { expect, it } from 'vitest';
import { differencesOf, importPeople, liveState, SETTINGS } from './people-files.js';

const live = liveState([
  {
    root: 'redox/organization/1024',
    users: ['1=ada@acme.test=Ada Lovelace', '2=grace@acme.test=Grace Hopper'],
    held: { 'redox/organization/1024': { owner: ['1'], member: ['2'] } },
  },
]);
const FLOW = '{ version: 1, providers: { redox: { auth: { method: bearer, token: { env: T } } } } }';
const NAMED = `${SETTINGS}people: people.yaml\n`;

it.each([
  ['settings on one line', { 'rolecall.yaml': `${FLOW}\n` }],
  ['settings without a final newline', { 'rolecall.yaml': SETTINGS.trimEnd() }],
  [
    'settings with CRLF and a byte order mark',
    { 'rolecall.yaml': `\uFEFF${SETTINGS.replaceAll('\n', '\r\n')}` },
  ],
  ['settings that end with a document marker', { 'rolecall.yaml': `---\n# all\n${SETTINGS}...\n` }],
  ['an empty people.yaml', { 'rolecall.yaml': NAMED, 'people.yaml': '' }],
  ['comments alone', { 'rolecall.yaml': NAMED, 'people.yaml': '# who is who\n\n# and more\n' }],
  ['a document marker alone', { 'rolecall.yaml': NAMED, 'people.yaml': '---\n' }],
  [
    'people and teams of nobody',
    { 'rolecall.yaml': NAMED, 'people.yaml': 'people: {} # p\nteams: {} # t\n' },
  ],
  ['people in braces', { 'rolecall.yaml': NAMED, 'people.yaml': '{ people: { zed: { redox: user:9 } } }' }],
  [
    'teams first, without a final newline',
    { 'rolecall.yaml': NAMED, 'people.yaml': 'teams: { core: [zed@acme.test] } # t\npeople: {} # p' },
  ],
  [
    'CRLF',
    { 'rolecall.yaml': NAMED, 'people.yaml': 'people:\r\n  zed: { redox: user:9 } # z\r\n\r\nteams: {}\r\n' },
  ],
  [
    'an indent of four',
    { 'rolecall.yaml': NAMED, 'people.yaml': 'people:\n    zed:\n        redox: user:9\n' },
  ],
  [
    'a people.yaml that the settings do not name',
    { 'rolecall.yaml': SETTINGS, 'people.yaml': 'people:\n  ada: { redox: ada@acme.test }\n' },
  ],
])('people come into %s', async (_, files) => {
  const run = await importPeople(files, live);
  expect(differencesOf(run.after)).toEqual([]);
  expect(run.after.loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const keys = run.after.loaded.desired.people.map(({ key }) => key);
  expect(keys).toContain('grace-hopper');
  expect((await importPeople(run.files, live)).merged.texts).toEqual(new Map());
});

it('writes people on lines of their own where one line would be long, whatever stands beside them', async () => {
  const before = 'teams: { core: [zed@acme.test] } # t\npeople: {} # p\n';
  const { files } = await importPeople({ 'rolecall.yaml': NAMED, 'people.yaml': before }, live);
  expect(files['people.yaml']).toBe(`teams: { core: [zed@acme.test] } # t
people: # p
  ada-lovelace:
    name: Ada Lovelace
    redox: user:1 # ada@acme.test
  grace-hopper:
    name: Grace Hopper
    redox: user:2 # grace@acme.test
`);
});
