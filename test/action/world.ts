import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionNode, runBundle } from './bundle.js';
import { type Sandbox, type SandboxSeed, startSandbox } from '../sandbox/start.js';
import { type ScratchRepository, scratchRepository } from '../git/scratch-repository.js';
import { GitHubServer, type Pull } from '../github/server.js';
import { parseOutputs, runHere } from './step.js';

export interface StepResult {
  readonly code: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export const SEED: SandboxSeed = {
  redox: {
    clients: [],
    tokens: [{ variable: 'REDOX_TOKEN', token: 'redox-secret-token' }],
    organizations: [
      {
        id: '1024',
        name: 'Acme Health',
        members: [
          { id: '1', name: 'Grace', email: 'grace@acme.test', role: 'owner', verified2fa: true },
          { id: '2', name: 'Ada', email: 'ada@acme.test', role: 'member', verified2fa: true },
          { id: '3', name: 'Alan', email: 'alan@acme.test', role: 'member', verified2fa: true },
          { id: '4', name: 'Lin', email: 'lin@acme.test', role: 'admin', verified2fa: true },
        ],
        environments: [
          { id: 'prod', name: 'Production', flag: 'Production', roles: { engineer: ['lin@acme.test'] } },
        ],
      },
    ],
  },
};

export function settings(url: string, variable = 'REDOX_TOKEN'): string {
  return `version: 1
people: people.yaml
providers:
  redox: { url: "${url}/platform", auth: { method: bearer, token: { env: ${variable} } } }
`;
}

export const PEOPLE = `people:
  ada: { redox: ada@acme.test, github: adal }
  alan: { redox: alan@acme.test, github: alant }
  grace: { redox: grace@acme.test }
  lin: { redox: lin@acme.test }
`;

/** The files of an organization with these members by role, and the engineers of its environment. */
export function access(
  roles: Readonly<Record<string, readonly string[]>>,
  engineers: readonly string[] = ['lin'],
): string {
  const lists = (entries: readonly string[]): string => entries.map((entry) => `    - ${entry}\n`).join('');
  const organization = Object.entries(roles).map(([role, entries]) => `  ${role}:\n${lists(entries)}`);
  return `organization: "1024"\nroles:\n${organization.join('')}---\nenvironment: prod\norganization: "1024"\nroles:\n  engineer:\n${lists(engineers)}`;
}

/** What is live in the seed, as files say it. */
export const LIVE = { owner: ['grace'], admin: ['lin'], member: ['ada', 'alan'] };

interface Row {
  readonly user: { readonly id: string; readonly fullname: string; readonly lowercaseEmail: string };
  readonly role: { readonly id: string; readonly name: string };
}

/** Somebody gives a member of the seed's organization a role by hand, one that another member holds. */
export async function setRole(sandbox: Sandbox, email: string, name: string): Promise<void> {
  const url = `${sandbox.url}/platform/v1/organizations/1024/role-assignment`;
  const headers = { authorization: 'Bearer redox-secret-token', 'content-type': 'application/json' };
  const listed: unknown = await (await fetch(url, { headers })).json();
  const rows = Reflect.get(Reflect.get(Object(listed), 'payload'), 'memberships') as readonly Row[];
  const user = rows.find((row) => row.user.lowercaseEmail === email)?.user;
  const role = rows.find((row) => row.role.name.toLowerCase() === name)?.role;
  const body = JSON.stringify({ role, user: { id: user?.id, name: user?.fullname } });
  const response = await fetch(url, { method: 'PUT', headers, body });
  if (!response.ok) throw new Error(await response.text());
}

/** A repository on GitHub, its API, and the APIs that roles are held in. */
export class World {
  readonly github: GitHubServer;
  readonly sandbox: Sandbox;
  readonly repository: ScratchRepository;
  readonly #bundle: string | null;
  readonly #temp = mkdtempSync(join(tmpdir(), 'rolecall-runner-'));
  #step = 0;

  private constructor(github: GitHubServer, sandbox: Sandbox, bundle: string | null) {
    this.github = github;
    this.sandbox = sandbox;
    this.repository = scratchRepository();
    this.#bundle = bundle;
  }

  /** A repository whose main branch says what is live. */
  static async start(bundle: string | null, seed: SandboxSeed = SEED): Promise<World> {
    const [github, sandbox] = await Promise.all([GitHubServer.start(), startSandbox({ seed })]);
    const world = new World(github, sandbox, bundle);
    world.push({
      'rolecall.yaml': settings(sandbox.url),
      'people.yaml': PEOPLE,
      'access/acme.yaml': access(LIVE),
    });
    return world;
  }

  async close(): Promise<void> {
    await Promise.all([this.github.close(), this.sandbox.close()]);
    this.repository.remove();
    rmSync(this.#temp, { recursive: true });
  }

  get main(): string {
    return this.repository.git('rev-parse', 'main');
  }

  /** Commits to main; gives the commit before. */
  push(files: Readonly<Record<string, string | null>>): string | null {
    const before = this.#mainOrNull();
    this.repository.commit(files);
    this.github.branches.set('main', this.main);
    return before;
  }

  #mainOrNull(): string | null {
    try {
      return this.repository.git('rev-parse', '--verify', 'main');
    } catch {
      return null;
    }
  }

  /** Opens or updates a pull request with these files, and checks its merge commit out. */
  propose(number: number, files: Readonly<Record<string, string | null>>): Pull {
    const { git } = this.repository;
    const branch = `pull-${number}`;
    git('checkout', '--quiet', '-B', branch, this.github.pulls.has(number) ? branch : 'main');
    const head = this.repository.commit(files, `change of ${number}`);
    const pull = this.github.pull(number);
    pull.head = head;
    git('checkout', '--quiet', '--detach', 'main');
    git('merge', '--quiet', '--no-ff', '--message', `merge ${number}`, branch);
    return pull;
  }

  /** Merges a pull request by a way of GitHub's; gives the commit of main before. */
  merge(number: number, way: 'merge' | 'squash' | 'rebase' = 'merge'): string {
    const { git } = this.repository;
    const before = this.main;
    git('checkout', '--quiet', 'main');
    const branch = `pull-${number}`;
    if (way === 'merge') git('merge', '--quiet', '--no-ff', '--message', `merge ${number}`, branch);
    else if (way === 'squash') {
      git('merge', '--quiet', '--squash', branch);
      git('commit', '--quiet', '--message', `squash ${number}`);
    } else git('cherry-pick', `${before}..${branch}`);
    const pull = this.github.pull(number);
    pull.merged = true;
    pull.mergedAt = Date.now();
    pull.commits = git('rev-list', `${before}..main`).split('\n');
    this.github.branches.set('main', this.main);
    return before;
  }

  /** Plans a pull request as the runner would; its merge commit is checked out. */
  plan(
    number: number,
    inputs: Readonly<Record<string, string>> = {},
    extra: EventExtra = {},
  ): Promise<StepResult> {
    const pull = this.github.pull(number);
    const payload = {
      action: 'synchronize',
      number,
      repository: { default_branch: 'main' },
      ...extra.payload,
      pull_request: {
        number,
        head: { sha: pull.head, repo: { full_name: extra.from ?? this.github.repository } },
        base: { sha: extra.base ?? this.main, ref: extra.into ?? 'main' },
        user: { login: extra.author ?? 'grace-h' },
      },
    };
    const ref = `refs/pull/${number}/merge`;
    return this.step('pull_request', payload, ref, { command: 'plan', ...inputs }, extra.env);
  }

  /** Applies after a push to main, which may have moved on since. */
  applyPush(
    before: string | null,
    inputs: Readonly<Record<string, string>> = {},
    pushed = this.main,
  ): Promise<StepResult> {
    this.repository.git('checkout', '--quiet', ...(pushed === this.main ? ['main'] : ['--detach', pushed]));
    const range = before === null ? pushed : `${before}..${pushed}`;
    const commits = this.repository.git('rev-list', '--reverse', range).split('\n');
    const payload = {
      before: before ?? '0'.repeat(40),
      after: pushed,
      ref: 'refs/heads/main',
      commits: commits.filter((id) => id !== '').map((id) => ({ id })),
    };
    return this.step('push', payload, 'refs/heads/main', { command: 'apply', ...inputs });
  }

  schedule(command: string, inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
    this.repository.git('checkout', '--quiet', 'main');
    return this.step('schedule', { schedule: '0 * * * *' }, 'refs/heads/main', { command, ...inputs });
  }

  /** Runs the Action with inputs, event and variables as the runner sets them. */
  async step(
    event: string,
    payload: unknown,
    ref: string,
    inputs: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<StepResult> {
    this.#step += 1;
    const folder = join(this.#temp, String(this.#step));
    mkdirSync(folder);
    const file = (name: string, text = ''): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const output = file('output');
    const summary = file('summary');
    const variables = {
      PATH: process.env['PATH'],
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTOR: 'grace-h',
      GITHUB_API_URL: this.github.url,
      GITHUB_GRAPHQL_URL: `${this.github.url}/graphql`,
      GITHUB_SERVER_URL: 'https://github.test',
      GITHUB_REPOSITORY: this.github.repository,
      GITHUB_RUN_ID: '77',
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
      GITHUB_SHA: env['GITHUB_SHA'] ?? this.repository.git('rev-parse', 'HEAD'),
      GITHUB_REF: ref,
      GITHUB_WORKSPACE: this.repository.folder,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: folder,
      REDOX_TOKEN: 'redox-secret-token',
      'INPUT_GITHUB-TOKEN': 'github-secret-token',
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
      ...env,
    };
    const { code, log } =
      this.#bundle === null
        ? await runHere(variables)
        : await runBundle(actionNode(), this.#bundle, variables);
    return {
      code,
      log,
      outputs: parseOutputs(readFileSync(output, 'utf8')),
      summary: readFileSync(summary, 'utf8'),
    };
  }
}

/** Gives a test a world of its own, and takes it down. Without a bundle, steps run from the source in this process. */
export async function inWorld(
  bundle: string | null,
  work: (world: World) => Promise<void>,
  seed: SandboxSeed = SEED,
): Promise<void> {
  const world = await World.start(bundle, seed);
  try {
    await work(world);
  } finally {
    await world.close();
  }
}

export interface EventExtra {
  readonly author?: string;
  /** The head's repository. */
  readonly from?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The tip of the base branch as the event tells it; that of main if left out. */
  readonly base?: string;
  /** The base branch; main if left out. */
  readonly into?: string;
  /** More of the event. */
  readonly payload?: Readonly<Record<string, unknown>>;
}
