import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { importCommand } from '../../../src/commands/import/import.js';
import type { InitOptions } from '../../../src/commands/init/init.js';
import { initText } from '../../../src/report/init.js';
import { initCommand } from '../../../src/commands/init/init.js';
import type { CommandContext } from '../../../src/commands/context.js';
import { planningDefaults } from '../../../src/commands/planning-run.js';
import { planCommand } from '../../../src/commands/plan.js';
import type { Plan } from '../../../src/model/plan.js';
import { systemRuntime } from '../../../src/runtime.js';
import { startSandbox } from '../../sandbox/start.js';
import { contextIn } from '../context.js';

const folders: string[] = [];
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true });
});

function context(): CommandContext {
  const cwd = mkdtempSync(join(tmpdir(), 'rolecall-init-'));
  folders.push(cwd);
  return contextIn(cwd);
}

const planning = { ...planningDefaults, detailedExitcode: false, failOnBlocked: false, out: null };

const init = (given: CommandContext, redox: readonly string[] = [], aion: readonly string[] = []) =>
  starting(given, {
    dir: given.cwd,
    roots: new Map([
      ['redox', redox],
      ['aion', aion],
    ]),
    connectors: [],
    sandbox: false,
  });

async function starting(given: CommandContext, options: InitOptions) {
  const { result } = await initCommand(options, given);
  return { output: initText(result) };
}

describe('init', () => {
  it.each([
    ['both systems', [], [], ['redox', 'aion']],
    ['a Redox organization', ['1024'], [], ['redox']],
    ['an Aion account', [], ['orbit'], ['aion']],
  ])(
    'writes files for %s that are valid but for the access files to come',
    async (_, redox, aion, systems) => {
      const given = context();
      const { output } = await init(given, redox, aion);
      expect(output).toContain('replace OWNER with who publishes rolecall, and COMMIT');
      const { settings, diagnostics } = await given.workspace.head();
      expect(diagnostics.map(({ code }) => code)).toEqual(['access-none']);
      expect([...(settings?.providers.keys() ?? [])]).toEqual(systems);
      const read = (path: string): string => readFileSync(join(given.cwd, path), 'utf8');
      const workflow = read('.github/workflows/rolecall-plan.yml');
      expect(workflow.includes('REDOX_')).toBe(systems.includes('redox'));
      expect(workflow.includes('AION_TOKEN')).toBe(systems.includes('aion'));
      expect(workflow).toContain('uses: OWNER/rolecall@COMMIT');
      expect(parse(workflow)).toMatchObject({ jobs: {} });
    },
  );

  it('shows examples that are as valid as the files, once the comments are taken off', async () => {
    const given = context();
    await init(given);
    const read = (path: string): string => readFileSync(join(given.cwd, path), 'utf8');
    writeFileSync(
      join(given.cwd, 'people.yaml'),
      read('people.yaml')
        .replaceAll('people: {}', 'people:')
        .replaceAll('teams: {}', 'teams:')
        .replaceAll(/^# {2}/gmu, '  '),
    );
    writeFileSync(
      join(given.cwd, 'rolecall.yaml'),
      read('rolecall.yaml')
        .replaceAll(/^# (?=policies| {2}\w)/gmu, '')
        .replaceAll(/^ {2}# (?=protect| {2}-)/gmu, '  '),
    );
    const blocks = [...read('access/README.md').matchAll(/```yaml\n([^]*?)```/gu)].map(
      ([, text]) => text ?? '',
    );
    blocks.forEach((text, index) => writeFileSync(join(given.cwd, `access/${index}.yaml`), text));
    const { diagnostics, settings, desired } = await given.workspace.head();
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(desired.scopes).toHaveLength(4);
    expect(settings?.policies.separation).toHaveLength(1);
    expect(settings?.guards.protect).toHaveLength(1);
  });

  it('writes the schemas its modelines name, and they describe the files', async () => {
    const given = context();
    await init(given);
    const read = (path: string): string => readFileSync(join(given.cwd, path), 'utf8');
    for (const file of ['rolecall.yaml', 'people.yaml']) {
      const schema = /\$schema=(\S+)/u.exec(read(file))?.[1] ?? '';
      const ajv = new Ajv2020({ strict: false, validateFormats: false, discriminator: true });
      expect(ajv.validate(JSON.parse(read(schema)), parseAllDocuments(read(file))[0]?.toJS())).toBe(true);
    }
    for (const name of ['access', 'people', 'settings']) {
      const published = readFileSync(
        new URL(`../../../schemas/${name}.schema.json`, import.meta.url),
        'utf8',
      );
      expect(JSON.parse(read(`.rolecall/schemas/${name}.schema.json`))).toEqual(JSON.parse(published));
    }
  });

  it('overwrites nothing and says what it kept, and what comes next', async () => {
    const given = context();
    writeFileSync(join(given.cwd, 'people.yaml'), 'mine\n');
    writeFileSync(join(given.cwd, 'CODEOWNERS'), '* @me\n');
    const { output } = await init(given, ['1024'], ['a/b']);
    expect(readFileSync(join(given.cwd, 'people.yaml'), 'utf8')).toBe('mine\n');
    expect(output).toContain('Wrote rolecall.yaml\n');
    expect(output).toContain('Kept  people.yaml, which was there\n');
    expect(output).toContain('Kept  CODEOWNERS; let it name who agrees to /access/');
    expect(output).toContain(
      '  rolecall doctor --scope redox/organization/1024 --scope aion/account/a%2Fb\n' +
        '  rolecall import --people --scope redox/organization/1024 --scope aion/account/a%2Fb\n',
    );
    expect(output).toContain('ROLECALL_SIGNING_KEY');
    const again = await init(given, ['1024']);
    expect(again.output).not.toContain('Wrote');
    await expect(init(given, ['..'])).rejects.toThrow('".." is not an id');
  });

  it('keeps what a run leaves out of git, where nothing says so yet', async () => {
    const given = context();
    await init(given);
    expect(readFileSync(join(given.cwd, '.gitignore'), 'utf8')).toContain('\n/plan.json\n');
    const other = context();
    writeFileSync(join(other.cwd, '.gitignore'), 'mine\n');
    expect((await init(other)).output).toContain('Kept  .gitignore, which was there\n');
    expect(readFileSync(join(other.cwd, '.gitignore'), 'utf8')).toBe('mine\n');
  });

  it.each([
    ['.github', 'OUTSIDE', 'leads out of the folder'],
    ['access', 'gone', 'leads nowhere'],
    ['.rolecall', '.git', "git's own folder"],
  ])('writes nothing where %s is a link elsewhere', async (link, target, reason) => {
    const given = context();
    const outside = context();
    mkdirSync(join(given.cwd, '.git'));
    symlinkSync(target === 'OUTSIDE' ? outside.cwd : target, join(given.cwd, link));
    await expect(init(given)).rejects.toThrow(reason);
    expect(readdirSync(given.cwd).sort()).toEqual(['.git', link].sort());
    expect(readdirSync(outside.cwd)).toEqual([]);
  });

  it('keeps a file that is a link, wherever it leads', async () => {
    const given = context();
    const outside = context();
    symlinkSync(join(outside.cwd, 'people.yaml'), join(given.cwd, 'people.yaml'));
    expect((await init(given)).output).toContain('Kept  people.yaml, which was there\n');
    expect(readdirSync(outside.cwd)).toEqual([]);
  });

  it('writes settings for the sandbox, with which its state is imported and a line deleted then is a revoke', async () => {
    const given = context();
    const { output } = await starting(given, {
      dir: given.cwd,
      roots: new Map(),
      connectors: [],
      sandbox: true,
    });
    const named = `http://127.0.0.1:${/sandbox --port (\d+)/u.exec(output)?.[1]}`;
    expect(readdirSync(given.cwd)).not.toContain('.github');
    const sandbox = await startSandbox();
    const settings = join(given.cwd, 'rolecall.yaml');
    const written = readFileSync(settings, 'utf8');
    expect(written.match(/http:[^/]*\/\/[^/\s]+/gu)).toEqual(expect.arrayContaining([named]));
    // Another program may have that port now.
    writeFileSync(settings, written.replaceAll(named, sandbox.url));
    try {
      const runtime = systemRuntime({ env: sandbox.environment });
      const importing = (): CommandContext => contextIn(given.cwd, { runtime });
      const scope = [...output.matchAll(/--scope (\S+)/gu)].map(([, address]) => address ?? '');
      const imported = await importCommand(
        { scope, dir: 'access', merge: false, people: false, concurrency: null },
        importing(),
      );
      expect(imported.exitCode).toBe(0);
      expect(readdirSync(join(given.cwd, 'access')).sort()).toEqual(['README.md', 'aion', 'redox']);
      const plan = async (): Promise<Plan | null> => (await planCommand(planning, importing())).plan;
      const none = { grant: 0, change: 0, revoke: 0, blocked: 0 };
      expect((await plan())?.summary).toMatchObject(none);
      const file = join(given.cwd, 'access/aion/orbit.yaml');
      const text = readFileSync(file, 'utf8');
      const lines = text.split('\n');
      lines.splice(lines.findIndex((line) => line === '  project_reader:') + 1, 1);
      writeFileSync(file, lines.join('\n'));
      expect((await plan())?.summary).toMatchObject({ ...none, revoke: 1 });
    } finally {
      await sandbox.close();
    }
  });
});
