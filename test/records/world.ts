import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { isRecord } from '../../src/model/record.js';
import { systemRuntime } from '../../src/runtime.js';
import type { FaultPlan } from '../../src/sandbox/faults.js';
import { access, LIVE, PEOPLE, SEED, settings } from '../action/world.js';
import { runProgram } from '../e2e/world.js';
import { type ScratchRepository, scratchRepository } from '../git/scratch-repository.js';
import { type Sandbox, startSandbox } from '../sandbox/start.js';

export const KEY = 'a signing key of more than 32 characters';
export const SUBJECT = ['--repository', 'acme/access', '--branch', 'main'];

/** Ways in which a change under review comes to the main branch. */
export const WAYS = ['merge', 'squash', 'rebase', 'fast-forward'] as const;
export type Way = (typeof WAYS)[number];

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** RFC 3339. */
  readonly at?: string;
  readonly signal?: AbortSignal;
}

/** A repository whose main branch says what is live, the APIs that it is about, and a CI that keeps records. */
export class RecordWorld {
  readonly repository: ScratchRepository = scratchRepository();
  readonly #artifacts = mkdtempSync(join(tmpdir(), 'rolecall-records-'));

  private constructor(readonly sandbox: Sandbox) {}

  static async start(fault: FaultPlan = () => undefined): Promise<RecordWorld> {
    const sandbox = await startSandbox({ seed: SEED, fault });
    const world = new RecordWorld(sandbox);
    world.repository.commit({
      'rolecall.yaml': settings(sandbox.url),
      'people.yaml': PEOPLE,
      'access/acme.yaml': access(LIVE),
    });
    onTestFinished(async () => {
      await sandbox.close();
      world.repository.remove();
      rmSync(world.#artifacts, { recursive: true });
    });
    return world;
  }

  /** Where a record is kept. */
  artifact(name = 'record.json'): string {
    return join(this.#artifacts, name);
  }

  record(name?: string): Readonly<Record<string, unknown>> {
    const value: unknown = JSON.parse(this.text(name));
    if (!isRecord(value)) throw new Error('this is no record');
    return value;
  }

  text(name?: string): string {
    return readFileSync(this.artifact(name), 'utf8');
  }

  write(name: string, value: unknown): void {
    writeFileSync(this.artifact(name), typeof value === 'string' ? value : JSON.stringify(value));
  }

  has(name: string): boolean {
    return existsSync(this.artifact(name));
  }

  /** Commits to a branch that begins at main, or goes on with it. */
  propose(files: Readonly<Record<string, string | null>>, branch = 'change'): string {
    const { git } = this.repository;
    const exists = this.repository.branches().includes(branch);
    git('checkout', '--quiet', ...(exists ? [branch] : ['-b', branch, 'main']));
    return this.repository.commit(files, `on ${branch}`);
  }

  /** Commits to main. */
  push(files: Readonly<Record<string, string | null>>): string {
    this.repository.git('checkout', '--quiet', 'main');
    return this.repository.commit(files, 'push');
  }

  merge(way: Way = 'merge', branch = 'change'): void {
    const { git } = this.repository;
    git('checkout', '--quiet', 'main');
    if (way === 'merge') git('merge', '--quiet', '--no-ff', '--message', 'merge', branch);
    if (way === 'fast-forward') git('merge', '--quiet', '--ff-only', branch);
    if (way === 'squash') {
      git('merge', '--quiet', '--squash', branch);
      git('commit', '--quiet', '--message', 'squash');
    }
    if (way === 'rebase') git('cherry-pick', `main..${branch}`);
  }

  /** Plans what is checked out, and keeps the record. */
  async plan(options: readonly string[] = [], run: RunOptions = {}, name = 'record.json'): Promise<Ran> {
    const subject = [...SUBJECT, '--change', '7', '--base', 'main', '--providers-from', 'main'];
    return await this.rolecall(['plan', '--record', this.artifact(name), ...subject, ...options], run);
  }

  /** Applies what is checked out by records. */
  async apply(
    options: readonly string[] = [],
    run: RunOptions = {},
    names: readonly string[] = ['record.json'],
  ): Promise<Ran> {
    const files = names.map((name) => this.artifact(name));
    return await this.rolecall(['apply', '--yes', '--record', ...files, ...SUBJECT, ...options], run);
  }

  async rolecall(argv: readonly string[], { env = {}, at, signal }: RunOptions = {}): Promise<Ran> {
    const runtime = systemRuntime({ env: { ...this.sandbox.environment, ...env } });
    const clock = at === undefined ? runtime : { ...runtime, now: () => Date.parse(at) };
    return await runProgram(argv, this.repository.folder, clock, undefined, signal);
  }

  file(path: string): string {
    return readFileSync(join(this.repository.folder, path), 'utf8');
  }

  /** Who holds a role in the organization, by e-mail. */
  role(email: string): string | undefined {
    const [organization] = this.sandbox.state().redox?.organizations ?? [];
    return organization?.members.find((member) => member.email === email)?.role;
  }

  /** Requests that were no reads. */
  get writes(): number {
    return this.sandbox.requests.filter(({ method }) => method !== 'GET').length;
  }
}

/** The files of the organization with these admins; whoever is none is a member. */
export function admins(...names: readonly string[]): Readonly<Record<string, string>> {
  const members = ['ada', 'alan', 'lin'].filter((name) => !names.includes(name));
  return {
    'access/acme.yaml': access({
      owner: ['grace'],
      admin: names,
      ...(members.length === 0 ? {} : { member: members }),
    }),
  };
}
