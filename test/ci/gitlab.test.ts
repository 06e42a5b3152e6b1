import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { isRecord } from '../../src/model/record.js';
import { fileVariables, gitlabFile, jobsOf, type Variables } from './gitlab-file.js';
import { GitLabServer } from './gitlab-server.js';
import { access, Live } from './live.js';
import { Remote, type Way } from './remote.js';
import { type Ended, Machine } from './shell.js';

const KEY = 'a signing key of more than 32 characters';
const NO_COMMIT = '0'.repeat(40);

interface JobRun extends Ended {
  /** Reads a file that the job left behind. */
  readonly file: (path: string) => string;
  readonly after: Ended | null;
}

/** A project on GitLab: repository, server, runner, and the system that the files are about. */
class Project {
  private constructor(
    readonly live: Live,
    readonly gitlab: GitLabServer,
    readonly remote: Remote,
    readonly machine: Machine,
  ) {}

  static async start(): Promise<Project> {
    const [live, gitlab] = await Promise.all([Live.start(), GitLabServer.start()]);
    const remote = new Remote(live.files());
    return new Project(live, gitlab, remote, await Machine.start(remote.folder));
  }

  predefined(commit: string, variables: Variables): Variables {
    return {
      CI_API_V4_URL: `${this.gitlab.url}/api/v4`,
      CI_COMMIT_SHA: commit,
      CI_DEFAULT_BRANCH: 'main',
      CI_JOB_TOKEN: this.gitlab.jobToken,
      CI_PROJECT_ID: '7',
      CI_PROJECT_PATH: 'acme/access',
      ...variables,
    };
  }

  /** Runs one job of a pipeline. */
  async run(name: string, commit: string, variables: Variables): Promise<JobRun> {
    const predefined = this.predefined(commit, variables);
    const job = jobsOf(predefined).get(name);
    if (job === undefined) throw new Error(`the pipeline has no job ${name}`);
    const secrets = { ...this.live.sandbox.environment, ROLECALL_SIGNING_KEY: KEY };
    const all = { ...secrets, ...predefined, ...fileVariables(predefined), ...variables };
    const folder = this.remote.checkout(commit);
    const shell = ['bash', '-eo', 'pipefail'] as const;
    const ended = await this.machine.run(shell, job.script.join('\n'), folder, all);
    const { after_script: after = [] } = job;
    return {
      ...ended,
      file: (path) => readFileSync(join(folder, path), 'utf8'),
      after: after.length === 0 ? null : await this.machine.run(shell, after.join('\n'), folder, all),
    };
  }

  async plan(change: number, head: string, variables: Variables = {}): Promise<JobRun> {
    return await this.run('plan', head, { ...mergeRequest(change), ...variables });
  }

  merge(change: number, head: string, way: Way): string {
    const before = this.remote.tip();
    this.remote.merge(change, way);
    this.gitlab.merged.push({ iid: change, sha: head });
    return before;
  }

  async apply(before: string, commit = this.remote.tip()): Promise<JobRun> {
    return await this.run('apply', commit, push(before));
  }

  record(change: number, head: string): Readonly<Record<string, unknown>> {
    const record: unknown = JSON.parse(this.gitlab.packages.get(`${change}/${head}.json`) ?? '{}');
    if (!isRecord(record)) throw new Error('this is no record');
    return record;
  }
}

const mergeRequest = (change: number): Variables => ({
  CI_PIPELINE_SOURCE: 'merge_request_event',
  CI_MERGE_REQUEST_IID: String(change),
  CI_MERGE_REQUEST_PROJECT_ID: '7',
  CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7',
  CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
  CI_COMMIT_BEFORE_SHA: NO_COMMIT,
});
const push = (before: string): Variables => ({
  CI_PIPELINE_SOURCE: 'push',
  CI_COMMIT_BRANCH: 'main',
  CI_COMMIT_BEFORE_SHA: before,
});
const schedule: Variables = { ...push(NO_COMMIT), CI_PIPELINE_SOURCE: 'schedule' };

describe('the jobs of a pipeline', () => {
  const names = (variables: Variables): readonly string[] => [
    ...jobsOf({ CI_PROJECT_ID: '7', CI_DEFAULT_BRANCH: 'main', ...variables }).keys(),
  ];

  test('are those that its source and its branch ask for', () => {
    expect(names(mergeRequest(1))).toEqual(['validate', 'plan']);
    expect(names(push(NO_COMMIT))).toEqual(['validate', 'apply']);
    expect(names(schedule)).toEqual(['validate', 'apply', 'drift']);
  });

  test('give no credentials to a fork, to another target branch, or to a branch that is not the default one', () => {
    const fork = { ...mergeRequest(1), CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '8' };
    expect(names(fork)).toEqual(['validate']);
    expect(names({ ...fork, CI_PROJECT_ID: '8' })).toEqual(['validate']);
    expect(names({ ...mergeRequest(1), CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'x' })).toEqual(['validate']);
    expect(names({ ...schedule, CI_COMMIT_BRANCH: 'x' })).toEqual([]);
    expect(names({ ...push(NO_COMMIT), CI_PIPELINE_SOURCE: 'web' })).toEqual(['validate']);
  });

  test('only apply has the credentials that write, and runs once at a time', () => {
    const jobs = [...jobsOf({ CI_PROJECT_ID: '7', CI_DEFAULT_BRANCH: 'main', ...schedule })];
    const environments = jobs.map(([name, { environment }]) => [
      name,
      typeof environment === 'object' ? environment.name : (environment ?? null),
    ]);
    expect(environments).toEqual([
      ['validate', null],
      ['apply', 'rolecall-apply'],
      ['drift', 'rolecall-plan'],
    ]);
    expect(jobs.flatMap(([, { resource_group: group }]) => group ?? [])).toEqual(['rolecall-apply']);
    expect(gitlabFile.default.image.entrypoint).toEqual(['']);
  });
});

describe.skipIf(process.platform === 'win32')('the file for GitLab, followed line by line', () => {
  let project: Project;
  beforeEach(async () => {
    project = await Project.start();
  });

  test.each([
    ['squash', 'merge'],
    ['fast-forward', 'rebase'],
  ] as const)(
    'applies what merge requests showed, once: a %s whose pipeline never ran, and a %s',
    async (earlier, later) => {
      const { live, gitlab, remote } = project;
      const first = remote.propose(1, access('lin'));
      const plan = await project.plan(1, first);
      expect([plan.log, plan.code]).toEqual([expect.stringContaining('lin@acme.test'), 0]);
      project.merge(1, first, earlier);
      const older = remote.tip();

      let second = remote.propose(2, access('lin', 'ada'));
      if (later === 'rebase') {
        remote.push({ 'README.md': 'Who may do what' });
        second = remote.rebase(2);
      }
      expect(await project.plan(2, second)).toMatchObject({ code: 0 });
      const before = project.merge(2, second, later === 'rebase' ? 'fast-forward' : later);
      const late = await project.apply(NO_COMMIT, older);
      expect([late.code, late.log]).toEqual([0, expect.stringContaining('main has a newer commit')]);
      expect(late.after).toEqual({ code: 0, log: '' });
      expect(live.writes).toEqual([]);

      const apply = await project.apply(before);
      expect([apply.log, apply.code]).toEqual([expect.stringContaining('Apply: 2 applied.'), 0]);
      expect([apply.after, live.readers]).toEqual([{ code: 0, log: '' }, ['ada.lovelace', 'lin']]);
      for (const [change, head] of [[1, first] as const, [2, second] as const])
        expect(project.record(change, head)).toMatchObject({ closed: remote.tip(), effects: {} });
      expect(apply.file('rolecall-ci/audit.jsonl')).toContain('"phase":"before"');
      expect((await project.apply(before)).code).toBe(0);
      expect(live.writes).toHaveLength(2);
      expect(gitlab.faults).toEqual([]);
    },
  );

  test('writes nothing that was not planned: a head after the plan, a direct push, a forged record', async () => {
    const { live, gitlab, remote } = project;
    const planned = remote.propose(1, access('lin'));
    await project.plan(1, planned);
    const merged = remote.propose(1, access('lin', 'ada'));
    let before = project.merge(1, merged, 'merge');
    // No record at all.
    const none = await project.apply(before);
    expect([none.code, none.log]).toEqual([0, expect.stringContaining('nothing is applied')]);

    const second = remote.propose(2, { 'README.md': 'Nothing that counts' });
    await project.plan(2, second);
    project.merge(2, second, 'merge');
    before = remote.tip();
    remote.push(access('lin', 'ada', 'alan'));
    expect(await project.apply(before)).toMatchObject({
      code: 5,
      log: expect.stringContaining('Not reviewed'),
    });

    const key = `2/${second}.json`;
    gitlab.packages.set(key, (gitlab.packages.get(key) ?? '').replace(/"time": "20\d\d/u, '"time": "2030'));
    const forged = await project.apply(before);
    expect([forged.code, forged.log]).toEqual([5, expect.stringContaining('is not believed')]);
    expect(live.writes).toEqual([]);
  });

  test('keeps the record of a change whose plan is run again after the merge', async () => {
    const { live, gitlab, remote } = project;
    const head = remote.propose(1, access('lin'));
    await project.plan(1, head);
    await project.apply(project.merge(1, head, 'squash'));
    await live.revoke('lin');
    const record = gitlab.packages.get(`1/${head}.json`);
    const again = await project.plan(1, head);
    expect([again.code, again.log]).toEqual([0, expect.stringContaining('has all of this change already')]);
    expect(gitlab.packages.get(`1/${head}.json`)).toBe(record);
  });

  test('takes no record of an open change for one that was merged', async () => {
    const { live, gitlab, remote } = project;
    const head = remote.propose(1, access('lin'));
    await project.plan(1, head);
    await project.apply(project.merge(1, head, 'merge'));
    await live.revoke('lin');
    const writes = live.writes.length;
    // Its record lists the drift, and it changes no file that counts.
    const open = remote.propose(2, { 'README.md': 'Who may do what' });
    await project.plan(2, open);
    gitlab.packages.set(`1/${head}.json`, gitlab.packages.get(`2/${open}.json`) ?? '');
    const apply = await project.run('apply', remote.tip(), schedule);
    expect([apply.code, apply.log]).toEqual([5, expect.stringContaining('is the record of something else')]);
    expect(live.writes).toHaveLength(writes);
  });

  test('never writes again what was struck off a record, and the schedule fails while drift lasts', async () => {
    const { live, remote } = project;
    const head = remote.propose(1, access('lin'));
    await project.plan(1, head);
    await project.apply(project.merge(1, head, 'merge'));
    await live.revoke('lin');
    const writes = live.writes.length;
    const apply = await project.run('apply', remote.tip(), schedule);
    expect([apply.code, live.writes.length]).toEqual([0, writes]);
    const drift = await project.run('drift', remote.tip(), schedule);
    expect([drift.code, drift.file('rolecall-ci/drift.md')]).toEqual([
      2,
      expect.stringContaining('lin@acme.test'),
    ]);
  });

  test('ends a term on the schedule, without a record', async () => {
    const { live, remote, gitlab } = project;
    const head = remote.propose(1, access('lin'));
    await project.plan(1, head);
    await project.apply(project.merge(1, head, 'merge'));
    gitlab.packages.clear();
    const over = {
      'access/gemini.yaml': String(access('lin')['access/gemini.yaml']).replace(
        '[lin@acme.test]',
        '[{ user: lin@acme.test, until: 2020-01-31 }]',
      ),
    };
    remote.push(over);
    remote.push({ 'README.md': 'Who may do what' });
    const apply = await project.run('apply', remote.tip(), schedule);
    expect([apply.log, apply.code]).toEqual([expect.stringContaining('Apply: 1 applied.'), 0]);
    expect(live.readers).toEqual([]);
  });

  test('keeps one comment up to date where a token for notes is given', async () => {
    const { gitlab, remote } = project;
    const token = { ROLECALL_NOTES_TOKEN: gitlab.notesToken };
    gitlab.notes.push({ id: 1, body: 'Looks good' });
    expect((await project.plan(1, remote.propose(1, access('ada')), token)).code).toBe(0);
    expect((await project.plan(1, remote.propose(1, access('alan')), token)).code).toBe(0);
    expect(gitlab.notes.map(({ body }) => /\w+@acme\.test/u.exec(body)?.[0])).toEqual([
      undefined,
      'alan@acme.test',
    ]);
    expect(gitlab.faults).toEqual([]);
  });

  test('fails for a change that cannot be made or files that are wrong, and keeps no record', async () => {
    const { gitlab, remote } = project;
    const head = remote.propose(1, access('nobody'));
    const plan = await project.plan(1, head);
    expect([plan.code, plan.file('rolecall-ci/plan.md')]).toEqual([
      6,
      expect.stringContaining('nobody@acme.test'),
    ]);
    expect(gitlab.notes).toEqual([]);
    const invalid = remote.propose(2, { 'access/bad.yaml': 'project: 7\nroles: {}\n' });
    const validate = await project.run('validate', invalid, mergeRequest(2));
    expect(validate.code).toBe(3);
    expect(JSON.parse(validate.file('rolecall-ci/code-quality.json'))).toMatchObject([
      { severity: 'critical', location: { path: 'access/bad.yaml', lines: { begin: 1 } } },
      expect.anything(),
    ]);
    expect(gitlab.packages.size).toBe(0);
  });

  test('lets a change neither aim the credentials nor write outside of the checkout', async () => {
    const { live, remote } = project;
    const target = join(remote.folder, 'bin');
    const settings = String(live.files()['rolecall.yaml']).replaceAll(
      /http:\/\/[\d.:]+/gu,
      'http://127.0.0.1:9',
    );
    const head = remote.propose(1, { ...access('lin'), 'rolecall.yaml': settings });
    const linked = remote.link(1, 'rolecall-ci', target);
    expect(linked).not.toBe(head);
    const plan = await project.plan(1, linked);
    expect([plan.code, existsSync(join(target, 'plan.md'))]).toEqual([0, false]);
    expect(plan.log).toContain('lin@acme.test');
  });
});
