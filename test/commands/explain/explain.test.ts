import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import type { CommandContext } from '../../../src/commands/context.js';
import { comparisonText, explainNotes, explainText } from '../../../src/report/explain.js';
import { comparisonJson, explainJson } from '../../../src/report/json.js';
import { compareCommand, type CompareOptions } from '../../../src/commands/explain/compare.js';
import { explainCommand } from '../../../src/commands/explain/explain.js';
import type { ExplainOptions } from '../../../src/commands/explain/explain.js';
import { validateCommand } from '../../../src/commands/validate.js';
import { UsageError } from '../../../src/errors.js';
import { schemaProblems } from '../../schema-problems.js';
import { startWorld, type World } from '../people-world.js';

const PEOPLE = `people:
  ada: { name: Ada Lovelace, redox: ada@acme.test, aion: ada.lovelace }
  alan: { redox: alan@acme.test, aion: { orbit: alan.turing }, leaves: 2026-12-31 }
  grace: { redox: grace@acme.test }
teams:
  platform: [alan, team:oncall]
  oncall: [team:night, ada]
  night: [grace]
`;
const ACME = `organization: "1024"
name: Acme Health
roles:
  owner:
    - ada
  member:
    - ada
    - team:platform
  admin:
    - { user: ada, from: 2026-11-01, until: 2026-11-30, reason: INC-1 }
    - { user: ada@acme.test, until: 2026-01-31 }
    - { user: alan, from: 2027-01-15 }
`.replace('    - ada\n  member', '    - grace\n  member');
const ORBIT = `account: orbit
roles:
  account_admin: [ada, "group:data"]
`;

const open: World[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()));
});

async function world(files: Readonly<Record<string, string>> = {}): Promise<World> {
  const started = await startWorld(
    { 'people.yaml': PEOPLE, 'access/acme.yaml': ACME, 'access/orbit.yaml': ORBIT, ...files },
    { settings: 'people: people.yaml\n' },
  );
  open.push(started);
  return started;
}

const asking = (more: Partial<ExplainOptions>): ExplainOptions => ({
  principal: null,
  scope: [],
  role: [],
  live: false,
  concurrency: null,
  ...more,
});

async function answer(it: World, more: Partial<ExplainOptions>): Promise<Record<string, unknown>> {
  const { explanation } = await explainCommand(asking(more), it.context);
  const value: unknown = JSON.parse(explainJson(explanation));
  expect(schemaProblems('explain', value)).toEqual([]);
  return value as Record<string, unknown>;
}

/** What is printed, and the notes beside it. */
async function told(context: CommandContext, more: Partial<ExplainOptions>) {
  const { explanation, unread } = await explainCommand(asking(more), context);
  const output = explainText(explanation, { color: false });
  return { output, notes: [...unread, ...explainNotes(explanation)] };
}

function commit(folder: string, message: string): void {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      stdio: 'pipe',
      env: {
        ...process.env,
        GIT_AUTHOR_NAME: 'Grace Hopper',
        GIT_AUTHOR_EMAIL: 'grace@acme.test',
        GIT_COMMITTER_NAME: 'Grace Hopper',
        GIT_COMMITTER_EMAIL: 'grace@acme.test',
        GIT_AUTHOR_DATE: '2026-11-20T10:00:00Z',
        GIT_COMMITTER_DATE: '2026-11-20T10:00:00Z',
        GIT_CONFIG_GLOBAL: '/dev/null',
      },
    });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
}

describe('explain', () => {
  it('says every role of a person with line, team and term, those without effect included', async () => {
    const it = await world();
    const { output, notes } = await told(it.context, { principal: 'ada' });
    expect(output).toBe(`Ada Lovelace (ada): ada@acme.test in redox, ada.lovelace in aion

aion/account/orbit
  account_admin  held by name, access/orbit.yaml:3

Acme Health  redox/organization/1024
  admin   held since 2026-11-01 until 2026-11-30, by name, access/acme.yaml:10, "INC-1"
  admin   no longer: ended 2026-01-31, by name, access/acme.yaml:11
  member  outranked by access/acme.yaml:10: by name, access/acme.yaml:7
  member  outranked by access/acme.yaml:10: through team:platform > team:oncall, access/acme.yaml:8

2 roles held, 3 entries without effect now.
`);
    expect(notes).toEqual([
      'The files are in no git repository that can be read, so who brought an entry is not known.',
    ]);
  });

  it('leaves warnings about terms to validate, since it says them itself', async () => {
    const it = await world();
    const { diagnostics } = await explainCommand(asking({ principal: 'ada' }), it.context);
    expect(diagnostics).toEqual([]);
    const checked = await validateCommand(it.context);
    expect(checked.diagnostics.map(({ code }) => code)).toEqual(['term-ends-soon', 'term-over']);
    expect(checked.exitCode).toBe(0);
  });

  it('says of what is not committed that it is not', async () => {
    const it = await world();
    commit(it.folder, 'Begin');
    it.write('access/acme.yaml', `${ACME}  observer:\n    - { user: ada@acme.test, from: 2027-01-01 }\n`);
    const { output, notes } = await told(it.context, { principal: 'ada' });
    expect(output.match(/not committed yet/gu)).toHaveLength(1);
    expect(notes).toEqual([]);
  });

  it('gives the documented JSON, and the commit that brought each line', async () => {
    const it = await world();
    commit(it.folder, 'Give Ada what she needs\n\nAnd more.');
    it.write('access/acme.yaml', `${ACME}  observer:\n    - { user: ada@acme.test, from: 2027-01-01 }\n`);
    const { principal, roles } = await answer(it, { principal: 'ada@acme.test', role: ['a*', 'observer'] });
    expect(principal).toBe('ada@acme.test');
    expect(roles).toMatchObject([
      { scope: 'aion/account/orbit', role: 'account_admin', via: null, inForce: true },
      {
        scope: 'redox/organization/1024',
        role: 'admin',
        status: 'active',
        via: null,
        from: '2026-11-01',
        until: '2026-11-30',
        reason: 'INC-1',
        inForce: true,
        source: { file: 'access/acme.yaml', line: 10, column: 7 },
        commit: { author: 'Grace Hopper', date: '2026-11-20T10:00:00Z', subject: 'Give Ada what she needs' },
      },
      { role: 'admin', until: '2026-01-31', inForce: false },
      { role: 'observer', commit: null },
    ]);
  });

  it('knows groups, ids, people by their ids, and those who will have left', async () => {
    const it = await world();
    expect(await answer(it, { principal: 'group:data' })).toMatchObject({
      roles: [{ role: 'account_admin' }],
    });
    expect(await answer(it, { principal: 'user:ada.lovelace', scope: ['aion/**'] })).toMatchObject({
      principal: 'user:ada.lovelace',
      roles: [{ scope: 'aion/account/orbit' }],
    });
    const later = await told(it.contextAt(Date.parse('2027-02-01')), { principal: 'alan' });
    expect(later.output).toContain('no longer: left 2026-12-31, through team:platform');
    expect(later.output).toContain('0 roles held, 2 entries without effect now.');
  });

  it.each(['user:auth0|7@acme.test', 'user:auth0%7C7@acme.test', 'user:auth0%7c7%40acme.test'])(
    'knows a user by any spelling of the id: %s',
    async (principal) => {
      const more = '---\nproject: apollo\naccount: orbit\nroles:\n  reader: ["user:auth0|7@acme.test"]\n';
      const it = await world({ 'access/orbit.yaml': ORBIT + more });
      expect(await answer(it, { principal })).toMatchObject({ roles: [{ role: 'reader' }] });
    },
  );

  it('knows somebody by the address that plans give who is known by e-mail alone', async () => {
    const it = await world();
    expect(await answer(it, { principal: 'user:grace%40acme.test', role: ['owner'] })).toMatchObject({
      roles: [{ scope: 'redox/organization/1024', role: 'owner' }],
    });
  });

  it.each([{ principal: 'user:50%off' }, { principal: 'ada', scope: ['aion/account/50%off'] }])(
    'refuses an address whose escapes cannot be read: %o',
    async (asked) => {
      const it = await world();
      await expect(explainCommand(asking(asked), it.context)).rejects.toThrow(/50%off" (?:is not|cannot)/u);
    },
  );

  it('names who holds a role when asked the other way round', async () => {
    const it = await world();
    const { output } = await told(it.context, { role: ['*admin'], scope: ['aion/**'] });
    expect(output).toContain('ada (user:ada.lovelace): account_admin  held by name, access/orbit.yaml:3');
    expect(await answer(it, { role: ['owner'] })).toMatchObject({
      principal: null,
      roles: [{ label: 'grace@acme.test', role: 'owner' }],
    });
  });

  it('sets the answer against the live state where an entry names a person otherwise than by key', async () => {
    const entry = 'organization: "1024"\nroles:\n  owner: ["user:3363", grace@acme.test]\n';
    const it = await world({ 'access/acme.yaml': entry });
    expect(await answer(it, { role: ['owner'], live: true })).toMatchObject({
      roles: [{ live: 'active' }, { live: 'active' }],
    });
  });

  it('sets the answer against the live state', async () => {
    const it = await world();
    const { output } = await told(it.context, { principal: 'ada', live: true });
    expect(output).toContain('live: held');
    expect(output).toContain('live: not held');
    expect(await answer(it, { role: ['owner'], live: true })).toMatchObject({
      roles: [{ label: 'grace@acme.test', live: 'active' }],
      unlisted: [
        { scope: 'redox/organization/1024', label: 'ops@acme.test', role: 'owner', status: 'active' },
        { label: 'breakglass@acme.test' },
      ],
    });
  });

  it('suggests whom might be meant', async () => {
    const it = await world();
    await expect(explainCommand(asking({ principal: 'grcae' }), it.context)).rejects.toThrow(
      'the files do not name "grcae". Did you mean "grace"?',
    );
    await expect(explainCommand(asking({ principal: 'x', scope: ['a/b'] }), it.context)).rejects.toThrow(
      UsageError,
    );
  });
});

describe('a comparison of two people', () => {
  const compared = async (it: World, more: Partial<CompareOptions> = {}) => {
    const { comparison } = await compareCommand(
      { principals: ['ada', 'alan'], scope: [], role: [], ...more },
      it.context,
    );
    const json: unknown = JSON.parse(comparisonJson(comparison));
    expect(schemaProblems('explain', json)).toEqual([]);
    return { json, text: comparisonText(comparison, { color: false }) };
  };

  it('shows with terms and lines what only one has, now or later, and counts what both have', async () => {
    const it = await world();
    const { text, json } = await compared(it);
    expect(text).toBe(`Only Ada Lovelace (ada): ada@acme.test in redox, ada.lovelace in aion

aion/account/orbit
  account_admin  held by name, access/orbit.yaml:3

Acme Health  redox/organization/1024
  admin  held since 2026-11-01 until 2026-11-30, by name, access/acme.yaml:10, "INC-1"

Only alan: alan@acme.test in redox, alan.turing in aion orbit

Acme Health  redox/organization/1024
  admin  not yet: from 2027-01-15, by name, access/acme.yaml:12

Both: 1 role; only ada: 2 roles; only alan: 1 role.
`);
    expect(json).toMatchObject({
      principal: 'ada',
      roles: [
        { scope: 'aion/account/orbit', role: 'account_admin' },
        { role: 'admin', until: '2026-11-30' },
      ],
      compared: { principal: 'alan', roles: [{ role: 'admin', from: '2027-01-15' }], common: 1 },
    });
    const other = await compared(it, { principals: ['grace', 'alan'], scope: ['redox/**'] });
    expect(other.text).toBe(`Only grace: grace@acme.test in redox

Acme Health  redox/organization/1024
  owner  held by name, access/acme.yaml:5

Only alan: alan@acme.test in redox, alan.turing in aion orbit

Acme Health  redox/organization/1024
  admin  not yet: from 2027-01-15, by name, access/acme.yaml:12

Both: 1 role; only grace: 1 role; only alan: 1 role.
`);
  });

  it('refuses one person named twice, and somebody nobody knows', async () => {
    const it = await world();
    await expect(compared(it, { principals: ['ada', 'ada@acme.test'] })).rejects.toThrow(
      '"ada" and "ada@acme.test" are the same person',
    );
    await expect(compared(it, { principals: ['ada', 'aln'] })).rejects.toThrow('Did you mean "alan"?');
  });
});
