import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Account } from '../../../../src/generated/aion-seed.js';
import type { Check, CheckResult } from '../../../../src/model/check.js';
import { aion } from '../../../../src/providers/aion/index.js';
import type { AionBehaviour } from '../../../../src/providers/aion/sandbox/behaviour.js';
import { systemRuntime } from '../../../../src/runtime.js';
import { runProgram } from '../../../e2e/world.js';
import { skippedWaits } from '../../../safety/quick-runtime.js';
import { type SandboxOptions, startSandbox } from '../../../sandbox/start.js';

/** An account in which nobody's role is inactive and nobody is in a group. */
export const orbit: Account = {
  id: 'orbit',
  projects: ['apollo'],
  users: [
    { id: 'ada', email: 'ada@acme.test', name: 'Ada Lovelace' },
    { id: 'lin', email: 'lin@acme.test', name: 'Lin Chen' },
    { id: 'alan', email: 'alan@acme.test', name: 'Alan Turing' },
  ],
  groups: [{ id: 'data-science', members: ['lin'] }],
  customRoles: [],
  assignments: [
    { user: 'ada', role: 'team_member' },
    { user: 'lin', role: 'team_member' },
    { user: 'alan', role: 'team_member' },
    { user: 'ada', role: 'account_admin' },
    { user: 'ada', role: 'project_admin', project: 'apollo' },
    { user: 'lin', role: 'project_reader', project: 'apollo' },
    { group: 'data-science', role: 'project_admin', project: 'apollo' },
  ],
};

/** That account with more assignments. */
export function orbitWith(...assignments: Account['assignments']): Account {
  return { ...orbit, assignments: [...orbit.assignments, ...assignments] };
}

export const documents = `account: orbit
roles:
  account_admin:
    - ada@acme.test
---
project: apollo
account: orbit
roles:
  project_admin:
    - ada@acme.test
  project_reader:
    - lin@acme.test
`;

export interface Asked {
  readonly behaviour?: Partial<AionBehaviour>;
  readonly account?: Account;
  /** Lines of `providers.aion`. */
  readonly settings?: readonly string[];
  /** The users service; where it begins with a slash, at the URL of the sandbox. */
  readonly usersUrl?: string;
  readonly files?: string;
  readonly self?: string;
  /** The token in TOKEN. */
  readonly token?: string;
  /** What goes wrong in answers. */
  readonly fault?: SandboxOptions['fault'];
  /** The accounts that the token reaches; all if left out. */
  readonly reaches?: readonly string[];
}

export interface Diagnosis extends CheckResult {
  readonly code: number;
  readonly stderr: string;
  readonly of: (id: string) => readonly Check[];
  /** Paths with queries, in order. */
  readonly asked: readonly string[];
}

/** What `rolecall doctor` says of a sandbox that behaves so. */
export async function diagnose({
  behaviour = {},
  account = orbit,
  settings = [],
  usersUrl,
  files = documents,
  self = 'ada@acme.test',
  token = 'good-token',
  fault,
  reaches,
}: Asked = {}): Promise<Diagnosis> {
  const sandbox = await startSandbox({
    seed: {
      aion: {
        tokens: [
          {
            variable: 'TOKEN',
            token: 'good-token',
            ...(reaches === undefined ? {} : { accounts: [...reaches] }),
          },
        ],
        accounts: [account, { ...account, id: 'nova' }],
      },
    },
    aion: behaviour,
    ...(fault === undefined ? {} : { fault }),
  });
  onTestFinished(() => sandbox.close());
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-aion-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const lines = [
    `url: ${sandbox.url}`,
    ...(usersUrl === undefined ? [] : [`usersUrl: ${new URL(usersUrl, sandbox.url).href}`]),
    'auth: { method: bearer, token: { env: TOKEN } }',
    `self: ${self}`,
    'rateLimit: { requests: 500, per: 1s }',
    ...settings,
  ];
  const yaml = ['version: 1', 'providers:', '  aion:', ...lines.map((line) => `    ${line}`), ''];
  writeFileSync(join(folder, 'rolecall.yaml'), yaml.join('\n'));
  mkdirSync(join(folder, 'access'));
  writeFileSync(join(folder, 'access', 'orbit.yaml'), files);
  const runtime = { ...systemRuntime({ env: { TOKEN: token } }), ...skippedWaits() };
  const { code, stdout, stderr } = await runProgram(['doctor', '--format', 'json'], folder, runtime, [aion]);
  const result: CheckResult = JSON.parse(stdout);
  return {
    ...result,
    code,
    stderr,
    of: (id) => result.checks.filter((check) => check.id === id),
    asked: sandbox.requests.map(({ path, query }) => (query === '' ? path : `${path}?${query}`)),
  };
}
