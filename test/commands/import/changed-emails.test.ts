import { afterEach, describe, expect, it } from 'vitest';
import type { SandboxSeed } from '../../sandbox/start.js';
import { startWorld, type World } from '../people-world.js';

const ORGANIZATION = 'redox/organization/1';
const OTHER = 'redox/organization/2';

const open: World[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()));
});

/** A member as `id email name`. */
const member = (text: string, role = 'member') => {
  const [id = '', email = '', ...name] = text.split(' ');
  return { id, email, name: name.join(' '), role };
};

function seedOf(first: readonly string[], second: readonly string[] = []): SandboxSeed {
  const organization = (id: string, members: readonly string[]) => ({
    id,
    name: `Org ${id}`,
    members: [member('1 ada@acme.test Ada Lovelace', 'owner'), ...members.map((text) => member(text))],
    environments: [
      {
        id: `prod-${id}`,
        name: 'Production',
        flag: 'Production' as const,
        roles: { engineer: members.map((text) => text.split(' ')[0] ?? '') },
      },
    ],
  });
  return {
    redox: {
      clients: [],
      tokens: [{ variable: 'REDOX_TOKEN' }],
      organizations: [organization('1', first), ...(second.length === 0 ? [] : [organization('2', second)])],
    },
  };
}

const PEOPLE = `# who is who
people:
  ada: { name: Ada Lovelace, redox: ada@acme.test }
  grace: { name: Grace Hopper, redox: "grace@acme.test", github: grace } # of Sales
  lin:
    name: Lin
    redox: lin@acme.test
`;

const access = (id: string, who: readonly string[]) => `organization: "${id}"
roles:
  owner: [ada]
  member: [${who.join(', ')}]
---
environment: prod-${id}
organization: "${id}"
roles:
  engineer: [${who.join(', ')}]
`;

async function world(
  seed: SandboxSeed,
  files: Readonly<Record<string, string>>,
  more = 'people: people.yaml\n',
): Promise<World> {
  const started = await startWorld(files, { seed });
  started.write(
    'rolecall.yaml',
    `version: 1
providers:
  redox:
    url: ${started.sandbox.url}/platform
    auth: { method: bearer, token: { env: REDOX_TOKEN } }
${more}`,
  );
  open.push(started);
  return started;
}

describe('import --merge after a changed e-mail', () => {
  it('changes one line of people.yaml, and no document', async () => {
    const documents = access('1', ['grace']);
    const it = await world(seedOf(['7 grace.hopper@acme.test Grace Hopper']), {
      'people.yaml': PEOPLE,
      'access/a.yaml': documents,
    });
    const { output, notes, exitCode } = await it.importing([ORGANIZATION], true);
    expect(it.read('access/a.yaml')).toBe(documents);
    expect(it.read('people.yaml')).toBe(PEOPLE.replace('grace@acme.test', 'grace.hopper@acme.test'));
    expect(output).toContain('Edited people.yaml.\n');
    expect(notes).toContain(
      'people.yaml:4: grace is grace.hopper@acme.test in redox now, and was grace@acme.test (same full name, "Grace Hopper")',
    );
    expect(exitCode).toBe(0);
    const plan = await it.plan();
    expect([plan.changes, plan.unlisted]).toEqual([[], []]);
  });

  it('changes the line of the organization where people.yaml tells them apart', async () => {
    const people = PEOPLE.replace('"grace@acme.test"', '{ "1": grace@acme.test, "2": grace@acme.test }');
    const it = await world(seedOf(['7 new@acme.test Grace Hopper'], ['8 grace@acme.test Grace Hopper']), {
      'people.yaml': people,
      'access/a.yaml': access('1', ['grace']),
      'access/b.yaml': access('2', ['grace']),
    });
    await it.importing([ORGANIZATION, OTHER], true);
    expect(it.read('people.yaml')).toBe(people.replace('"1": grace@acme.test', '"1": new@acme.test'));
    expect((await it.plan()).changes).toEqual([]);
  });

  it.each<[string, readonly string[], readonly string[], RegExp]>([
    [
      'two users have the name',
      ['7 new@acme.test Grace Hopper', '8 other@acme.test Grace Hopper'],
      [],
      /several users whom no file names have the same full name: new@acme.test, other@acme.test/,
    ],
    [
      'another organization lists the old e-mail',
      ['7 new@acme.test Grace Hopper'],
      ['8 grace@acme.test Grace Hopper'],
      /redox\/organization\/2 still lists grace@acme.test/,
    ],
  ])('writes nothing for a person where %s, and says so', async (_, first, second, reason) => {
    const files = {
      'people.yaml': PEOPLE,
      'access/a.yaml': access('1', ['grace']),
      ...(second.length === 0 ? {} : { 'access/b.yaml': access('2', ['grace']) }),
    };
    const it = await world(seedOf(first, second), files);
    const scopes = second.length === 0 ? [ORGANIZATION] : [ORGANIZATION, OTHER];
    const { notes, exitCode } = await it.importing(scopes, true);
    for (const [path, text] of Object.entries(files)) expect(it.read(path)).toBe(text);
    expect(notes.join('\n')).toMatch(reason);
    expect(exitCode).toBe(1);
  });

  it('writes nothing for a person without a full name, where a stranger holds the same roles', async () => {
    const people = PEOPLE.replace('name: Grace Hopper, ', '');
    const it = await world(seedOf(['7 new@acme.test Grace Hopper']), {
      'people.yaml': people,
      'access/a.yaml': access('1', ['grace']),
    });
    const { notes, exitCode } = await it.importing([ORGANIZATION], true);
    expect(it.read('access/a.yaml')).toBe(access('1', ['grace']));
    expect(it.read('people.yaml')).toBe(people);
    expect(notes.join('\n')).toContain('whether that is new@acme.test');
    expect(exitCode).toBe(1);
  });

  it('takes out who is gone, where nobody has the name', async () => {
    const it = await world(seedOf(['9 lin@acme.test Lin']), {
      'people.yaml': PEOPLE,
      'access/a.yaml': access('1', ['grace', 'lin']),
    });
    const { notes } = await it.importing([ORGANIZATION], true);
    expect(notes).toEqual([
      'redox/organization/1 does not list grace (grace@acme.test) any more, so its entries were taken out',
    ]);
    expect(it.read('access/a.yaml')).toBe(access('1', ['lin']));
    expect(it.read('people.yaml')).toBe(PEOPLE);
  });

  it('says what changed where documents name people by e-mail', async () => {
    const it = await world(
      seedOf(['7 new@acme.test Grace Hopper', '9 lin@acme.test Lin']),
      {
        'access/a.yaml': access('1', ['grace@acme.test', 'lin@acme.test']).replace(
          '[ada]',
          '[ada@acme.test]',
        ),
      },
      '',
    );
    const { notes } = await it.importing([ORGANIZATION], true);
    expect(notes).toContain(
      'redox/organization/1 does not list grace@acme.test any more, so its entries were taken out; new@acme.test (Grace Hopper) holds the same roles and was added: a changed e-mail? With people.yaml it would be one line.',
    );
    const plan = await it.plan();
    expect([plan.changes, plan.unlisted]).toEqual([[], []]);
  });
});

describe('a merge that would leave files with an error', () => {
  it('writes nothing and says why, where what is live breaks a rule', async () => {
    const documents = access('1', ['lin']).replace('engineer: [lin]', 'engineer: []');
    const it = await world(
      seedOf(['9 lin@acme.test Lin']),
      { 'people.yaml': PEOPLE, 'access/a.yaml': documents },
      `people: people.yaml
policies:
  separation: [{ name: apart, roles: [member, engineer], within: organization }]
`,
    );
    const { output, diagnostics, exitCode } = await it.importing([ORGANIZATION], true);
    expect(output).toContain('Nothing was written');
    expect(diagnostics.map(({ code }) => code)).toContain('separation');
    expect(exitCode).toBe(3);
    expect(it.read('access/a.yaml')).toBe(documents);
  });
});
