import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, test, vi } from 'vitest';
import type { SandboxSeed } from '../sandbox/start.js';
import { WORKFLOW } from '../github/server.js';
import { freshBundle } from './bundle.js';
import { access, inWorld, LIVE, PEOPLE, SEED, settings } from './world.js';

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 8 });
let bundle = '';
beforeAll(() => {
  bundle = freshBundle();
}, 60_000);

const ADA_ADMIN = { 'access/acme.yaml': access({ ...LIVE, admin: ['lin', 'ada'], member: ['alan'] }) };

test.concurrent('a pull request has one comment, edited in place, with counts first and its record last', () =>
  inWorld(bundle, async (world) => {
    const pull = world.propose(7, ADA_ADMIN);
    const intruder = world.github.comment(7, 'hello', { login: 'mallory', kind: 'User' });
    const first = await world.plan(7, {}, { author: 'AdaL' });
    expect(first).toMatchObject({
      code: 0,
      outputs: {
        'exit-code': '2',
        'has-changes': 'true',
        grant: '0',
        change: '1',
        revoke: '0',
        blocked: '0',
      },
    });
    const body = pull.comments[1]?.body ?? '';
    expect(body.split('\n')[0]).toBe('### `rolecall.yaml`: merging makes 1 change');
    expect(body).toContain('**Plan: 1 to change.**');
    expect(body).toContain('The author of this pull request, `AdaL`, gains 1 role by it');
    expect(first.summary).toContain('| `ada@acme.test` (`ada` in the files) | gets `admin`');
    expect(first.log).toContain(
      '::warning title=to change,file=access/acme.yaml,line=7,col=7::ada@acme.test: member',
    );
    expect(first.log).toContain('::group::Acme Health  redox/organization/1024\n  ~ ada@acme.test');
    expect(first.log).toContain('::endgroup::');
    expect(first.outputs).toMatchObject({ 'high-risk': '1', drift: '0' });
    expect(readFileSync(first.outputs['plan-path'] ?? '', 'utf8')).toContain(
      first.outputs['digest'] ?? 'none',
    );
    // A copy of it by somebody else, with everything it ends with, stays what it is.
    world.github.edit(intruder, body, { login: 'mallory', kind: 'User' });
    world.github.comment(7, body, WORKFLOW);
    world.propose(7, { 'access/acme.yaml': access(LIVE) });
    const second = await world.plan(7);
    expect(second.outputs).toMatchObject({ 'exit-code': '0', 'has-changes': 'false' });
    expect(pull.comments.map(({ author }) => author.login)).toEqual(['mallory', 'github-actions']);
    expect(pull.comments[0]?.body).toBe(body);
    expect(pull.comments[1]?.body).toContain('**No changes. Live state matches the files.**');
    expect(`${first.log}${first.summary}${body}${second.log}`).not.toContain('secret-token');
  }));

test.concurrent('a pull request with an entry that is blocked fails, unless the input says otherwise', () =>
  inWorld(null, async (world) => {
    world.propose(7, { 'access/acme.yaml': access({ ...LIVE, admni: ['ada'], member: ['alan'] }) });
    const failed = await world.plan(7);
    expect(failed).toMatchObject({ code: 6, outputs: { 'exit-code': '6', blocked: '1' } });
    expect(failed.log).toContain('did you mean "admin"?');
    const passed = await world.plan(7, { 'fail-on-blocked': 'false' });
    expect(passed).toMatchObject({ code: 0, outputs: { blocked: '1' } });
  }));

test.concurrent('what the pull request brings about stands apart from drift', () =>
  inWorld(null, async (world) => {
    world.push({
      'access/acme.yaml': access({ ...LIVE, member: ['ada', 'alan'], admin: ['lin'], owner: ['grace'] }, [
        'lin',
        'grace',
      ]),
    });
    world.propose(8, {
      'access/acme.yaml': access({ ...LIVE, admin: ['lin', 'alan'], member: ['ada'] }, ['lin', 'grace']),
    });
    const { code, outputs } = await world.plan(8);
    expect({ code, exit: outputs['exit-code'] }).toEqual({ code: 0, exit: '2' });
    const [body = ''] = world.github.pull(8).comments.map((comment) => comment.body);
    const [files = '', drift = ''] = body.split('### Drift');
    expect(files).toContain('alan@acme.test');
    expect(files).not.toContain('grace@acme.test');
    expect(drift).toContain('grace@acme.test');
  }));

test.concurrent('what a pull request takes out of the files and prune keeps is told in its comment', () =>
  inWorld(null, async (world) => {
    const { owner, member } = LIVE;
    const files = access({ owner, member }).replace('engineer:\n    - lin\n', 'engineer: []\n');
    world.propose(18, { 'access/acme.yaml': files });
    const { code, outputs } = await world.plan(18, { comment: 'changes' });
    expect({ code, exit: outputs['exit-code'] }).toEqual({ code: 0, exit: '0' });
    const [body = ''] = world.github.pull(18).comments.map((comment) => comment.body);
    expect(body).toContain('2 taken out of the files but kept');
    expect(body).toContain('`lin@acme.test` keeps `engineer` in `Production`');
    expect(body).toContain('`lin@acme.test` keeps `admin` in `Acme Health` (**high risk**)');
  }));

test.concurrent('a pull request cannot aim the credentials', () =>
  inWorld(null, async (world) => {
    const asked: string[] = [];
    const evil = createServer((request, response) => {
      asked.push(String(request.headers.authorization));
      response.end('{}');
    });
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;
    world.propose(9, { ...ADA_ADMIN, 'rolecall.yaml': settings(url, 'OTHER_SECRET') });
    const { code } = await world.plan(9, {}, { env: { OTHER_SECRET: 'other-secret-token' } });
    expect({ code, asked }).toEqual({ code: 0, asked: [] });
    expect(world.sandbox.requests.length).toBeGreaterThan(0);
    const [body = ''] = world.github.pull(9).comments.map((comment) => comment.body);
    expect(body.split('\n')[2]).toContain('**This pull request changes `providers.redox` (`auth`, `url`).**');
    expect(body).toContain('**Plan: 1 to change.**');
    await new Promise((resolve) => evil.close(resolve));
  }));

test.concurrent('what a pull request changes in risk, guards, policies, people and access is said key by key', () =>
  inWorld(null, async (world) => {
    const guarded = (more: string): string => `${settings(world.sandbox.url)}${more}`;
    world.push({
      'rolecall.yaml': guarded(
        'guards:\n  maxRevokes: { count: 5, percent: 10 }\n  protect: [{ scope: "**", principal: grace@acme.test }]\n',
      ),
    });
    world.propose(19, {
      ...ADA_ADMIN,
      'rolecall.yaml': guarded(
        'guards:\n  maxRevokes: { count: 500, percent: 10 }\nrisk: { high: [nothing] }\n',
      ),
    });
    await world.plan(19);
    const [body = ''] = world.github.pull(19).comments.map((comment) => comment.body);
    const [, alert] = body.split('\n\n');
    expect(alert).toBe('⚠️ **This pull request changes what is dangerous, refused or read:**');
    expect(body).toContain('- `guards.maxRevokes.count`: no longer `5`; now `500`');
    expect(body).toContain('- `guards.protect`: no longer `{"scope":"**","principal":"grace@acme.test"}`');
    expect(body).toContain('- `risk.high`: no longer `*admin*`, `*owner*`; now `nothing`');
    expect(body).toContain('> - `ada@acme.test` gets `admin` in place of `member` in `Acme Health`');
  }));

test.concurrent('a fork, which is given no secrets, gets the offline comparison; anybody else an error', () =>
  inWorld(null, async (world) => {
    const waits = '  owner:\n    - grace\n    - { user: alan, from: 2099-01-01 }\n';
    const files = ADA_ADMIN['access/acme.yaml'].replace('  owner:\n    - grace\n', waits);
    world.propose(10, { 'access/acme.yaml': files });
    const env = { REDOX_TOKEN: '' };
    const fork = await world.plan(10, {}, { from: 'mallory/access', env });
    expect(fork).toMatchObject({
      code: 0,
      outputs: { 'exit-code': '2', change: '1', 'has-changes': 'true' },
    });
    expect(fork.summary).toContain('No plan was made: the live state was not read.');
    expect(fork.summary).toContain('`ada@acme.test` gets `admin` in place of `member`');
    expect(fork.summary).toContain('**After the merge nothing is applied by itself:**');
    expect(fork.summary).toContain('with the input `digest` that it names');
    expect(fork.log).toContain('::notice title=change,file=access/acme.yaml,line=8');
    expect(fork.summary).toContain(
      'from `2099-01-01T00:00:00Z`: `alan@acme.test` gets `owner` in place of `member`',
    );
    const dependabot = await world.plan(10, {}, { env: { ...env, GITHUB_ACTOR: 'dependabot[bot]' } });
    expect(dependabot.summary).toContain('Dependabot');
    const own = await world.plan(10, {}, { env });
    expect(own).toMatchObject({ code: 1, outputs: { 'exit-code': '1' } });
    expect(own.log).toContain('REDOX_TOKEN');
    expect(world.sandbox.requests).toEqual([]);
    expect(world.github.received).toEqual([]);
  }));

test.concurrent('a merge group is planned against its base and commented nowhere', () =>
  inWorld(null, async (world) => {
    world.propose(11, ADA_ADMIN);
    const payload = {
      merge_group: { base_sha: world.main, head_sha: world.repository.git('rev-parse', 'HEAD') },
    };
    const result = await world.step('merge_group', payload, 'refs/heads/gh-readonly-queue/main/pr-11', {
      command: 'plan',
    });
    expect(result).toMatchObject({ code: 0, outputs: { 'exit-code': '2', change: '1' } });
    expect(result.summary).toContain('### Brought about by the files');
    expect(world.github.received).toEqual([]);
  }));

test.concurrent('what the queue put in before a merge group is not called drift', () =>
  inWorld(null, async (world) => {
    const tip = world.main;
    world.propose(11, ADA_ADMIN);
    const before = world.repository.git('rev-parse', 'HEAD');
    world.repository.commit({ note: 'the second of the queue' });
    const group = { base_sha: before, base_ref: 'refs/heads/main' };
    world.github.branches.set('main', tip);
    const ref = 'refs/heads/gh-readonly-queue/main/pr-12';
    const result = await world.step('merge_group', { merge_group: group }, ref, { command: 'plan' });
    expect(result).toMatchObject({ code: 0, outputs: { 'exit-code': '2', change: '1' } });
    expect(result.summary).toContain('### Brought about by the files');
  }));

test.concurrent('a missing permission is named, and the rest is done', () =>
  inWorld(null, async (world) => {
    world.propose(12, ADA_ADMIN);
    const forbidden = { message: 'Resource not accessible by integration' };
    world.github.fault = ({ method }) => (method === 'POST' ? { status: 403, body: forbidden } : null);
    const result = await world.plan(12);
    expect(result).toMatchObject({ code: 1, outputs: { 'exit-code': '1', change: '1' } });
    expect(result.log).toMatch(/::error::.*pull-requests: write/u);
    expect(result.summary).toContain('**Plan: 1 to change.**');
  }));

test.concurrent('comment says whether there is one, and an old one never tells a lie', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(13, { note: 'nothing' });
    await world.plan(13, { comment: 'changes' });
    expect(pull.comments).toHaveLength(0);
    await world.plan(13, { comment: 'never' });
    world.propose(13, ADA_ADMIN);
    await world.plan(13, { comment: 'changes' });
    expect(pull.comments).toHaveLength(1);
    world.propose(13, { 'access/acme.yaml': access(LIVE) });
    await world.plan(13, { comment: 'changes' });
    expect(pull.comments[0]?.body).toMatch(/^### `rolecall.yaml`: merging makes no changes\n/u);
  }));

test.concurrent('invalid files are told at their lines, and leave no record', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(14, { 'access/acme.yaml': access({ ...LIVE, admin: ['nobody'] }) });
    const result = await world.plan(14);
    expect(result).toMatchObject({ code: 3, outputs: { 'exit-code': '3' } });
    expect(result.log).toContain('::error title=unknown-person,file=access/acme.yaml,line=');
    expect(pull.comments[0]?.body).toContain('**The files have 1 error, so no plan was made.**');
    expect(pull.comments[0]?.body).not.toContain('rolecall:record');
    expect(world.sandbox.requests).toEqual([]);
  }));

const HOSTILE = '@everyone <img src=x onerror=alert(1)> [a](http://evil.test) --> #1 ::error::x `';

test.concurrent('three thousand changes with hostile names fit a comment, counts and risky ones intact', async () => {
  const count = 3000;
  const members = Array.from({ length: count }, (_, index) => ({
    id: String(100 + index),
    name: HOSTILE,
    email: `"@org/team-${index} <b>"@acme.test`,
    role: 'member',
    verified2fa: true,
  }));
  const [organization] = SEED.redox?.organizations ?? [];
  if (organization === undefined) throw new Error('the seed has no organization');
  const seed: SandboxSeed = {
    redox: {
      ...SEED.redox,
      organizations: [{ ...organization, name: HOSTILE, members: [...organization.members, ...members] }],
    },
  };
  await inWorld(
    null,
    async (world) => {
      const everyone = members.map(({ id }) => `"user:${id}"`);
      world.propose(15, {
        'access/acme.yaml': access({ ...LIVE, admin: ['lin', ...everyone.slice(0, 20)] }, [
          'lin',
          ...everyone,
        ]),
      });
      const { code, summary, log } = await world.plan(15);
      expect(code).toBe(0);
      const [body = ''] = world.github.pull(15).comments.map((comment) => comment.body);
      expect(body.length).toBeLessThanOrEqual(65_536);
      expect(body.split('\n')[0]).toBe('### `rolecall.yaml`: merging makes 3,020 changes');
      expect(body).toContain('**Plan: 3000 to grant, 20 to change, 2980 unlisted.**');
      for (const { email } of members.slice(0, 20)) expect(body).toContain(`\`${email}\``);
      expect(body).toContain('The whole plan is in the summary of [this run]');
      expect(body.includes('kept by their digest alone')).toBe(
        body.includes('"open":null') || body.includes('"effects":null'),
      );
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_048_576);
      for (const text of [body, summary]) {
        const bare = text
          .replaceAll(/^(`{3,})[^]*?^\1$/gmu, '')
          .replaceAll(/(`+)(?!`)[^]*?[^`]\1(?!`)/gu, '')
          .replaceAll(/<code>[^<]*<\/code>/gu, '');
        expect(bare).not.toMatch(/@(?!acme)|<img|<b>|evil\.test/u);
      }
      expect(log).not.toMatch(/^\s*::error::x/mu);
      expect(log.match(/^::(?:notice|warning|error)/gmu)?.length).toBeLessThanOrEqual(30);
    },
    seed,
  );
});

test.concurrent('what a comment cannot name is not covered by its record, nor by the digest', async () => {
  const members = Array.from({ length: 3200 }, (_, index) => ({
    id: String(100 + index),
    name: `Member ${index}`,
    email: `member-with-a-long-name-${index}@acme.test`,
    role: 'member',
    verified2fa: true,
  }));
  const [organization] = SEED.redox?.organizations ?? [];
  if (organization === undefined) throw new Error('the seed has no organization');
  const organizations = [{ ...organization, members: [...organization.members, ...members] }];
  await inWorld(
    null,
    async (world) => {
      const everyone = members.map(({ email }) => email);
      world.propose(20, { 'access/acme.yaml': access({ ...LIVE, admin: ['lin', ...everyone] }) });
      expect(await world.plan(20)).toMatchObject({ code: 0, outputs: { 'high-risk': '3200' } });
      const [body = ''] = world.github.pull(20).comments.map((comment) => comment.body);
      expect(body.length).toBeLessThanOrEqual(65_536);
      const named = members.filter(({ email }) => body.includes(`\`${email}\``)).length;
      expect(named).toBeGreaterThan(500);
      expect(named).toBeLessThan(3200);
      const effects = /"effects":\{"[\w-]+":"([\w-]*)"\}/u.exec(body)?.[1] ?? '';
      expect(effects.length / 16).toBe(2 * named);
      expect(body).toContain('too many to review here');
    },
    { redox: { ...SEED.redox, organizations } },
  );
});

test.concurrent('shards keep their plans, and plan-files makes one comment and one record of them', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(16, ADA_ADMIN);
    const shard = await world.plan(16, { shard: '1/1', comment: 'never' });
    expect(pull.comments).toHaveLength(0);
    world.repository.write({ 'plans/1.json': readFileSync(shard.outputs['plan-path'] ?? '', 'utf8') });
    const asked = world.sandbox.requests.length;
    const merged = await world.plan(16, { 'plan-files': 'plans/*.json' }, { env: { REDOX_TOKEN: '' } });
    expect(merged).toMatchObject({ code: 0, outputs: { 'exit-code': '2', digest: shard.outputs['digest'] } });
    expect(pull.comments[0]?.body).toContain('rolecall:record');
    expect(world.sandbox.requests).toHaveLength(asked);
    const twice = world.repository;
    twice.write({ 'plans/2.json': readFileSync(shard.outputs['plan-path'] ?? '', 'utf8') });
    expect(await world.plan(16, { 'plan-files': 'plans/*.json' })).toMatchObject({ code: 3 });
  }));

test.concurrent('a config that the base does not have yet is compared offline', () =>
  inWorld(null, async (world) => {
    world.propose(17, {
      'other/rolecall.yaml': settings(world.sandbox.url).replace('people: people.yaml\n', ''),
      'other/access/a.yaml': access({ owner: ['grace@acme.test'] }, ['lin@acme.test']),
      'people.yaml': PEOPLE,
    });
    const result = await world.plan(17, { config: 'other/rolecall.yaml' });
    expect(result).toMatchObject({ code: 0, outputs: { 'exit-code': '2', grant: '2' } });
    expect(world.sandbox.requests).toEqual([]);
    const [body = ''] = world.github.pull(17).comments.map((comment) => comment.body);
    for (const text of [result.summary, body]) expect(text).toContain('the apply ends with exit 5');
    expect(body).not.toContain('rolecall:record');
  }));

test.concurrent('what a term will start is told and recorded', () =>
  inWorld(null, async (world) => {
    const pull = world.propose(18, {
      'access/acme.yaml': access({ ...LIVE, admin: ['lin', '{ user: ada, from: 2099-01-01 }'] }),
    });
    expect(await world.plan(18)).toMatchObject({ code: 0, outputs: { 'exit-code': '0' } });
    const body = pull.comments[0]?.body ?? '';
    expect(body).toContain('1 change to come, when terms start');
    expect(body).toMatch(/"effects":\{\},"later":\{"[\w-]{8}":"[\w-]{32}"\}/u);
  }));
