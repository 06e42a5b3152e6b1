import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sandboxCommand } from '../../src/commands/sandbox/sandbox.js';
import type { RecordedProvider } from '../../src/generated/recording.js';
import { modules } from '../../src/cli/modules.js';
import { Workspace } from '../../src/workspace/workspace.js';
import { announcement } from '../../src/sandbox/announce.js';
import { recordedSystems } from '../../src/sandbox/recorded-system.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { contextIn } from '../commands/context.js';
import { type SandboxOptions, sandboxSystems } from '../sandbox/start.js';
import { bare, elsewhere, recordingIn, verdicts, worldOf } from './recording-world.js';

interface Served {
  readonly sandbox: Sandbox;
  readonly made: string;
  readonly folder: string;
  readonly providers: readonly RecordedProvider[];
  readonly rolecall: (...argv: readonly string[]) => ReturnType<typeof bare>;
}

/** Records a server, serves the recording, and points an empty folder at it. */
async function served(options: SandboxOptions = {}): Promise<Served> {
  const world = await worldOf(options);
  const { stdout: made } = await world.rolecall('doctor', '--format', 'json', '--record', 'r.har');
  const { _rolecall: run, entries } = recordingIn(join(world.folder, 'r.har')).log;
  const { systems, left } = recordedSystems(sandboxSystems(), run.providers, entries);
  expect(left).toEqual([]);
  const sandbox = await startSandbox({ systems });
  onTestFinished(() => sandbox.close());
  const folder = elsewhere();
  const settings = ['version: 1', ...sandbox.settings(sandbox.url)].join('\n');
  writeFileSync(join(folder, 'rolecall.yaml'), `${settings}\n`);
  mkdirSync(join(folder, 'access'));
  return {
    sandbox,
    made,
    folder,
    providers: run.providers,
    rolecall: (...argv) => bare(folder, argv, sandbox.environment),
  };
}

function rootOf({ providers }: Served, name: string): string {
  return providers.find((provider) => provider.name === name)?.roots[0]?.id ?? '';
}

/** The files that the run was made with, in pseudonyms. */
function writeDocuments({ folder, providers }: Served): void {
  const roots = providers.flatMap(({ roots }) => roots);
  const documents = roots.flatMap(({ id, scopes, wanted, named }) =>
    scopes.map((scope) => {
      const roles = wanted.filter((each) => each.scope.id === scope.id).map(({ role }) => role);
      const people = named.map(({ kind, by, value }) => (by === 'email' ? value : `${kind}:${value}`));
      const users = people.filter((name) => !name.startsWith('group:'));
      const root = scope.kind === 'environment' ? 'organization' : 'account';
      return [
        `${scope.kind}: ${JSON.stringify(scope.id)}`,
        ...(scope.id === id ? [] : [`${root}: ${JSON.stringify(id)}`]),
        'roles:',
        ...roles.map((role, index) => `  ${JSON.stringify(role)}: [${JSON.stringify(users[index])}]`),
        '',
      ].join('\n');
    }),
  );
  documents.forEach((text, index) => writeFileSync(join(folder, 'access', `${index}.yaml`), text));
}

describe('a sandbox of a recording', () => {
  const behaviours: readonly (readonly [string, SandboxOptions, readonly string[]])[] = [
    ['as documented', {}, []],
    [
      'in pages and with singular paths',
      { redox: { environmentPath: 'environment', pageSize: 3 } },
      ['behaviour environment-path settled providers.redox.options.environmentPath'],
    ],
    [
      'with other page parameters',
      { aion: { pageParameters: { page: 'page', size: 'per_page', max: 50 }, ignoresQuery: true } },
      ['behaviour page-parameters settled providers.aion.options.pageParameters'],
    ],
  ];

  test.each(behaviours)('%s shows a doctor what was seen', async (_, options, settled) => {
    const world = await served(options);
    writeDocuments(world);
    const { stdout } = await world.rolecall('doctor', '--format', 'json');
    const found = verdicts(stdout);
    expect(found).toEqual(expect.arrayContaining([...settled]));
    const ofContract = (lines: readonly string[]) => lines.filter((line) => line.startsWith('contract'));
    expect(ofContract(found)).toEqual(ofContract(verdicts(world.made)));
    expect(found.filter((line) => line.includes(' failed '))).toEqual([]);
  });

  test('can be planned, imported and reported', async () => {
    const world = await served();
    const [account, organization] = [
      `aion/account/${rootOf(world, 'aion')}`,
      `redox/organization/${rootOf(world, 'redox')}`,
    ];
    expect(await world.rolecall('import', '--scope', account)).toMatchObject({ code: 0 });
    const imported = await world.rolecall('import', '--scope', organization);
    expect(imported.code).toBe(1);
    expect(imported.stderr).toContain('Not in the recording');
    const planned = await world.rolecall('plan');
    expect(planned.stdout).toContain('No changes. Live state matches the files.');
    const reported = await world.rolecall('report', '--scope', organization);
    expect(reported.stdout).toContain('owner');
  });

  test('has the inactive roles that the API hides of users whom no file names, too', async () => {
    const world = await served({ aion: { inactiveListed: false } });
    const settings = join(world.folder, 'rolecall.yaml');
    const lines = readFileSync(settings, 'utf8').replace(
      /^ {2}aion:$/mu,
      '$&\n    options: { inactiveRows: hidden }',
    );
    writeFileSync(settings, lines);
    const { code, stderr } = await world.rolecall(
      'import',
      '--scope',
      `aion/account/${rootOf(world, 'aion')}`,
    );
    expect(stderr).not.toContain('Not in the recording');
    expect(code).toBe(0);
  });

  test('answers an invalid credential, and what it does not hold, as the API does', async () => {
    const { sandbox, providers } = await served();
    const ask = (path: string, init: RequestInit = {}) => fetch(`${sandbox.url}${path}`, init);
    const authorization = `Bearer ${sandbox.environment['AION_TOKEN'] ?? ''}`;
    const account = providers.find(({ name }) => name === 'aion')?.roots[0]?.id ?? '';
    const path = `/api/v1/accounts/${account}/users`;
    const refused = await ask(path, { headers: { authorization: 'Bearer wrong' } });
    expect([refused.status, await refused.json()]).toEqual([401, { success: false, message: 'redacted' }]);
    const missing = await ask(`${path}/nobody`, { headers: { authorization } });
    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({
      success: false,
      message: expect.stringContaining('recording'),
    });
    const written = await ask(path, { method: 'POST', headers: { authorization } });
    expect([written.status, await written.json()]).toEqual([
      501,
      { success: false, message: 'This is a recording, which takes no writes' },
    ]);
    const users = await ask(path, { headers: { authorization } });
    expect([users.status, users.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(users.headers.get('date')).not.toContain('1970');
  });

  test('says what it holds', async () => {
    const world = await worldOf();
    await world.rolecall('doctor', '--record', 'r.har');
    const workspace = new Workspace({ config: 'rolecall.yaml', cwd: world.folder, at: 0, modules });
    const stop = new AbortController();
    const said: string[] = [];
    await sandboxCommand(
      {
        port: 0,
        seed: null,
        from: 'r.har',
        connectors: [],
        printSeed: false,
        printConnector: null,
        latency: 0,
        rateLimit: null,
        fail: 0,
        tokenTtl: null,
        listening: async (...running) => {
          said.push(announcement(...running));
          stop.abort();
        },
      },
      { ...contextIn(world.folder), workspace, signal: stop.signal },
    );
    expect(said.join('')).toMatch(
      /\n# In the recording:\n#   aion\/account\/[a-z]+\n#   redox\/organization\/\d+\n$/,
    );
  });

  test('goes with no seed', async () => {
    const world = await worldOf();
    await world.rolecall('doctor', '--record', 'r.har');
    for (const other of ['--seed', '--print-seed']) {
      const argv = other === '--seed' ? [other, 'seed.json'] : [other];
      const { code, stderr } = await world.rolecall('sandbox', '--from', 'r.har', ...argv);
      expect([code, stderr.split('\n')[0]]).toEqual([3, `error: --from does not go with ${other}`]);
    }
  });
});
