import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Check } from '../../src/model/check.js';
import { type Runtime, systemRuntime } from '../../src/runtime.js';
import { makeWorld, runProgram, type World } from '../e2e/world.js';
import type { SandboxOptions } from '../sandbox/start.js';
import { schemaProblems } from '../schema-problems.js';

const production = '7f0c2d6e-1111-4222-8333-944455556666';
const files = {
  'rolecall.yaml': 'version: 1',
  'access/acme.yaml': `organization: "1024"
roles:
  owner: [ada@acme.test, grace@acme.test]
---
environment: ${production}
organization: "1024"
roles:
  engineer: [ada@acme.test]
  viewer: [user:3366]
`,
  'access/orbit.yaml': `account: orbit
roles:
  account_admin: [ada.lovelace]
  billing_admin: [grace.hopper]
---
project: apollo
account: orbit
roles:
  project_reader: [lin, "group:data-science", lin@acme.test]
  apollo_operator: ["group:oncall"]
`,
};

/** A clock that sleeping moves on: nobody waits for the pace of a doctor here. */
function hasty(): Partial<Runtime> {
  const { monotonic } = systemRuntime({ env: {} });
  const clock = { slept: 0 };
  return {
    monotonic: () => monotonic() + clock.slept,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      clock.slept += ms;
    },
  };
}

async function worldOf(sandbox: SandboxOptions = {}): Promise<World> {
  return makeWorld({ sandbox, files, runtime: hasty() });
}

/** A folder that has nothing of what a recording was made with. */
function elsewhere(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-elsewhere-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function replay(path: string, ...argv: readonly string[]) {
  const runtime = systemRuntime({ env: {} });
  return runProgram(['doctor', '--replay', path, ...argv], elsewhere(), runtime);
}

/** What of a check must be the same in a replay. Texts and values may hold pseudonyms. */
function verdicts(json: string): readonly string[] {
  const { checks }: { readonly checks: readonly Check[] } = JSON.parse(json);
  return checks
    .filter(({ layer }) => layer === 'behaviour' || layer === 'contract')
    .map(({ id, layer, state, option }) => {
      // Below `roles` an option names a role.
      return `${layer} ${id} ${state} ${option?.replace(/(\.roles\.\w+)\..*/, '$1')}`;
    });
}

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
    const replayed = await replay(path, '--format', 'json');
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

  test('is readable by its owner alone, and replaces an older one', async () => {
    const world = await worldOf();
    world.write('r.har', 'old');
    await world.rolecall('doctor', '--record', 'r.har');
    expect(statSync(join(world.folder, 'r.har')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(join(world.folder, 'r.har'), 'utf8')).log.version).toBe('1.2');
  });

  test('that cannot be written ends with 1, and the checks are printed all the same', async () => {
    const world = await worldOf();
    const { code, stdout, stderr } = await world.rolecall('doctor', '--record', 'no/such/folder/r.har');
    expect(code).toBe(1);
    expect(stdout).toContain('Ready to plan');
    expect(stderr).toContain('No recording was written: ENOENT');
  });
});
