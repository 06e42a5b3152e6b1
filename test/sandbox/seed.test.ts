import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sandboxSystems, startSandbox } from './start.js';
import { announcement } from '../../src/sandbox/announce.js';
import { defaultSeedOf, parseSeedText, SandboxSeedError } from '../../src/sandbox/seed.js';
import { seedProblems, smallSeed, started } from './client.js';

interface Described {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
}

const schema: Described & { readonly $defs: Readonly<Record<string, Described>> } = JSON.parse(
  await readFile(new URL('../../schemas/sandbox-seed.schema.json', import.meta.url), 'utf8'),
);

describe('the schema of seeds', () => {
  it('is a valid schema that describes every key', () => {
    expect(new Ajv2020({ strict: 'log', allowUnionTypes: true }).validateSchema(schema)).toBe(true);
    const undescribed: string[] = [];
    for (const [name, { properties = {} }] of Object.entries({ ...schema.$defs, seed: schema })) {
      for (const [key, value] of Object.entries(properties)) {
        const target = { ...schema.$defs[value.$ref?.slice('#/$defs/'.length) ?? ''], ...value };
        if (target.description === undefined) undescribed.push(`${name}.${key}`);
      }
    }
    expect(undescribed).toEqual([]);
  });
});

describe('a seed', () => {
  it.each([
    ["the sandbox's own", defaultSeedOf(sandboxSystems())],
    ['that of the tests', smallSeed],
    ['an empty one', {}],
    ['one that names its schema', { $schema: 'https://rolecall.dev/schemas/sandbox-seed.schema.json' }],
  ])('is valid: %s', (_, seed) => {
    expect(seedProblems(seed)).toEqual([]);
  });

  it('is refused where it names a system that the sandbox does not serve', () => {
    expect(seedProblems({ github: {} })).toEqual(['/ has the key "github", which is not known here']);
    expect(seedProblems([])).toEqual(['/ must be object']);
  });

  it('is refused with the problems of all systems at once', () => {
    const problems = seedProblems({ redox: { organisations: [] }, aion: { acounts: [] } }).join('\n');
    expect(problems).toContain('organisations');
    expect(problems).toContain('acounts');
  });

  it('is refused where the text is not JSON', () => {
    expect(() => parseSeedText('{')).toThrow(SandboxSeedError);
  });
});

describe('the announcement', () => {
  const url = 'http://127.0.0.1:4010';

  it('is a script that sets the variables, whatever is in them', () => {
    const sandbox = { url, labels: ['Redox', 'Aion'], environment: { A: "it's" }, settings: () => [] };
    const text = announcement(sandbox, { B: '{"k":"v"}' });
    expect(text.split('\n').slice(0, 3)).toEqual([
      '# Sandbox of Redox and Aion: http://127.0.0.1:4010',
      `export A='it'\\''s'`,
      `export B='{"k":"v"}'`,
    ]);
    const others = text.split('\n').filter((line) => !line.startsWith('export '));
    expect(others.every((line) => line === '' || line.startsWith('#'))).toBe(true);
  });

  it('sets them in the words of PowerShell where that is the shell', () => {
    const sandbox = { url, labels: ['Aion'], environment: { A: "it's" }, settings: () => [] };
    expect(announcement(sandbox, {}, [], 'powershell').split('\n')[1]).toBe("$env:A='it''s'");
  });

  it('holds the settings of the providers that have a credential', async () => {
    const sandbox = await startSandbox();
    await sandbox.close();
    const all: unknown = parse(sandbox.settings(url).join('\n'));
    expect(all).toMatchObject({
      providers: {
        redox: { url: `${url}/platform`, self: 'ops@acme.test' },
        aion: { url, auth: { token: { env: 'AION_TOKEN' } } },
      },
    });
    const redox = { clients: [{ id: 'robot', keyId: 'key-1' }], organizations: [] };
    const redoxOnly: unknown = parse((await started({ seed: { redox } })).settings(url).join('\n'));
    expect(redoxOnly).toHaveProperty('providers.redox.url');
    expect(redoxOnly).not.toHaveProperty('providers.aion');
    expect(redoxOnly).not.toHaveProperty('providers.redox.self');
  });
});
