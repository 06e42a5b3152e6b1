import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { initCommand } from '../../../src/commands/init/init.js';
import { loadFiles, placeOf } from '../../../src/commands/load-files.js';
import type { CommandContext } from '../../../src/commands/context.js';
import { systemRuntime } from '../../../src/runtime.js';

const folders: string[] = [];
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true });
});

function context(): CommandContext {
  const cwd = mkdtempSync(join(tmpdir(), 'rolecall-init-'));
  folders.push(cwd);
  const runtime = systemRuntime({ env: {} });
  return { cwd, runtime, signal: new AbortController().signal, events: () => {} };
}

const init = (given: CommandContext, redox: readonly string[] = [], aion: readonly string[] = []) =>
  initCommand({ dir: given.cwd, redox, aion }, given);

describe('init', () => {
  it.each([
    ['both systems', [], [], ['redox', 'aion']],
    ['a Redox organization', ['1024'], [], ['redox']],
    ['an Aion account', [], ['orbit'], ['aion']],
  ])(
    'writes files for %s that are valid but for the access files to come',
    async (_, redox, aion, systems) => {
      const given = context();
      await init(given, redox, aion);
      const { settings, diagnostics } = await loadFiles(await placeOf('rolecall.yaml', given.cwd), 0);
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
    const { diagnostics, settings, desired } = await loadFiles(await placeOf('rolecall.yaml', given.cwd), 0);
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
      '  rolecall import --scope redox/organization/1024 --scope aion/account/a%2Fb\n',
    );
    const again = await init(given, ['1024']);
    expect(again.output).not.toContain('Wrote');
    await expect(init(given, ['..'])).rejects.toThrow('".." is not an id');
  });
});
