import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SandboxOptions } from '../sandbox/start.js';
import { schemaProblems } from '../schema-problems.js';
import { bare, elsewhere, recordingIn, verdicts, worldOf } from './recording-world.js';

/** Everything live that the sandbox's systems hold. */
function liveTexts(state: unknown): readonly string[] {
  if (typeof state === 'string') return [state];
  if (typeof state !== 'object' || state === null) return [];
  return Object.entries(state).flatMap(([key, value]) => [key, ...liveTexts(value)]);
}

const documented =
  /^(?:owner|admin|member|engineer|support|account_admin|project_(?:admin|reader)|team_member|Production|Staging|Development|ACCOUNT|PROJECT|RESOURCE|(?:IN)?ACTIVE|INVITED)$/;
const fieldNames =
  /^(?:roles|organization|environments?|organizations|accounts?|id|name|email|members|flag|users?|groups?|projects?|scope|status|description|custom|customRoles|assignments|role|redox|aion|lastLogin|verified2fa|oncall)$/;

const behaviours: readonly (readonly [string, SandboxOptions])[] = [
  ['as documented', {}],
  ['with singular environment paths', { redox: { environmentPath: 'environment' } }],
  ['with both paths', { redox: { environmentPath: 'both' } }],
  [
    'with numbers as user ids',
    { redox: { userIdType: 'number', numberIdsOf: ['organization', 'environment'] } },
  ],
  ['in pages', { redox: { pageSize: 3 } }],
  ['with cut lists', { redox: { cutsLists: 5 }, aion: { cutsLists: 5, statesTotals: false } }],
  ['with lists that differ', { redox: { flickers: true }, aion: { flickers: true } }],
  [
    'with empty lists for what is not there',
    { redox: { unknownIsEmpty: true }, aion: { unknownIsEmpty: true } },
  ],
  ['with errors answered 200', { redox: { errorsAre200: true }, aion: { errorsAre200: true } }],
  ['with a claim that tokens need', { redox: { tokenScope: 'acme:admin' } }],
  ['with no environments listed', { redox: { listsEnvironments: 'none' } }],
  [
    'with rate-limit headers',
    { redox: { headers: { 'x-ratelimit-limit': '7500' } }, aion: { headers: { 'ratelimit-limit': '100' } } },
  ],
  [
    'with other page parameters',
    { aion: { pageParameters: { page: 'page', size: 'per_page', max: 50 }, ignoresQuery: true } },
  ],
  ['by offset', { aion: { pageParameters: { page: 'offset', size: 'limit', max: 20 }, pagesBy: 'offset' } }],
  ['with groups that cannot be read', { aion: { groupReads: false } }],
  ['with empty rows for everybody', { aion: { unknownAssigneeIsEmpty: true } }],
  ['with inherited rows', { aion: { inheritedRows: true, marksRows: true } }],
  ['with hidden inactive rows', { aion: { inactiveListed: false } }],
  ['with users elsewhere', { aion: { listsUsers: false } }],
  ['with reads of roles', { aion: { roleReads: true } }],
  ['with numbers as ids', { aion: { numberIds: true, systemRoles: ['billing_admin'] } }],
];

describe('a recording of servers', () => {
  test.each(behaviours)('%s comes to the same verdicts offline, and tells nobody', async (_, sandbox) => {
    const world = await worldOf(sandbox);
    const made = await world.rolecall('doctor', '--format', 'json', '--record', 'r.har');
    expect(made.stderr).toContain('Wrote r.har');
    const path = join(world.folder, 'r.har');
    const text = readFileSync(path, 'utf8');
    expect(schemaProblems('recording', JSON.parse(text))).toEqual([]);
    const replayed = await bare(elsewhere(), ['doctor', '--replay', path, '--format', 'json']);
    expect(replayed.stderr).toBe('');
    expect(verdicts(replayed.stdout)).toEqual(verdicts(made.stdout));
    const lower = text.toLowerCase();
    const told = liveTexts(world.sandbox.state())
      .filter((live) => live.length >= 4 && !documented.test(live) && !fieldNames.test(live))
      .filter((live) => [live, encodeURIComponent(live)].some((form) => lower.includes(form.toLowerCase())));
    expect(told).toEqual([]);
    const secrets = Object.values(world.sandbox.environment).filter((value) => value.length > 12);
    for (const secret of secrets) expect(text).not.toContain(secret.slice(0, 12));
    expect(text).not.toMatch(/lovelace|hopper|acme|orbit|apollo|127\.0\.0\.1/i);
  });

  const credentials: readonly (readonly [string, Readonly<Record<string, string | undefined>>])[] = [
    ['without a variable', { AION_TOKEN: undefined }],
    ['with a wrong token', { AION_TOKEN: 'aion_wrong' }],
    ['with a wrong client', { REDOX_CLIENT_ID: 'nobody' }],
    ['without any', { AION_TOKEN: undefined, REDOX_CLIENT_ID: undefined }],
  ];

  test.each(credentials)('that were asked %s comes to the same verdicts', async (_, changes) => {
    const world = await worldOf({}, changes);
    const made = await world.rolecall('doctor', '--format', 'json', '--record', 'r.har');
    expect(made.code).toBe(1);
    const path = join(world.folder, 'r.har');
    const replayed = await bare(elsewhere(), ['doctor', '--replay', path, '--format', 'json']);
    expect(verdicts(replayed.stdout)).toEqual(verdicts(made.stdout));
    expect(JSON.parse(replayed.stdout)).toMatchObject({ ready: { plan: false, apply: false } });
  });

  test('of which one needs another credential comes to the same verdicts', async () => {
    const world = await worldOf({}, { OTHER_TOKEN: undefined });
    const settings = readFileSync(join(world.folder, 'rolecall.yaml'), 'utf8');
    const other = '    organizations: { "2048": { auth: { method: bearer, token: { env: OTHER_TOKEN } } } }';
    world.write('rolecall.yaml', settings.replace('  redox:\n', `  redox:\n${other}\n`));
    world.write('access/borealis.yaml', 'organization: "2048"\nroles:\n  owner: [mary@borealis.test]\n');
    const made = await world.rolecall('doctor', '--format', 'json', '--record', 'r.har');
    const path = join(world.folder, 'r.har');
    const roots = recordingIn(path).log['_rolecall'].providers.flatMap((provider) => provider.roots);
    expect(roots.map(({ auth, usable }) => [auth, usable])).toEqual([
      [null, true],
      [null, true],
      ['bearer', false],
    ]);
    const replayed = await bare(elsewhere(), ['doctor', '--replay', path, '--format', 'json']);
    expect(verdicts(replayed.stdout)).toEqual(verdicts(made.stdout));
  });

  test('is readable by its owner alone, and replaces an older one', async () => {
    const world = await worldOf();
    world.write('r.har', 'old');
    await world.rolecall('doctor', '--record', 'r.har');
    expect(statSync(join(world.folder, 'r.har')).mode & 0o777).toBe(0o600);
    expect(recordingIn(join(world.folder, 'r.har')).log.version).toBe('1.2');
  });

  test('that cannot be written ends with 1, and the checks are printed all the same', async () => {
    const world = await worldOf();
    const { code, stdout, stderr } = await world.rolecall('doctor', '--record', 'no/such/folder/r.har');
    expect(code).toBe(1);
    expect(stdout).toContain('Ready to plan');
    expect(stderr).toContain('No recording was written: ENOENT');
  });
});
