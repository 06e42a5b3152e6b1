import { beforeAll, expect, test, vi } from 'vitest';
import { freshBundle } from './bundle.js';
import { access, inWorld, LIVE } from './world.js';

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 8 });
let bundle = '';
beforeAll(() => {
  bundle = freshBundle();
}, 60_000);

test.concurrent('one issue is opened, left alone, updated and closed as drift comes and goes', () =>
  inWorld(bundle, async (world) => {
    const { issues } = world.github;
    const none = await world.schedule('drift');
    expect(none).toMatchObject({
      code: 0,
      outputs: { 'exit-code': '0', 'has-changes': 'false', 'issue-number': '' },
    });
    expect(issues).toEqual([]);
    world.push({ 'access/acme.yaml': access(LIVE, ['lin', 'grace']) });
    const opened = await world.schedule('drift');
    expect(opened).toMatchObject({
      code: 0,
      outputs: { 'exit-code': '0', 'has-changes': 'true', grant: '1' },
    });
    expect(issues).toMatchObject([
      { title: 'Drift: 1 in the files and not held (rolecall.yaml)', state: 'open' },
    ]);
    expect(opened.outputs['issue-number']).toBe(String(issues[0]?.number));
    const writes = world.github.writes().length;
    await world.schedule('drift');
    expect(world.github.writes()).toHaveLength(writes);
    world.push({ 'access/acme.yaml': access(LIVE, ['lin', 'grace', 'alan']) });
    await world.schedule('drift');
    expect(issues).toMatchObject([
      { title: 'Drift: 2 in the files and not held (rolecall.yaml)', state: 'open' },
    ]);
    world.push({ 'access/acme.yaml': access(LIVE) });
    await world.schedule('drift');
    expect(issues).toMatchObject([{ state: 'closed' }]);
    expect(world.sandbox.requests.every(({ method }) => method === 'GET')).toBe(true);
  }));

test.concurrent('the issue states facts, how to keep them and how to undo them, and has its labels', () =>
  inWorld(bundle, async (world) => {
    const { issues } = world.github;
    const listed = access(LIVE, ['grace']).replaceAll('roles:', 'prune: listed\nroles:');
    world.push({ 'access/acme.yaml': listed });
    const { outputs } = await world.schedule('drift', { 'issue-labels': 'access, drift' });
    expect(outputs).toMatchObject({ drift: '2', 'high-risk': '0' });
    const [issue] = issues;
    expect(issue).toMatchObject({
      title: 'Drift: 1 held and in no file, 1 in the files and not held (rolecall.yaml)',
      labels: ['access', 'drift'],
    });
    const body = issue?.body ?? '';
    expect(body).toContain('### 1 held and in no file');
    expect(body).toContain('### 1 in the files and not held');
    expect(body).toContain('    - lin');
    expect(body).toContain(`\`digest\`: \`${outputs['digest']}\``);
    if (issue !== undefined) issue.labels = ['access', 'mine'];
    await world.schedule('drift', { 'issue-labels': 'access, drift' });
    expect(issues[0]?.labels).toEqual(['access', 'mine', 'drift']);
  }));

test.concurrent("somebody else's issue with the same words is not taken for ours, and a second of ours is closed", () =>
  inWorld(bundle, async (world) => {
    const { github } = world;
    world.push({ 'access/acme.yaml': access(LIVE, ['lin', 'grace']) });
    await world.schedule('drift');
    const [ours] = github.issues;
    if (ours === undefined) throw new Error('there is no issue');
    github.issues.push(
      { ...ours, number: 1, author: { login: 'mallory', kind: 'User' } },
      { ...ours, number: 5000 },
    );
    const { outputs } = await world.schedule('drift');
    expect(outputs['issue-number']).toBe(String(ours.number));
    expect(github.issues.map(({ number, state }) => [number, state])).toEqual([
      [ours.number, 'open'],
      [1, 'open'],
      [5000, 'closed'],
    ]);
  }));

test.concurrent('what could not be read closes no issue, and a missing permission is named', () =>
  inWorld(bundle, async (world) => {
    world.github.fault = ({ method, path }) =>
      method === 'POST' && path.endsWith('/issues') ? { status: 403, body: { message: 'no' } } : null;
    world.push({ 'access/acme.yaml': access(LIVE, ['lin', 'grace']) });
    const denied = await world.schedule('drift');
    expect(denied).toMatchObject({ code: 1, outputs: { 'exit-code': '1', grant: '1' } });
    expect(denied.log).toContain('issues: write');
    expect(denied.summary).toContain('**Plan: 1 to grant');
  }));

test.concurrent('validate tells findings at their lines, and needs no credentials', () =>
  inWorld(bundle, async (world) => {
    const env = { REDOX_TOKEN: '', 'INPUT_GITHUB-TOKEN': '' };
    const push = (): Promise<Awaited<ReturnType<typeof world.step>>> =>
      world.step('push', { before: world.main }, 'refs/heads/main', { command: 'validate' }, env);
    expect(await push()).toMatchObject({ code: 0, outputs: { 'exit-code': '0' } });
    world.push({ 'access/acme.yaml': access({ ...LIVE, admin: ['nobody'] }) });
    const invalid = await push();
    expect(invalid).toMatchObject({ code: 3, outputs: { 'exit-code': '3' } });
    expect(invalid.log).toContain('::error title=unknown-person,file=access/acme.yaml,line=');
    expect(world.sandbox.requests).toEqual([]);
    expect(world.github.received).toEqual([]);
  }));

test.concurrent('files with errors are annotated and told in the summary, and no issue is touched', () =>
  inWorld(bundle, async (world) => {
    world.push({ 'access/acme.yaml': access(LIVE, ['nobody']) });
    const { code, log, summary, outputs } = await world.schedule('drift');
    expect({ code, exitCode: outputs['exit-code'] }).toEqual({ code: 3, exitCode: '3' });
    expect(log).toContain('::error title=unknown-person,file=access/acme.yaml,line=');
    expect(summary).toContain('**The files have 1 error, so no plan was made.**');
    expect(world.github.issues).toEqual([]);
  }));
