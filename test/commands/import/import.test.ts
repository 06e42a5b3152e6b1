import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { importCommand } from '../../../src/commands/import/import.js';
import { groupBy } from '../../../src/model/ordering.js';
import type { SandboxSeed } from '../../sandbox/start.js';
import { startWorld, type World } from '../people-world.js';

const ORGANIZATION = 'redox/organization/1024';
const ACCOUNT = 'aion/account/orbit';

const open: World[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()));
});

async function world(...given: Parameters<typeof startWorld>): Promise<World> {
  const started = await startWorld(...given);
  open.push(started);
  return started;
}

/** Bearer tokens instead of a key pair, which takes long to make. */
const TOKENS = {
  redox: { clients: [], tokens: [{ variable: 'REDOX_TOKEN' }] },
  aion: { tokens: [{ variable: 'AION_TOKEN' }] },
};

const PEOPLE = `people:
  ada: { redox: ada@acme.test, aion: ada.lovelace }
  linus: { redox: linus@contractor.test, leaves: 2026-09-30 }
`;

describe('import', () => {
  it('writes an organization with its environments, so that the next plan is empty', async () => {
    const it = await world({});
    const { exitCode, output } = await it.importing([ORGANIZATION]);
    expect(exitCode).toBe(0);
    expect(output).toContain('Wrote access/redox/1024.yaml.');
    expect(it.read('access/redox/1024.yaml').slice(0, 289)).toBe(`organization: "1024"
name: Acme Health
roles:
  admin:
    - linus@contractor.test # Linus Contractor
    - margaret@acme.test # Margaret Hamilton
  member:
    - alan@acme.test # Alan Turing
    - katherine@acme.test # Katherine Johnson
    - mallory@acme.test # Mallory Former
    - tren`);
    const plan = await it.plan();
    expect(plan.scopes).toHaveLength(4);
    expect(plan.changes).toEqual([]);
    expect(plan.unlisted).toEqual([]);
    expect(plan.warnings.map(({ code }) => code)).toEqual(['assumed-facts']);
  });

  it('takes every organization and account that settings or files name, where none is asked for', async () => {
    const it = await world({ 'access/a.yaml': 'account: orbit\nroles: {}\n' });
    const settings = it.read('rolecall.yaml');
    it.write(
      'rolecall.yaml',
      settings.replace(
        '  aion:',
        '    organizations: { "1024": { auth: { method: bearer, token: { env: NONE } } } }\n  aion:',
      ),
    );
    await expect(it.importing([], true)).rejects.toThrow('NONE');
    it.write('rolecall.yaml', settings);
    const { output } = await it.importing([], true);
    expect(output).toContain('Edited access/a.yaml.\n');
    const empty = await world({});
    await expect(empty.importing([])).rejects.toThrow('name no organization or account');
  });

  it('says what the systems cannot list', async () => {
    const it = await world({});
    const { output } = await it.importing([ORGANIZATION, ACCOUNT]);
    expect(output).toContain('Aion lists no IAM groups');
    expect(output).toContain('Aion lists no projects');
    expect(output).toContain('Redox lists only the environments');
  });

  it('names what it leaves out of an account in a comment', async () => {
    const it = await world({});
    await it.importing([ACCOUNT]);
    const text = it.read('access/aion/orbit.yaml');
    expect(text).toContain('    - { user: grace@acme.test, status: inactive } # Grace Hopper\n');
    expect(text).toContain('  # not listed: grace@acme.test holds gpu_operator, a role of RESOURCE scope');
    expect(text).not.toContain('team_member');
    const { changes, unlisted } = await it.plan();
    expect(changes).toEqual([]);
    expect(unlisted.map(({ role }) => role)).toEqual(['gpu_operator']);
  });

  it('uses the keys of people.yaml, and does not ask for those who left', async () => {
    const it = await world({ 'people.yaml': PEOPLE }, { settings: 'people: people.yaml\n' });
    await it.importing([ORGANIZATION]);
    const text = it.read('access/redox/1024.yaml');
    expect(text).toContain('  owner:\n    - ada\n');
    expect(text).toContain('  # not listed: linus holds admin, but has left (people.yaml)\n');
    expect((await it.plan()).changes).toEqual([]);
  });

  it('refuses a file that is there, and a scope that a file names, before any request', async () => {
    const it = await world({
      'access/acme.yaml': 'organization: "1024"\nroles: { owner: [ada@acme.test] }\n',
    });
    await expect(it.importing([ORGANIZATION])).rejects.toThrow(
      'redox/organization/1024 already has a document, at access/acme.yaml:1',
    );
    it.write('access/aion/orbit.yaml', '# notes\n');
    await expect(it.importing([ACCOUNT])).rejects.toThrow('"access/aion/orbit.yaml" already exists');
    expect(it.sandbox.requests).toEqual([]);
  });

  it('merges into the document wherever it is, and adds those no file names', async () => {
    const it = await world({
      'access/acme.yaml': '# Acme\norganization: "1024" # ours\nroles:\n  owner: [ada@acme.test]\n',
    });
    const { exitCode } = await it.importing([ORGANIZATION], true);
    expect(exitCode).toBe(0);
    const text = it.read('access/acme.yaml');
    expect(text).toMatch(/^# Acme\norganization: "1024" # ours\nroles:\n {2}owner: \[ada@acme\.test, /u);
    expect(text.match(/^environment:/gmu)).toHaveLength(3);
    const { changes, unlisted } = await it.plan();
    expect([changes, unlisted]).toEqual([[], []]);
    await it.importing([ORGANIZATION], true);
    expect(it.read('access/acme.yaml')).toBe(text);
  });

  it('accepts drift of groups, statuses and roles by another name, in pruned documents too', async () => {
    const it = await world({
      'access/orbit.yaml': `account: orbit
prune: true
roles:
  account_admin: [ada@acme.test]
  Billing administrator: # by its name
    - grace@acme.test
---
project: apollo
account: orbit
prune: listed
roles:
  project_reader:
    - group:data-science
    - alan@acme.test
---
project: gemini
account: orbit
roles:
  ml_engineer: []
  project_reader: ["group:data-science", "group:oncall"]
`,
    });
    const { exitCode } = await it.importing([ACCOUNT], true);
    expect(exitCode).toBe(0);
    expect(it.read('access/orbit.yaml')).toBe(`account: orbit
prune: true
roles:
  account_admin: [ada@acme.test]
  Billing administrator: # by its name
    - { user: grace@acme.test, status: inactive }
---
project: apollo
account: orbit
prune: listed
roles:
  project_reader:
    - lin@acme.test # Lin Chen
    - mallory@acme.test # Mallory Former
  apollo_operator:
    - group:oncall
  project_admin:
    - ada@acme.test # Ada Lovelace
    - alan@acme.test # Alan Turing
---
project: gemini
account: orbit
roles:
  ml_engineer:
    - margaret@acme.test # Margaret Hamilton
  project_reader: ["group:data-science"]
`);
    const { changes, unlisted } = await it.plan();
    expect([changes, unlisted.map(({ role }) => role)]).toEqual([[], ['gpu_operator']]);
  });

  it('names the schema in a new file where init has put it', async () => {
    const it = await world({ '.rolecall/schemas/access.schema.json': '{}' });
    await it.importing([ORGANIZATION]);
    expect(it.read('access/redox/1024.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/\.rolecall\/schemas\/access\.schema\.json\norganization: /u,
    );
    expect((await it.plan()).changes).toEqual([]);
  });

  it('imports a single environment that the files name', async () => {
    const id = '7f0c2d6e-1111-4222-8333-944455556666';
    const it = await world({ 'access/a.yaml': `environment: ${id}\norganization: "1024"\nroles: {}\n` });
    await it.importing([`redox/environment/${id}`], true);
    expect(it.read('access/a.yaml')).toContain('roles:\n  engineer:\n    - ada@acme.test # Ada Lovelace\n');
    expect((await it.plan()).unlisted).toEqual([]);
  });

  it('takes any spelling of an address, and refuses one whose escapes cannot be read', async () => {
    const id = '7f0c2d6e-1111-4222-8333-944455556666';
    const it = await world({ 'access/a.yaml': `environment: ${id}\norganization: "1024"\nroles: {}\n` });
    await it.importing([`redox/environment/%37${id.slice(1)}`], true);
    expect(it.read('access/a.yaml')).toContain('engineer:');
    await expect(it.importing(['redox/environment/50%off'])).rejects.toThrow('cannot be read as an address');
  });

  it('asks for the organization of an environment that no file names', async () => {
    const it = await world({});
    await expect(it.importing(['redox/environment/e1'])).rejects.toThrow(
      'no file says which organization "redox/environment/e1" belongs to',
    );
    await expect(it.importing(['redox/organisation/1'])).rejects.toThrow('is not a scope address');
  });

  it('writes nothing of an organization that could not be read whole', async () => {
    const it = await world(
      {},
      {
        fault: ({ path }) =>
          path.includes('organizations') ? { status: 403, json: { message: 'no' } } : undefined,
      },
    );
    const { exitCode, output, notes } = await it.importing([ORGANIZATION]);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^Redox lists only .*\nNothing was written\.\n$/u);
    expect(notes.join('\n')).toContain('redox/organization/1024');
  });

  it('does not write through a link that leads out of the folder', async () => {
    const it = await world({}, { settings: 'access: ["files/*.yaml"]\n' });
    const outside = await world({});
    mkdirSync(join(it.folder, 'access'));
    symlinkSync(outside.folder, join(it.folder, 'access', 'redox'));
    await expect(it.importing([ORGANIZATION])).rejects.toThrow('is behind a link that leads out');
    expect(it.sandbox.requests).toEqual([]);
    expect(readdirSync(outside.folder)).toEqual(['rolecall.yaml']);
  });

  it.each([
    ['a folder outside, without --merge', 'access', '../OUTSIDE', false, 'the files have errors'],
    ['a folder outside, with --merge', 'access', '../OUTSIDE', true, 'the files have errors'],
    ['a file outside', 'access/redox/1024.yaml', '../../../OUTSIDE/new.yaml', true, 'leads nowhere'],
    [
      'a file that is there outside',
      'access/redox/1024.yaml',
      '../../../OUTSIDE/rolecall.yaml',
      true,
      'the files have errors',
    ],
    ["git's own folder", 'access', '.git/hooks', true, 'the files have errors'],
    ['nothing', 'access/redox', '../gone', true, 'leads nowhere'],
  ])('writes nothing through a link to %s', async (_, link, target, merge, reason) => {
    const it = await world({ '.git/hooks/x': '' });
    const outside = await world({});
    mkdirSync(join(it.folder, dirname(link)), { recursive: true });
    symlinkSync(target.replace('OUTSIDE', basename(outside.folder)), join(it.folder, link));
    const before = readFileSync(join(outside.folder, 'rolecall.yaml'), 'utf8');
    await expect(it.importing([ORGANIZATION], merge)).rejects.toThrow(reason);
    expect(readdirSync(outside.folder)).toEqual(['rolecall.yaml']);
    expect(readFileSync(join(outside.folder, 'rolecall.yaml'), 'utf8')).toBe(before);
    expect(readdirSync(join(it.folder, '.git/hooks'))).toEqual(['x']);
  });

  it('writes through a link that stays in the folder, and to none of git', async () => {
    const it = await world({ 'teams/.keep': '', '.git/hooks/x': '' });
    const options = {
      config: 'rolecall.yaml',
      scope: [ORGANIZATION],
      merge: false,
      people: false,
      concurrency: null,
    };
    symlinkSync('teams', join(it.folder, 'linked'));
    await importCommand({ ...options, dir: 'linked' }, it.context);
    expect(it.read('teams/redox/1024.yaml')).toContain('organization: "1024"');
    symlinkSync('.git/hooks', join(it.folder, 'hooks'));
    await expect(importCommand({ ...options, dir: 'hooks' }, it.context)).rejects.toThrow("git's own folder");
    expect(readdirSync(join(it.folder, '.git/hooks'))).toEqual(['x']);
  });

  it.each([
    ['../elsewhere', 'leads out of the folder'],
    ['.git/access', "git's own folder"],
    ['.GIT', "git's own folder"],
  ])('refuses --dir %s before any request', async (dir, reason) => {
    const it = await world({});
    const options = {
      config: 'rolecall.yaml',
      scope: [ORGANIZATION],
      dir,
      merge: false,
      people: false,
      concurrency: null,
    };
    await expect(importCommand(options, it.context)).rejects.toThrow(reason);
    expect(it.sandbox.requests).toEqual([]);
  });
});

describe('import --merge --skip-high-risk', () => {
  const BEFORE = `organization: "1024"
roles:
  member:
    - katherine@acme.test
  owner:
    - ada@acme.test
    - nobody@acme.test
`;
  const options = {
    scope: [ORGANIZATION],
    dir: 'access',
    people: false,
    concurrency: null,
    skipHighRisk: true,
  };

  it('takes over what is live, but for high-risk roles and scopes that no file names, and says so', async () => {
    const it = await world({ 'access/acme.yaml': BEFORE });
    const { result, exitCode } = await importCommand({ ...options, merge: true }, it.context);
    expect(exitCode).toBe(0);
    expect(result.files).toEqual([{ path: 'access/acme.yaml', existed: true }]);
    const after = it.read('access/acme.yaml');
    expect(after).toContain('    - alan@acme.test # Alan Turing\n');
    // Grace is a live owner, Margaret a live admin, and nobody@acme.test neither of them.
    expect(after).toContain('  owner:\n    - ada@acme.test\n    - nobody@acme.test\n');
    expect(after).not.toMatch(/admin|grace|margaret|environment/u);
    expect(result.notes).toContain(
      'Left as it is, since the role is high risk: grace@acme.test in redox/organization/1024: owner is live, nothing is asked for',
    );
  });

  it('goes by what the settings call high risk', async () => {
    const it = await world({ 'access/acme.yaml': BEFORE }, { settings: 'risk: { high: [member] }\n' });
    await importCommand({ ...options, merge: true }, it.context);
    expect(it.read('access/acme.yaml')).toContain('    - grace@acme.test # Grace Hopper\n');
    expect(it.read('access/acme.yaml')).not.toContain('alan');
  });

  it('is refused without --merge, before any request', async () => {
    const it = await world({});
    await expect(importCommand({ ...options, merge: false }, it.context)).rejects.toThrow('takes --merge');
    expect(it.sandbox.requests).toEqual([]);
  });
});

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((each) => /\S/u.test(each));
const id = fc.oneof(
  fc.constantFrom('1', 'yes', '0x10', '1e3', 'null', 'a b', 'ü/%', '#x', 'user:1', '- a', "o'k", '*', '~'),
  fc.stringMatching(/^[a-z0-9-]{1,8}$/u).filter((each) => each !== '.' && each !== '..'),
);

const seeds: fc.Arbitrary<SandboxSeed> = fc
  .record({
    root: id,
    ids: fc.uniqueArray(id, { minLength: 2, maxLength: 6 }),
    names: fc.array(text, { minLength: 6, maxLength: 6 }),
    environments: fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,8}$/u), { maxLength: 3 }),
    picks: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
  })
  .map(({ root, ids, names, environments, picks }) => {
    const pick = (index: number, of: number): number => (picks[index % picks.length] ?? 0) % of;
    const mails = ids.map((_, index) => `u${index}${pick(index, 9)}@acme.test`);
    const held = (from: number) => {
      const holders = mails.filter((_, index) => pick(from + index, 3) > 0);
      const roleOf = (mail: string): string =>
        pick(from + mails.indexOf(mail) + 7, 2) === 0 ? 'engineer' : 'support';
      return Object.fromEntries(groupBy(holders, roleOf));
    };
    return {
      redox: {
        ...TOKENS.redox,
        organizations: [
          {
            id: root,
            name: names[0] ?? 'x',
            members: ids.map((each, index) => ({
              id: each,
              name: names[index] ?? 'x',
              email: mails[index] ?? '',
              role: index === 0 ? 'owner' : (['admin', 'member', 'owner'][pick(index, 3)] ?? 'member'),
            })),
            environments: environments.map((each, index) => ({
              id: each,
              name: names[index + 1] ?? 'e',
              flag: 'Development' as const,
              roles: held(index * 9),
            })),
          },
        ],
      },
      aion: {
        ...TOKENS.aion,
        accounts: [
          {
            id: root,
            projects: ['apollo', 'gemini'],
            users: ids.map((each, index) => ({
              id: each,
              email: mails[pick(index, 2) === 0 ? index : 0] ?? '',
              name: names[index] ?? 'x',
            })),
            groups: [],
            customRoles: [],
            assignments: ids.flatMap((user, index) => [
              {
                user,
                role: 'account_admin',
                status: pick(index, 2) === 0 ? ('ACTIVE' as const) : ('INACTIVE' as const),
              },
              { user, role: pick(index, 2) === 0 ? 'project_admin' : 'project_reader', project: 'apollo' },
              ...(pick(index + 3, 2) === 0 ? [{ user, role: 'project_reader', project: 'gemini' }] : []),
            ]),
          },
        ],
      },
    };
  });

it('imports any state so that the next plan is empty', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, fc.boolean(), async (seed, people) => {
      const root = encodeURIComponent(seed.aion?.accounts[0]?.id ?? '').replaceAll('*', '%2A');
      const directory = 'people:\n  one: { redox: user:1, aion: user:1 }\n';
      const started = await startWorld(people ? { 'people.yaml': directory } : {}, { seed });
      const settings = `version: 1
${people ? 'people: people.yaml\n' : ''}providers:
  redox: { url: ${started.sandbox.url}/platform, auth: { method: bearer, token: { env: REDOX_TOKEN } } }
  aion: { url: ${started.sandbox.url}, usersUrl: ${started.sandbox.url}, auth: { method: bearer, token: { env: AION_TOKEN } } }
`;
      started.write('rolecall.yaml', settings);
      try {
        const out = await started.importing([`redox/organization/${root}`, `aion/account/${root}`]);
        expect([out.exitCode, out.diagnostics]).toEqual([0, []]);
        const { changes, unlisted, warnings } = await started.plan();
        const others = warnings.filter(({ code }) => code !== 'assumed-facts');
        expect([changes, unlisted, others]).toEqual([[], [], []]);
        const merged = await started.importing([`redox/organization/${root}`, `aion/account/${root}`], true);
        expect(merged.output).toContain('Nothing to do');
      } finally {
        await started.close();
      }
    }),
    { numRuns: 12 },
  );
});
