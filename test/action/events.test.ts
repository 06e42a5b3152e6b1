import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { freshBundle } from './bundle.js';
import { access, inWorld, LIVE, settings } from './world.js';

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 8 });
let bundle = '';
beforeAll(() => {
  bundle = freshBundle();
}, 60_000);

const ADA_ADMIN = { 'access/acme.yaml': access({ ...LIVE, admin: ['lin', 'ada'], member: ['alan'] }) };

test.concurrent('events on which nothing vouches for the checkout are refused, but for validate', () =>
  inWorld(bundle, async (world) => {
    const payload = {
      pull_request: { number: 1, head: { sha: world.main }, base: { sha: world.main, ref: 'main' } },
    };
    const refused = (event: string, command: string) =>
      world.step(event, payload, 'refs/heads/main', { command });
    for (const event of [
      'issues',
      'issue_comment',
      'check_run',
      'deployment_status',
      'repository_dispatch',
      'workflow_run',
      'pull_request_target',
      'pull_request_review',
    ]) {
      const result = await refused(event, 'plan');
      expect(result).toMatchObject({ code: 3, outputs: { 'exit-code': '3' } });
      expect(result.log).toContain(`plan does not run on the event ${event}`);
    }
    expect(await refused('issues', 'apply')).toMatchObject({ code: 3 });
    expect(await refused('issues', 'drift')).toMatchObject({ code: 3 });
    expect(await refused('issues', 'validate')).toMatchObject({ code: 0 });
    expect(world.sandbox.requests).toEqual([]);
    expect(world.github.received).toEqual([]);
    expect(await refused('workflow_dispatch', 'plan')).toMatchObject({ code: 0 });
  }));

test.concurrent('a pull request into a branch that anybody could make is compared offline, and says why', () =>
  inWorld(bundle, async (world) => {
    world.repository.git('checkout', '--quiet', '-b', 'mallory', 'main');
    world.repository.commit({ 'rolecall.yaml': settings(world.sandbox.url) });
    const base = world.repository.git('rev-parse', 'mallory');
    world.propose(1, ADA_ADMIN);
    const offline = await world.plan(1, {}, { into: 'mallory', base });
    expect(offline).toMatchObject({ code: 0, outputs: { 'exit-code': '2', change: '1' } });
    expect(offline.summary).toContain('Its base, `mallory`, is neither the default branch nor one that');
    expect(world.sandbox.requests).toEqual([]);
    const unlisted = await world.plan(1, { branches: 'release/* next' }, { into: 'release/1/x' });
    expect(unlisted.summary).toContain('No plan was made');
    expect(world.sandbox.requests).toEqual([]);
    const listed = await world.plan(1, { branches: 'next release/*' }, { into: 'release/1' });
    expect(listed.summary).toContain('Plan: 1 to change.');
    expect(world.sandbox.requests).not.toEqual([]);
  }));

test.concurrent('the default branch is the one that the event tells, whatever it is called', () =>
  inWorld(bundle, async (world) => {
    world.propose(1, ADA_ADMIN);
    const payload = { repository: { default_branch: 'trunk' } };
    const other = await world.plan(1, {}, { payload });
    expect(other.summary).toContain('Its base, `main`, is neither the default branch');
    expect(world.sandbox.requests).toEqual([]);
    expect((await world.plan(1, {}, { payload, into: 'trunk' })).summary).toContain('Plan: 1 to change.');
  }));

test.concurrent('an edit plans again where it changed the base branch, and ends at once where not', () =>
  inWorld(bundle, async (world) => {
    const pull = world.propose(1, ADA_ADMIN);
    const edited = (changes: unknown) =>
      world.plan(1, {}, { payload: { action: 'edited', changes, repository: { default_branch: 'main' } } });
    const words = await edited({ title: { from: 'before' } });
    expect(words).toMatchObject({ code: 0, outputs: { 'exit-code': '0' }, summary: '' });
    expect(world.sandbox.requests).toEqual([]);
    expect(pull.comments).toEqual([]);
    const base = await edited({ base: { ref: { from: 'next' }, sha: { from: world.main } } });
    expect(base).toMatchObject({ code: 0, outputs: { 'exit-code': '2', change: '1' } });
    expect(pull.comments).toHaveLength(1);
  }));

const GRACE_TOO = access(LIVE, ['lin', 'grace']).replaceAll(
  'roles:\n  engineer',
  'prune: true\nroles:\n  engineer',
);
const LIN_ALONE = access(LIVE).replaceAll('roles:\n  engineer', 'prune: true\nroles:\n  engineer');

test.concurrent('a checkout of the head takes nothing away that the base branch granted meanwhile', () =>
  inWorld(bundle, async (world) => {
    const { git } = world.repository;
    world.push({ 'access/acme.yaml': LIN_ALONE });
    world.propose(1, { note: 'nothing to do with access' });
    git('checkout', '--quiet', 'main');
    world.push({ 'access/acme.yaml': GRACE_TOO });
    await world.step('push', { before: '0'.repeat(40) }, 'refs/heads/main', {
      command: 'apply',
      'require-reviewed-plan': 'false',
    });
    git('checkout', '--quiet', '--detach', 'pull-1');
    const result = await world.plan(1);
    expect(result.summary).not.toContain('### Brought about by the files');
    const plan: unknown = JSON.parse(readFileSync(result.outputs['plan-path'] ?? '', 'utf8'));
    expect(plan).toMatchObject({ changes: [{ action: 'revoke', label: 'grace@acme.test', cause: 'drift' }] });
  }));

test.concurrent('a merge base that aims credentials elsewhere is not believed', () =>
  inWorld(bundle, async (world) => {
    const { git } = world.repository;
    world.propose(1, { 'rolecall.yaml': settings('http://127.0.0.1:9', 'OTHER_SECRET') });
    git('checkout', '--quiet', 'pull-1');
    const evil = git('rev-parse', 'HEAD');
    world.propose(1, { 'rolecall.yaml': settings(world.sandbox.url) });
    world.merge(1);
    git('checkout', '--quiet', '-B', 'pull-2', evil);
    world.github.pull(2);
    world.propose(2, ADA_ADMIN);
    git('checkout', '--quiet', '--detach', 'pull-2');
    const result = await world.plan(2, {}, { env: { OTHER_SECRET: 'other-secret-token' } });
    expect(result.log).not.toContain('127.0.0.1:9');
    expect(result).toMatchObject({ code: 0, outputs: { 'exit-code': '2', change: '1' } });
    expect(world.sandbox.requests).not.toEqual([]);
  }));

test.concurrent('a repository that is checked out below the workspace has its one comment all the same', () =>
  inWorld(bundle, async (world) => {
    const pull = world.propose(1, ADA_ADMIN);
    await world.plan(1);
    const { folder } = world.repository;
    const config = { config: `${basename(folder)}/rolecall.yaml` };
    const elsewhere = await world.plan(1, config, { env: { GITHUB_WORKSPACE: dirname(folder) } });
    expect(elsewhere).toMatchObject({ code: 0, outputs: { 'exit-code': '2', change: '1' } });
    expect(elsewhere.log).toContain('file=access/acme.yaml,line=');
    expect(pull.comments).toHaveLength(1);
  }));
