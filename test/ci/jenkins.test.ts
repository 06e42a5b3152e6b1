import { describe, expect, test } from 'vitest';
import { blockNamed, environmentOf, jenkinsfile, type Stage, stagesOf } from './jenkinsfile.js';
import { access, Live } from './live.js';
import { RecordStore } from './record-store.js';
import { Remote } from './remote.js';
import { type Ended, Machine } from './shell.js';

const KEY = 'a signing key of more than 32 characters';
const plan = jenkinsfile('plan');
const apply = jenkinsfile('apply');

/** What a build is of. */
interface Trigger {
  readonly change?: number;
  readonly timer?: boolean;
}

/** A controller with both jobs, the store of records, the repository, and the system that the files are about. */
class Controller {
  /** The commit of the last build of apply that succeeded. */
  #succeeded: string | null = null;

  private constructor(
    readonly live: Live,
    readonly store: RecordStore,
    readonly remote: Remote,
    readonly machine: Machine,
  ) {}

  static async start(): Promise<Controller> {
    const [live, store] = await Promise.all([Live.start(), RecordStore.start()]);
    const remote = new Remote(live.files());
    return new Controller(live, store, remote, await Machine.start(remote.folder));
  }

  /** The value of `credentials('id')` or of a text, by variable: for a login also its user and its password. */
  variable(name: string, value: string): readonly (readonly [string, string])[] {
    if (name === 'RECORDS') return [[name, this.store.url]];
    const [, text] = /^'(.*)'$/u.exec(value) ?? [];
    if (text !== undefined) return [[name, text]];
    const [, id = ''] = /^credentials\('([\w-]+)'\)$/u.exec(value) ?? [];
    if (id === 'rolecall-signing-key') return [[name, KEY]];
    if (id === 'rolecall-records') return [[name, this.store.login]];
    return [[name, this.live.sandbox.environment[id.toUpperCase().replaceAll('-', '_')] ?? '']];
  }

  async build(pipeline: typeof plan, commit: string, trigger: Trigger = {}): Promise<readonly Ended[]> {
    const { change, timer = false } = trigger;
    const own = change === undefined ? {} : { CHANGE_ID: String(change), CHANGE_TARGET: 'main' };
    const folder = this.remote.checkout(commit);
    const ended: Ended[] = [];
    const runs = async (scripts: readonly string[], variables: Readonly<Record<string, string>>) => {
      for (const script of scripts) {
        const one = await this.machine.run(['sh', '-xe'], script, folder, variables);
        ended.push(one);
        if (one.code !== 0) return false;
      }
      return true;
    };
    for (const stage of stagesOf(pipeline)) {
      if (!isDue(stage, change, timer)) continue;
      const environment = [...environmentOf(pipeline), ...stage.environment];
      const values = environment.flatMap(([name, value]) => this.variable(name, value));
      const previous = this.#succeeded === null ? {} : { GIT_PREVIOUS_SUCCESSFUL_COMMIT: this.#succeeded };
      const variables = { ...own, ...previous, ...Object.fromEntries(values) };
      const passed = await runs(stage.scripts, variables);
      await runs(stage.always, variables);
      if (!passed && !stage.caught) break;
    }
    return ended;
  }

  async plan(change: number, head: string): Promise<readonly Ended[]> {
    return await this.build(plan, head, { change });
  }

  async apply(trigger: Trigger = {}): Promise<readonly Ended[]> {
    const commit = this.remote.tip();
    const ended = await this.build(apply, commit, trigger);
    if (ended.every(({ code }) => code === 0)) this.#succeeded = commit;
    return ended;
  }
}

function isDue({ when }: Stage, change: number | undefined, timer: boolean): boolean {
  switch (when) {
    case null:
      return true;
    case "changeRequest target: 'main'":
      return change !== undefined;
    case "triggeredBy 'TimerTrigger'":
      return timer;
    default:
      throw new Error(`a condition that is not known: ${when}`);
  }
}

const codes = (ended: readonly Ended[]): readonly number[] => ended.map(({ code }) => code);
const log = (ended: readonly Ended[]): string => ended.map((one) => one.log).join('');

test('the job that plans has credentials for a change request alone, and no two builds apply at once', () => {
  expect([...environmentOf(plan).keys()]).toEqual([]);
  expect(stagesOf(plan).map(({ name, environment }) => [name, environment.size > 0])).toEqual([
    ['Validate', false],
    ['Plan', true],
  ]);
  expect(blockNamed(apply, 'options')?.lines).toContain('disableConcurrentBuilds()');
  expect(stagesOf(apply).map(({ name }) => name)).toEqual(['End terms', 'Find records', 'Apply', 'Drift']);
  const named = (pipeline: typeof plan, stage: Stage | undefined): readonly string[] =>
    [...environmentOf(pipeline), ...(stage?.environment ?? [])]
      .map(([name]) => name)
      .filter((name) => name !== 'BRANCH');
  expect(named(plan, stagesOf(plan)[1])).toEqual(named(apply, undefined));
});

describe.skipIf(process.platform === 'win32')('the files for Jenkins, followed step by step', () => {
  test.each([
    ['merge', 'squash'],
    ['fast-forward', 'rebase'],
  ] as const)(
    'apply what change requests showed, once: a %s whose build never ran, and a %s',
    async (earlier, later) => {
      const controller = await Controller.start();
      const { live, store, remote } = controller;
      const planned = await controller.plan(1, remote.propose(1, access('lin')));
      expect([log(planned), codes(planned)]).toEqual([
        expect.stringContaining('lin@acme.test'),
        [0, 0, 0, 0],
      ]);
      remote.merge(1, earlier);
      await controller.plan(2, remote.propose(2, access('lin', 'ada')));
      remote.merge(2, later);
      expect(live.writes).toEqual([]);
      const applied = await controller.apply();
      expect([log(applied), codes(applied)]).toEqual([
        expect.stringContaining('Apply: 2 applied.'),
        [0, 0, 0],
      ]);
      expect([live.readers, live.writes.length]).toEqual([['ada.lovelace', 'lin'], 2]);
      for (const name of ['1.json', '2.json'])
        expect(JSON.parse(store.files.get(name) ?? '')).toMatchObject({ closed: remote.tip(), effects: {} });
      expect(store.faults).toEqual([]);
      for (const secret of [KEY, store.login]) expect(log([...planned, ...applied])).not.toContain(secret);
    },
  );

  test('write nothing that was not planned, and believe nothing that the store was given by others', async () => {
    const controller = await Controller.start();
    const { live, store, remote } = controller;
    await controller.plan(1, remote.propose(1, { 'README.md': 'Nothing that counts' }));
    remote.merge(1, 'merge');
    expect(codes(await controller.apply())).toEqual([0, 0, 0]);
    remote.push(access('alan'));
    // A second commit does not make drift of the first, which no build applied.
    remote.push({ 'README.md': 'Who may do what' });
    expect(codes(await controller.apply())).toEqual([0, 5, 0]);
    store.files.set('1.json', '{"head":"--upload-pack=touch /tmp/x"}');
    expect(codes(await controller.apply())).toEqual([1]);
    expect(live.writes).toEqual([]);
  });

  test('tell of drift when the timer has started the build, and write nothing again', async () => {
    const controller = await Controller.start();
    const { live, remote } = controller;
    await controller.plan(1, remote.propose(1, access('lin')));
    remote.merge(1, 'merge');
    expect(codes(await controller.apply({ timer: true }))).toEqual([0, 0, 0, 0, 0]);
    await live.revoke('lin');
    const writes = live.writes.length;
    const ended = await controller.apply({ timer: true });
    expect([codes(ended), live.writes.length]).toEqual([[0, 0, 0, 0, 2], writes]);
    expect(log(ended.slice(-1))).toContain('lin@acme.test');
  });

  test('end terms on the timer, whatever a push without a plan does to the rest', async () => {
    const controller = await Controller.start();
    const { live, remote } = controller;
    await controller.plan(1, remote.propose(1, access('lin')));
    remote.merge(1, 'merge');
    expect(codes(await controller.apply())).toEqual([0, 0, 0]);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const [[path, text] = ['', '']] = Object.entries(access('lin', 'alan'));
    remote.push({
      [path]: String(text).replace('lin@acme.test', `{ user: lin@acme.test, until: ${yesterday} }`),
    });
    expect(codes(await controller.apply({ timer: true }))).toEqual([0, 0, 5, 0]);
    expect(live.readers).toEqual([]);
  });

  test('take up no record of an open change, whose tree the branch has, or had before', async () => {
    const controller = await Controller.start();
    const { live, store, remote } = controller;
    await controller.plan(1, remote.propose(1, access('lin')));
    remote.merge(1, 'squash');
    // The change that takes the first one back, and one without a file.
    await controller.plan(2, remote.propose(2, access()));
    await controller.plan(3, remote.propose(3));
    expect([store.files.has('2.json'), store.files.has('3.json')]).toEqual([true, false]);
    const applied = await controller.apply();
    expect([codes(applied), live.readers]).toEqual([[0, 0, 0], ['lin']]);
    expect(log(applied)).toContain('The record of change 2 is left out: nothing of it was merged after');
    await live.revoke('lin');
    expect(codes(await controller.apply({ timer: true }))).toEqual([0, 0, 0, 0, 2]);
    expect(live.readers).toEqual([]);
    remote.merge(2, 'squash');
    const reverted = await controller.apply();
    expect([codes(reverted), log(reverted)]).toEqual([[0, 0, 0], expect.not.stringContaining('left out')]);
    expect(JSON.parse(store.files.get('2.json') ?? '')).toMatchObject({ closed: remote.tip() });
  });

  test('keep the record of a change whose plan is built again after the merge', async () => {
    const controller = await Controller.start();
    const { live, store, remote } = controller;
    const head = remote.propose(1, access('lin'));
    await controller.plan(1, head);
    remote.merge(1, 'merge');
    await controller.apply();
    await live.revoke('lin');
    const record = store.files.get('1.json');
    const again = await controller.plan(1, head);
    expect([codes(again), store.files.get('1.json')]).toEqual([[0, 0, 0, 0], record]);
  });
});
