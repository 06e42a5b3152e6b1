import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { SandboxSeed } from '../../../sandbox/start.js';
import { startWorld, type World } from '../../people-world.js';

const ORGANIZATION = 'redox/organization/1024';
const ACCOUNT = 'aion/account/orbit';
const EMPTY = { grant: 0, change: 0, revoke: 0, blocked: 0, unlisted: 0 };

const open: World[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()));
});

async function world(...args: Parameters<typeof startWorld>): Promise<World> {
  const started = await startWorld(...args);
  open.push(started);
  return started;
}

/** Every file below the folder with its text. */
function filesOf({ folder, read }: World): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, read(path)]));
}

const FIRST = ['Ada', 'Grace', 'Alan', 'Lin', 'Mary', 'Zoë', 'Søren', 'John'];
const LAST = ['Lovelace', 'Hopper', 'Turing', 'Chen', "O'Brien"];

/** Forty people: thirty in Redox, thirty in Aion, so that twenty are in both. */
function fortyPeople(): SandboxSeed {
  const all = LAST.flatMap((last) => FIRST.map((first) => `${first} ${last}`)).map((name, index) => {
    return { name, email: `person${index}@acme.test`, index };
  });
  const [members, users] = [all.slice(0, 30), all.slice(10)];
  const redoxRole = (index: number): string => ['owner', 'admin', 'member', 'member'][index % 4] ?? 'member';
  return {
    redox: {
      clients: [{ id: 'sandbox-client', keyId: 'sandbox-key', actsAs: '3300' }],
      tokens: [],
      organizations: [
        {
          id: '1024',
          name: 'Acme',
          members: members.map(({ name, email, index }) => ({
            id: String(3300 + index),
            name,
            email,
            role: redoxRole(index),
          })),
          environments: [
            {
              id: 'prod',
              name: 'Production',
              flag: 'Production' as const,
              roles: {
                engineer: members.filter(({ index }) => index % 2 === 0).map(({ email }) => email),
                support: members.filter(({ index }) => index % 2 === 1).map(({ email }) => email),
              },
            },
          ],
        },
      ],
    },
    aion: {
      tokens: [{ variable: 'AION_TOKEN' }],
      clients: [],
      accounts: [
        {
          id: 'orbit',
          projects: ['apollo'],
          users: users.map(({ name, email, index }) => ({ id: `p${index}`, email, name })),
          groups: [],
          customRoles: [],
          assignments: users.flatMap(({ index }) => [
            { user: `p${index}`, role: index % 5 === 0 ? 'account_admin' : 'team_member' },
            {
              user: `p${index}`,
              role: index % 3 === 0 ? 'project_admin' : 'project_reader',
              project: 'apollo',
            },
          ]),
        },
      ],
    },
  };
}

describe('import --people', () => {
  it('names forty people over two systems by key, with an empty plan before and after', async () => {
    const it = await world({}, { seed: fortyPeople() });
    await it.importing([ORGANIZATION, ACCOUNT]);
    it.write(
      'access/redox/1024.yaml',
      it.read('access/redox/1024.yaml').replace('# Ada Lovelace', '# Ada, who knows'),
    );
    expect((await it.plan()).summary).toMatchObject(EMPTY);
    const { output, notes, result, exitCode } = await it.importing([], false, true);
    expect({ exitCode, notes }).toEqual({ exitCode: 0, notes: [] });
    expect(result.people).toMatchObject({ file: 'people.yaml', found: [], changed: [], gone: [] });
    expect(result.people?.added).toHaveLength(40);
    expect(output).toContain('people.yaml: 40 new people; 96 entries of the files now name people by key.\n');
    expect(output).toContain('Edited rolecall.yaml.\n');
    expect((await it.plan()).summary).toMatchObject(EMPTY);
    const access = it.read('access/redox/1024.yaml') + it.read('access/aion/orbit.yaml');
    expect(access).not.toMatch(/@|user:/u);
    expect(access).toContain('    - ada-lovelace # Ada, who knows\n');
    expect(it.read('people.yaml')).toContain(
      '  zoe-obrien:\n    name: "Zoë O\'Brien"\n    aion: user:p37 # person37@acme.test\n',
    );
    expect(it.read('people.yaml')).toContain(
      '  mary-turing:\n    name: Mary Turing\n    aion: user:p20 # person20@acme.test\n    redox: user:3320 # person20@acme.test\n',
    );
    const before = filesOf(it);
    const again = await it.importing([], true, true);
    expect(again.output).toContain('Nothing to do: people.yaml has everybody');
    expect(filesOf(it)).toEqual(before);
    const writes = it.sandbox.requests.filter(
      ({ method, path }) => method !== 'GET' && !path.endsWith('/token'),
    );
    expect(writes).toEqual([]);
  });

  it('writes the documents and the people of an empty folder at once', async () => {
    const it = await world({});
    const { result } = await it.importing([ORGANIZATION, ACCOUNT], false, true);
    expect(result.files).toEqual([
      { path: 'access/aion/orbit.yaml', existed: false },
      { path: 'access/redox/1024.yaml', existed: false },
      { path: 'people.yaml', existed: false },
      { path: 'rolecall.yaml', existed: true },
    ]);
    expect((await it.plan()).summary).toMatchObject({ ...EMPTY, unlisted: 1 });
    expect((await it.importing([], true, true)).result.files).toEqual([]);
  });

  it('leaves who holds what to --merge', async () => {
    const it = await world({
      'access/acme.yaml': 'organization: "1024"\nroles: { owner: [ADA@acme.test] }\n',
    });
    const plan = (await it.plan()).changes;
    await it.importing([], false, true);
    expect(it.read('access/acme.yaml')).toBe('organization: "1024"\nroles: { owner: [ada-lovelace] }\n');
    expect((await it.plan()).changes).toEqual(plan);
    await it.importing([], true, true);
    expect((await it.plan()).summary).toMatchObject(EMPTY);
    expect(it.read('access/acme.yaml')).not.toContain('@');
  });

  it('writes the people.yaml that the settings name, wherever it is, with the schema for editors', async () => {
    const it = await world(
      { '.rolecall/schemas/people.schema.json': '{}' },
      { settings: 'people: ./who/people.yaml\n' },
    );
    const { exitCode, result } = await it.importing([ACCOUNT], false, true);
    expect(exitCode).toBe(0);
    expect(result.people?.file).toBe('who/people.yaml');
    expect(it.read('who/people.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.rolecall\/schemas\/people\.schema\.json\npeople:\n {2}ada-lovelace:/u,
    );
  });

  it('reads one system with --scope, and finds its people in the next one by e-mail', async () => {
    const it = await world({});
    await it.importing([ORGANIZATION], false, true);
    const before = it.read('people.yaml');
    const { result } = await it.importing([ORGANIZATION, ACCOUNT], true, true);
    expect(result.people).toMatchObject({
      added: ['lin-chen', 'new-comer'],
      found: ['ada-lovelace', 'alan-turing', 'grace-hopper', 'mallory-former', 'margaret-hamilton'],
      gone: [],
    });
    const after = it.read('people.yaml');
    expect(before.split('\n').filter((line) => !after.includes(line))).toEqual([]);
    expect(after).toContain(
      '    redox: user:3363 # ada@acme.test\n    aion: user:ada.lovelace # ada@acme.test\n',
    );
    expect((await it.plan()).summary).toMatchObject({ ...EMPTY, unlisted: 1 });
  });

  it('makes nobody twice whose other system was not read', async () => {
    const it = await world({});
    await it.importing([ORGANIZATION], false, true);
    const { exitCode, result, notes } = await it.importing([ACCOUNT], false, true);
    expect(exitCode).toBe(1);
    expect(result.people?.added).toEqual(['lin-chen', 'new-comer']);
    expect(notes.filter((note) => note.includes('redox was not read'))).toHaveLength(5);
    expect((await it.plan()).summary).toMatchObject({ ...EMPTY, unlisted: 1 });
    const whole = await it.importing([], true, true);
    expect(whole).toMatchObject({ exitCode: 0, result: { people: { added: [] } } });
    expect(whole.result.people?.found).toHaveLength(5);
    expect(it.read('access/aion/orbit.yaml')).not.toMatch(/^ +- .*@/mu);
  });

  it('names people in the scope that is asked for, and lets ids elsewhere stay ids', async () => {
    const orbit = `account: orbit
roles: { account_admin: [ada.lovelace] }
---
project: apollo
account: orbit
roles: { project_admin: [ada.lovelace, alan@acme.test, nobody] }
`;
    const it = await world({ 'access/orbit.yaml': orbit });
    const plan = (await it.plan()).digest;
    const { exitCode, result } = await it.importing(['aion/project/orbit/apollo'], false, true);
    expect(exitCode).toBe(0);
    expect(result.people?.added).toHaveLength(7);
    expect(it.read('access/orbit.yaml')).toBe(
      orbit
        .replace('account_admin: [ada.lovelace]', 'account_admin: [user:ada.lovelace]')
        .replace('[ada.lovelace, alan@acme.test, nobody]', '[ada-lovelace, alan-turing, user:nobody]'),
    );
    expect((await it.plan()).digest).toBe(plan);
  });

  it('asks for nothing of a person who has left, and keeps what people.yaml says of them', async () => {
    const people = 'people:\n  alan: { redox: alan@acme.test, leaves: 2026-01-31 } # gone\n';
    const it = await world({ 'people.yaml': people }, { settings: 'people: people.yaml\n' });
    await it.importing([ORGANIZATION], false, true);
    expect(it.read('people.yaml')).toContain(
      '  alan: { redox: alan@acme.test, leaves: 2026-01-31 } # gone\n',
    );
    expect(it.read('access/redox/1024.yaml')).toContain(
      '# not listed: alan holds member, but has left (people.yaml)',
    );
  });

  it('writes nothing where nobody could be read', async () => {
    const it = await world({});
    const before = filesOf(it);
    const { exitCode, output } = await it.importing(['redox/organization/404'], false, true);
    expect(exitCode).toBe(1);
    expect(output).toContain('Nothing was written.');
    expect(filesOf(it)).toEqual(before);
  });

  it('writes nothing at all where people.yaml cannot be edited', async () => {
    const people = 'people:\n  ada: &same { redox: user:3363 }\n  countess: *same\n';
    const it = await world({ 'people.yaml': people }, { settings: 'people: people.yaml\n' });
    const before = filesOf(it);
    const importing = it.importing([ORGANIZATION, ACCOUNT], false, true);
    await expect(importing).rejects.toMatchObject({
      exitCode: 3,
      message: 'people.yaml, at people.ada, cannot be edited here, so nothing was written',
      hint: 'Its text is shared through the anchor "same": write it out first.',
    });
    expect(filesOf(it)).toEqual(before);
  });

  it('writes nothing at all where the result would have an error', async () => {
    const policy = `policies:
  separation: [{ name: one-hat, roles: [owner, account_admin], within: everywhere }]
`;
    const it = await world({}, { settings: policy });
    const before = filesOf(it);
    const { exitCode, output, diagnostics } = await it.importing([ORGANIZATION, ACCOUNT], false, true);
    expect(exitCode).toBe(3);
    expect(diagnostics.map(({ code }) => code)).toContain('separation');
    expect(output).toContain('Nothing was written');
    expect(filesOf(it)).toEqual(before);
    expect(existsSync(join(it.folder, 'people.yaml'))).toBe(false);
  });
});
