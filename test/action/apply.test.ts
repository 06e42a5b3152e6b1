import { expect, test, vi } from 'vitest';
import { WORKFLOW } from '../github/server.js';
import type { SandboxSeed } from '../sandbox/start.js';
import { access, inWorld, LIVE, type World } from './world.js';

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 8 });

const ADA_ADMIN = access({ ...LIVE, admin: ['lin', 'ada'], member: ['alan'] });
const MAINTAINER = { login: 'maintainer', kind: 'User' } as const;

/** The organization role of a member as the sandbox holds it. */
function roleOf({ sandbox }: World, email: string): string | undefined {
  const [organization] = sandbox.state().redox?.organizations ?? [];
  return organization?.members.find((member) => member.email === email)?.role;
}

function writesTo({ sandbox }: World): readonly string[] {
  return sandbox.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method);
}

function record(world: World, number: number): string {
  const lines = (world.github.pull(number).comments[0]?.body ?? '').split('\n');
  return lines.find((line) => line.startsWith('<!-- rolecall:record ')) ?? '';
}

test.concurrent.each(['merge', 'squash', 'rebase'] as const)(
  'what a pull request showed is applied once it is merged by %s, and its record is marked',
  (way) =>
    inWorld(null, async (world) => {
      world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
      await world.plan(1);
      const before = world.merge(1, way);
      const result = await world.applyPush(before);
      expect(result.log).toContain('1 applied');
      expect(result).toMatchObject({ code: 0, outputs: { 'exit-code': '0', change: '1' } });
      expect(roleOf(world, 'ada@acme.test')).toBe('admin');
      expect(record(world, 1)).toContain(`"closed":"${world.main}"`);
      const [comment] = world.github.pull(1).comments;
      expect(comment?.body.split('\n')[0]).toBe('**Apply: 1 applied.**');
      expect(comment?.body).toContain('All of what was reviewed here is done.');
      expect(comment?.body.match(/<summary>The plan that was reviewed<\/summary>/gu)).toHaveLength(1);
      expect(comment?.body).toContain('**Plan: 1 to change.**');
      const writes = world.github.writes().length;
      expect(await world.applyPush(before)).toMatchObject({ code: 0 });
      expect(world.github.writes()).toHaveLength(writes);
    }),
);

test.concurrent('a record whose apply never ran is taken up by the next push', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    world.merge(1);
    world.propose(2, { 'access/acme.yaml': access({ owner: ['grace'], admin: ['lin', 'ada', 'alan'] }) });
    await world.plan(2);
    const result = await world.applyPush(world.merge(2, 'squash'));
    expect(result).toMatchObject({ code: 0, outputs: { 'exit-code': '0' } });
    expect([roleOf(world, 'ada@acme.test'), roleOf(world, 'alan@acme.test')]).toEqual(['admin', 'admin']);
    expect(record(world, 1)).toContain('"closed":"');
    expect(record(world, 2)).toContain('"closed":"');
  }));

test.concurrent('a failed apply leaves its record open, and a revert settles it', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    const before = world.merge(1);
    const denied = await world.step(
      'push',
      { before, after: world.main, ref: 'refs/heads/main' },
      'refs/heads/main',
      { command: 'apply' },
      { REDOX_TOKEN: 'wrong' },
    );
    expect(denied.code).not.toBe(0);
    expect(record(world, 1)).toContain('"closed":null');
    world.propose(2, { 'access/acme.yaml': access(LIVE) });
    await world.plan(2);
    expect(await world.applyPush(world.merge(2))).toMatchObject({ code: 0 });
    expect(writesTo(world)).toEqual([]);
    expect(record(world, 1)).toContain('"closed":"');
  }));

test.concurrent('a direct push has no record: nothing is written, and the digest is the way out', () =>
  inWorld(null, async (world) => {
    const before = world.push({ 'access/acme.yaml': ADA_ADMIN });
    const refused = await world.applyPush(before);
    expect(refused).toMatchObject({ code: 5, outputs: { 'exit-code': '5' } });
    expect(refused.log).toMatch(/^::error title=apply::Nothing was written: .*input digest: sha256:/mu);
    expect(refused.summary).toContain('Not among what was reviewed');
    expect(refused.summary).toContain(refused.outputs['digest'] ?? 'none');
    expect(writesTo(world)).toEqual([]);
    const wrong = await world.applyPush(before, { digest: `sha256:${'0'.repeat(64)}` });
    expect(wrong.code).toBe(5);
    const right = await world.applyPush(before, { digest: refused.outputs['digest'] ?? '' });
    expect(right.code).toBe(0);
    expect(roleOf(world, 'ada@acme.test')).toBe('admin');
  }));

test.concurrent('a plan that is run again after the merge leaves the record as it was reviewed', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    const [comment] = pull.comments;
    const body = comment?.body;
    world.merge(1);
    expect((await world.plan(1)).log).toContain('::notice title=already merged::');
    expect(pull.comments.map((one) => one.body)).toEqual([body]);
  }));

test.concurrent('require-reviewed-plan false writes the whole plan', () =>
  inWorld(null, async (world) => {
    const before = world.push({ 'access/acme.yaml': ADA_ADMIN });
    expect(await world.applyPush(before, { 'require-reviewed-plan': 'false' })).toMatchObject({ code: 0 });
    expect(roleOf(world, 'ada@acme.test')).toBe('admin');
  }));

test.concurrent('a run on a commit that is no longer the tip says so and does nothing', () =>
  inWorld(null, async (world) => {
    const before = world.push({ 'access/acme.yaml': ADA_ADMIN });
    world.github.branches.set('main', 'e'.repeat(40));
    const result = await world.applyPush(before);
    expect(result).toMatchObject({ code: 0, outputs: { 'exit-code': '0', 'has-changes': 'false' } });
    expect(result.log).toContain('::notice title=not the tip::');
    expect(world.sandbox.requests).toEqual([]);
  }));

test.concurrent('drift elsewhere is held, unless a comment showed it', () =>
  inWorld(null, async (world) => {
    world.push({ 'access/acme.yaml': access(LIVE, ['lin', 'grace']) });
    world.propose(1, { note: 'nothing' });
    const held = await world.applyPush(world.merge(1));
    expect(held).toMatchObject({ code: 0, outputs: { grant: '1' } });
    expect(held.log).toContain('1 held');
    expect(writesTo(world)).toEqual([]);
    world.propose(2, { note: 'nothing again' });
    await world.plan(2);
    expect((await world.applyPush(world.merge(2))).log).toContain('1 applied');
  }));

test.concurrent('a comment that a maintainer edited is not believed, nor a record pasted back', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    const [comment] = pull.comments;
    if (comment === undefined) throw new Error('there is no comment');
    const { body } = comment;
    world.github.edit(comment, body.replace('"closed":null', '"closed":null '), MAINTAINER);
    const before = world.merge(1);
    const edited = await world.applyPush(before);
    expect(edited.code).toBe(5);
    expect(edited.summary).toContain('not believed');
    pull.comments.splice(0);
    world.github.comment(1, body, MAINTAINER);
    expect((await world.applyPush(before)).code).toBe(5);
    expect(writesTo(world)).toEqual([]);
    pull.comments.splice(0);
    world.github.comment(1, body, WORKFLOW);
    expect((await world.applyPush(before)).code).toBe(0);
  }));

test.concurrent('with a signing key only what it signed is believed', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    const unsigned = pull.comments[0]?.body ?? '';
    await world.plan(1, { 'signing-key': 'a-signing-key-of-thirty-two-characters' });
    const signed = pull.comments[0]?.body ?? '';
    expect(signed).toContain('"signature":"');
    const before = world.merge(1);
    for (const [body, code] of [
      [unsigned, 5],
      [signed, 0],
    ] as const) {
      pull.comments.splice(0);
      world.github.comment(1, body, WORKFLOW);
      expect(
        (await world.applyPush(before, { 'signing-key': 'a-signing-key-of-thirty-two-characters' })).code,
      ).toBe(code);
    }
    expect(record(world, 1)).toContain(`"closed":"${world.main}"`);
    expect(roleOf(world, 'ada@acme.test')).toBe('admin');
  }));

test.concurrent('a term that ends between review and merge is held, and ended by the schedule', () =>
  inWorld(
    null,
    async (world) => {
      const pull = world.propose(1, {
        'access/acme.yaml': access({
          ...LIVE,
          admin: ['lin', '{ user: alan, until: 2026-11-10 }'],
          member: ['ada'],
        }),
      });
      await world.plan(1);
      const [comment] = pull.comments;
      if (comment === undefined) throw new Error('there is no comment');
      // As it was before the term ended: nothing to do.
      comment.body = comment.body
        .replace(/"time":"[^"]*"/u, '"time":"2026-11-01T00:00:00Z"')
        .replace(/"effects":\{[^}]*\}/u, '"effects":{}');
      const merged = await world.applyPush(world.merge(1));
      expect(merged.code).toBe(0);
      expect(merged.log).toContain('1 held');
      expect(writesTo(world)).toEqual([]);
      const scheduled = await world.schedule('apply');
      expect(scheduled.code).toBe(0);
      expect(roleOf(world, 'alan@acme.test')).toBe('member');
    },
    seedWith({ 'alan@acme.test': 'admin' }),
  ));

test.concurrent('the schedule starts a term that the record of its pull request lists, and holds the rest', () =>
  inWorld(null, async (world) => {
    const files = { ...LIVE, admin: ['lin', '{ user: ada, from: 2026-11-01 }'], member: ['alan'] };
    const pull = world.propose(1, { 'access/acme.yaml': access(files) });
    await world.plan(1);
    world.merge(1);
    world.push({
      'access/acme.yaml': `${access(files)}    - { user: alan, from: 2026-11-02 }\n    - grace\n`,
    });
    const scheduled = await world.schedule('apply');
    expect(scheduled.code).toBe(0);
    expect(scheduled.log).toContain('1 applied, 2 held');
    expect(roleOf(world, 'ada@acme.test')).toBe('admin');
    expect(pull.comments[0]?.body).toMatch(/^\*\*Apply: 1 applied, 2 held\.\*\*/u);
    expect(pull.comments[0]?.body).toContain('### `rolecall.yaml`: merging makes 1 change\n');
  }));

test.concurrent('an ended term is taken though what came in its place was not reviewed', () =>
  inWorld(
    null,
    async (world) => {
      const project = (roles: string): string => `project: apollo\naccount: orbit\nroles:\n${roles}`;
      const { url } = world.sandbox;
      world.push({
        'rolecall.yaml': `version: 1\nproviders:\n  aion: { url: "${url}", usersUrl: "${url}", auth: { method: bearer, token: { env: AION_TOKEN } } }\n`,
        'access/acme.yaml': project(
          '  project_reader:\n    - { user: ada, until: 2026-11-01 }\n  project_admin: [ada]\n',
        ),
      });
      const env = { AION_TOKEN: 'aion-secret-token' };
      const event = { schedule: '0 * * * *' };
      const result = await world.step('schedule', event, 'refs/heads/main', { command: 'apply' }, env);
      expect(result.log).toContain('1 applied, 1 held');
      expect(result.code).toBe(0);
      expect(world.sandbox.state().aion?.accounts[0]?.assignments).toEqual([]);
      expect(writesTo(world)).toEqual(['DELETE']);
    },
    {
      aion: {
        tokens: [{ variable: 'AION_TOKEN', token: 'aion-secret-token' }],
        accounts: [
          {
            id: 'orbit',
            projects: ['apollo'],
            users: [{ id: 'ada', email: 'ada@acme.test', name: 'Ada' }],
            groups: [],
            customRoles: [],
            assignments: [{ user: 'ada', role: 'project_reader', project: 'apollo' }],
          },
        ],
      },
    },
  ));

test.concurrent('apply on a pull request is refused', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    expect(await world.plan(1, { command: 'apply' })).toMatchObject({
      code: 3,
      outputs: { 'exit-code': '3' },
    });
  }));

test.concurrent('where the records cannot be read nothing is applied, and the permission is named', () =>
  inWorld(null, async (world) => {
    world.propose(1, { 'access/acme.yaml': ADA_ADMIN });
    await world.plan(1);
    const before = world.merge(1);
    const errors = [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }];
    world.github.fault = ({ path }) =>
      path === '/graphql' ? { status: 200, body: { data: null, errors } } : null;
    const result = await world.applyPush(before);
    expect(result).toMatchObject({ code: 1, outputs: { 'exit-code': '1' } });
    expect(result.log).toContain('pull-requests: write');
    expect(writesTo(world)).toEqual([]);
  }));

function seedWith(roles: Readonly<Record<string, string>>): SandboxSeed {
  return {
    redox: {
      tokens: [{ variable: 'REDOX_TOKEN', token: 'redox-secret-token' }],
      organizations: [
        {
          id: '1024',
          name: 'Acme Health',
          members: ['grace', 'ada', 'alan', 'lin'].map((name, index) => ({
            id: String(index + 1),
            name,
            email: `${name}@acme.test`,
            role: roles[`${name}@acme.test`] ?? { grace: 'owner', lin: 'admin' }[name] ?? 'member',
            verified2fa: true,
          })),
          environments: [
            { id: 'prod', name: 'Production', flag: 'Production', roles: { engineer: ['lin@acme.test'] } },
          ],
        },
      ],
    },
  };
}
