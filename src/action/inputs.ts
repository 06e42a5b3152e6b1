import { UsageError } from '../errors.js';
import { SHORTEST_KEY } from '../planning/record/signing-key.js';

const COMMANDS = ['plan', 'apply', 'drift', 'validate'] as const;
const COMMENT_POLICIES = ['always', 'changes', 'never'] as const;

export type ActionCommand = (typeof COMMANDS)[number];
type CommentPolicy = (typeof COMMENT_POLICIES)[number];

/** The inputs of action.yml, checked: what does not go together is an error, what is empty is absent. */
export interface Inputs {
  readonly command: ActionCommand;
  readonly config: string;
  readonly scope: readonly string[];
  readonly shard: string | null;
  readonly token: string | null;
  readonly comment: CommentPolicy;
  readonly requireReviewedPlan: boolean;
  readonly signingKey: string | null;
  readonly digest: string | null;
  readonly allowRevokes: number | null;
  /** Null: true on pull requests. */
  readonly failOnBlocked: boolean | null;
  readonly concurrency: number | null;
  readonly planFiles: string | null;
  /** Globs of base branches, besides the default one, whose pull requests are planned with credentials. */
  readonly branches: readonly string[];
  /** Labels that the drift issue gets. */
  readonly issueLabels: readonly string[];
}

/** Every input, and the commands it goes with. */
export const INPUT_COMMANDS: Readonly<Record<string, readonly ActionCommand[]>> = {
  command: COMMANDS,
  config: COMMANDS,
  scope: ['plan', 'apply', 'drift'],
  shard: ['plan', 'apply', 'drift'],
  'github-token': COMMANDS,
  comment: ['plan', 'apply'],
  'require-reviewed-plan': ['apply'],
  'signing-key': ['plan', 'apply'],
  digest: ['apply'],
  'allow-revokes': ['plan', 'apply'],
  'fail-on-blocked': ['plan'],
  concurrency: ['plan', 'apply', 'drift'],
  'plan-files': ['plan'],
  branches: ['plan'],
  'issue-labels': ['drift'],
};

/** Inputs that the plan files replace. */
const NOT_WITH_PLAN_FILES = ['scope', 'shard', 'allow-revokes', 'concurrency'];

/** Reads the inputs; `read` gives one as the runner set it. @throws UsageError */
export function readInputs(read: (name: string) => string): Inputs {
  const input = (name: string): string | null => {
    const value = read(name).trim();
    return value === '' ? null : value;
  };
  const command = oneOf('command', COMMANDS, input('command') ?? 'plan');
  for (const [name, commands] of Object.entries(INPUT_COMMANDS)) {
    if (input(name) === null || commands.includes(command)) continue;
    throw new UsageError(`the input ${name} does not go with command: ${command}`, {
      hint: `It goes with ${commands.join(', ')}. Remove it here.`,
    });
  }
  const planFiles = input('plan-files');
  const beside = planFiles === null ? [] : NOT_WITH_PLAN_FILES.filter((name) => input(name) !== null);
  if (beside.length > 0) {
    throw new UsageError(`${beside.join(' and ')} cannot be used with plan-files`, {
      hint: 'The plan files say what was planned. Give it to the jobs that wrote them.',
    });
  }
  return {
    command,
    config: input('config') ?? 'rolecall.yaml',
    scope: wordsOf(input('scope')),
    shard: input('shard'),
    token: input('github-token'),
    comment: oneOf('comment', COMMENT_POLICIES, input('comment') ?? 'always'),
    requireReviewedPlan: booleanOf('require-reviewed-plan', input('require-reviewed-plan')) ?? true,
    signingKey: signingKeyOf(input('signing-key')),
    digest: digestOf(input('digest')),
    allowRevokes: numberOf('allow-revokes', input('allow-revokes'), 0),
    failOnBlocked: booleanOf('fail-on-blocked', input('fail-on-blocked')),
    concurrency: numberOf('concurrency', input('concurrency'), 1),
    planFiles,
    branches: wordsOf(input('branches')),
    issueLabels: labelsOf(input('issue-labels')),
  };
}

function wordsOf(value: string | null): readonly string[] {
  return (value ?? '').split(/\s+/u).filter((word) => word !== '');
}

function oneOf<T extends string>(name: string, allowed: readonly T[], value: string): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw refused(name, value, `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1) ?? ''}`);
}

function booleanOf(name: string, value: string | null): boolean | null {
  return value === null ? null : oneOf(name, ['true', 'false'], value) === 'true';
}

function labelsOf(value: string | null): readonly string[] {
  const labels = (value ?? '').split(/[,\n]/u).map((label) => label.trim());
  return [...new Set(labels)].filter((label) => label !== '');
}

function digestOf(value: string | null): string | null {
  if (value === null || /^sha256:[0-9a-f]{64}$/u.test(value)) return value;
  throw refused('digest', value, 'sha256: and 64 hexadecimal digits, as a plan states it');
}

function signingKeyOf(value: string | null): string | null {
  if (value === null || value.length >= SHORTEST_KEY) return value;
  throw new UsageError(`the input signing-key is shorter than ${SHORTEST_KEY} characters`, {
    hint: 'Make one with openssl rand -base64 32, and keep it as a secret.',
  });
}

function numberOf(name: string, value: string | null, least: number): number | null {
  if (value === null) return null;
  const number = Number(value);
  if (/^\d{1,6}$/u.test(value) && number >= least) return number;
  throw refused(name, value, `a whole number from ${least}`);
}

function refused(name: string, value: string, wanted: string): UsageError {
  return new UsageError(`the input ${name} is ${JSON.stringify(value)}, and has to be ${wanted}`);
}
