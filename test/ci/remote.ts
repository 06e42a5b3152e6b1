import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ScratchRepository, scratchRepository } from '../git/scratch-repository.js';

/** Ways in which a change under review comes to the main branch. */
export type Way = 'merge' | 'squash' | 'rebase' | 'fast-forward';

export type Files = Readonly<Record<string, string | null>>;

/** A repository on a server, with the clone of somebody who proposes changes and merges them. */
export class Remote {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'rolecall-ci-')));
  readonly #clone: ScratchRepository = scratchRepository();
  #checkouts = 0;

  constructor(files: Files) {
    onTestFinished(() => {
      this.#clone.remove();
      rmSync(this.folder, { recursive: true });
    });
    this.#git('init', '--quiet', '--bare', '--initial-branch=main', 'origin.git');
    // As the servers of the great hosts do, it hands out commits that no branch holds any more.
    this.#git('-C', 'origin.git', 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    this.#clone.git('remote', 'add', 'origin', join(this.folder, 'origin.git'));
    this.push(files);
  }

  /** The commit of a branch. */
  tip(branch = 'main'): string {
    return this.#clone.git('rev-parse', branch);
  }

  /** Commits to main. */
  push(files: Files): string {
    const commit = this.#clone.commit(files, 'push');
    this.#clone.git('push', '--quiet', 'origin', 'main');
    return commit;
  }

  /** Commits files, or none, to the branch of a change, which begins at main; gives its head. */
  propose(change: number, files: Files = {}): string {
    const { git } = this.#clone;
    const branch = `change-${change}`;
    const exists = this.#clone.branches().includes(branch);
    git('checkout', '--quiet', ...(exists ? [branch] : ['-b', branch, 'main']));
    this.#clone.commit(files, `on ${branch}`);
    return this.#publish(change);
  }

  /** Commits a link to the branch of a change; gives its new head. */
  link(change: number, path: string, target: string): string {
    this.#clone.git('checkout', '--quiet', `change-${change}`);
    this.#clone.link(path, target);
    this.#clone.commit({}, 'link');
    return this.#publish(change);
  }

  /** Puts the commits of a change on top of main, as the button of a merge request does; gives its new head. */
  rebase(change: number): string {
    this.#clone.git('checkout', '--quiet', `change-${change}`);
    this.#clone.git('rebase', '--quiet', '--force-rebase', 'main');
    return this.#publish(change);
  }

  #publish(change: number): string {
    const branch = `change-${change}`;
    const head = this.#clone.git('rev-parse', branch);
    const refs = [`refs/heads/${branch}`, `refs/merge-requests/${change}/head`];
    this.#clone.git('push', '--quiet', '--force', 'origin', ...refs.map((ref) => `${head}:${ref}`));
    this.#clone.git('checkout', '--quiet', 'main');
    return head;
  }

  /** Merges a change and deletes its branch. */
  merge(change: number, way: Way): void {
    const { git } = this.#clone;
    const branch = `change-${change}`;
    if (way === 'merge') git('merge', '--quiet', '--no-ff', '--message', `Merge ${branch}`, branch);
    if (way === 'fast-forward') git('merge', '--quiet', '--ff-only', branch);
    if (way === 'rebase') git('cherry-pick', `main..${branch}`);
    if (way === 'squash') {
      git('merge', '--quiet', '--squash', branch);
      git('commit', '--quiet', '--message', `Squash ${branch}`);
    }
    git('push', '--quiet', 'origin', 'main', `:refs/heads/${branch}`);
    git('branch', '--quiet', '--delete', '--force', branch);
  }

  /** Checks a commit out for a job, as runners do: a clone of its own, no branch. */
  checkout(commit: string): string {
    this.#checkouts += 1;
    const folder = join(this.folder, `job-${this.#checkouts}`);
    mkdirSync(folder);
    this.#git('clone', '--quiet', '--no-checkout', 'origin.git', folder);
    this.#git('-C', folder, 'fetch', '--quiet', 'origin', commit);
    this.#git('-C', folder, 'checkout', '--quiet', '--detach', commit);
    return folder;
  }

  #git(...args: readonly string[]): void {
    const env = { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };
    execFileSync('git', [...args], { cwd: this.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  }
}
