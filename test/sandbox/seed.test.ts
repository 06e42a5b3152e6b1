import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { announcement, providersBlock } from '../../src/sandbox/announce.js';
import { parseSeed, parseSeedText, SandboxSeedError } from '../../src/sandbox/parse-seed.js';
import { startSandbox } from '../../src/sandbox/server.js';
import { defaultSeed } from '../../src/sandbox/seed.js';
import { smallSeed } from './client.js';

interface Described {
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
}

const schema: Described & { readonly $defs: Readonly<Record<string, Described>> } = JSON.parse(
  await readFile(new URL('../../schemas/sandbox-seed.schema.json', import.meta.url), 'utf8'),
);

function problems(value: unknown): readonly string[] {
  try {
    parseSeed(value);
    return [];
  } catch (error) {
    if (error instanceof SandboxSeedError) return error.problems;
    throw error;
  }
}

function organization(changed: object): unknown {
  const base = {
    id: '1',
    name: 'One',
    members: [{ id: '7', name: 'Ada', email: 'ada@acme.test', role: 'owner' }],
    environments: [],
  };
  return { redox: { organizations: [{ ...base, ...changed }] } };
}

function account(changed: object): unknown {
  const base = { id: 'orbit', projects: ['apollo'], users: [], groups: [], customRoles: [], assignments: [] };
  return { aion: { accounts: [{ ...base, ...changed }] } };
}

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
    ["the sandbox's own", defaultSeed],
    ['that of the tests', smallSeed],
    ['an empty one', {}],
  ])('is valid: %s', (_, seed) => {
    expect(problems(seed)).toEqual([]);
  });

  it.each<[string, unknown, RegExp]>([
    ['an unknown key', { redox: { organisations: [] } }, /organisations/],
    ['an unquoted id', organization({ id: 1024 }), /organizations\/0\/id must be string/],
    [
      'an unknown organization role',
      organization({ members: [{ id: '7', name: 'A', email: 'a@b.c', role: 'boss' }] }),
      /"boss"/,
    ],
    [
      'an environment role of a stranger',
      organization({
        environments: [{ id: 'e', name: 'E', flag: 'Staging', roles: { engineer: ['eve@acme.test'] } }],
      }),
      /"eve@acme.test"/,
    ],
    [
      'an unknown environment role',
      organization({ environments: [{ id: 'e', name: 'E', flag: 'Staging', roles: { boss: [] } }] }),
      /"boss"/,
    ],
    [
      'a user with two roles in an environment',
      organization({
        environments: [
          {
            id: 'e',
            name: 'E',
            flag: 'Staging',
            roles: { engineer: ['ada@acme.test'], support: ['ada@acme.test'] },
          },
        ],
      }),
      /twice/,
    ],
    ['an assignment to nobody', account({ assignments: [{ role: 'billing' }] }), /assignments\/0/],
    [
      'an assignment to a stranger',
      account({ assignments: [{ user: 'eve', role: 'account_admin' }] }),
      /"eve"/,
    ],
    [
      'a project role without project',
      account({
        users: [{ id: 'ada', email: 'a@b.c', name: 'A' }],
        assignments: [{ user: 'ada', role: 'project_admin' }],
      }),
      /needs a project/,
    ],
    ['a group of strangers', account({ groups: [{ id: 'g', members: ['eve'] }] }), /"eve"/],
  ])('is refused for %s', (_, seed, message) => {
    expect(problems(seed).join('\n')).toMatch(message);
  });

  it.each<[string, unknown, RegExp]>([
    [
      'a flag',
      organization({ environments: [{ id: 'e', name: 'E', flag: 'prod', roles: {} }] }),
      /flag must be one of: "Production", "Staging", "Development"/,
    ],
    [
      'a role of an organization',
      organization({ members: [{ id: '7', name: 'A', email: 'a@b.c', role: 'boss' }] }),
      /"boss": write one of .*"owner"/,
    ],
    [
      'a role of an environment',
      organization({ environments: [{ id: 'e', name: 'E', flag: 'Staging', roles: { boss: [] } }] }),
      /"boss": write one of .*"engineer"/,
    ],
    [
      'a role of an account',
      account({
        users: [{ id: 'ada', email: 'a@b.c', name: 'A' }],
        assignments: [{ user: 'ada', role: 'boss' }],
      }),
      /"boss": write one of "account_admin"/,
    ],
    [
      'a project',
      account({
        users: [{ id: 'ada', email: 'a@b.c', name: 'A' }],
        assignments: [{ user: 'ada', role: 'project_admin', project: 'apolo' }],
      }),
      /"apolo": write one of "apollo"/,
    ],
  ])('is told what it could say instead of %s', (_, seed, message) => {
    expect(problems(seed).join('\n')).toMatch(message);
  });

  it('is refused where the text is no JSON', () => {
    expect(() => parseSeedText('{')).toThrow(SandboxSeedError);
  });
});

describe('the announcement', () => {
  const url = 'http://127.0.0.1:4010';

  it('is a script that sets the variables, whatever is in them', () => {
    const text = announcement({ url, environment: { A: "it's", B: '{"k":"v"}' }, self: null });
    expect(text.split('\n').slice(0, 3)).toEqual([
      '# Sandbox of Redox and Aion: http://127.0.0.1:4010',
      `export A='it'\\''s'`,
      `export B='{"k":"v"}'`,
    ]);
    const others = text.split('\n').filter((line) => !line.startsWith('export '));
    expect(others.every((line) => line === '' || line.startsWith('#'))).toBe(true);
  });

  it('holds the settings of the providers that have a credential', async () => {
    const sandbox = await startSandbox();
    await sandbox.close();
    const all: unknown = parse(providersBlock(sandbox).join('\n'));
    expect(all).toMatchObject({
      providers: {
        redox: { url: `${sandbox.url}/platform`, self: 'ops@acme.test' },
        aion: { url: sandbox.url, auth: { token: { env: 'AION_TOKEN' } } },
      },
    });
    const redoxOnly: unknown = parse(
      providersBlock({ url, environment: { REDOX_PRIVATE_KEY: '{}' }, self: null }).join('\n'),
    );
    expect(redoxOnly).not.toHaveProperty('providers.aion');
    expect(redoxOnly).not.toHaveProperty('providers.redox.self');
  });
});
