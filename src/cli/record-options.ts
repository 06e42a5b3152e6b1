import type { RecordsToApply, RecordToWrite } from '../commands/record/record-options.js';
import { UsageError } from '../errors.js';
import { SHORTEST_KEY } from '../planning/record/signing-key.js';
import { listOf, type OptionSpec, type OptionValues, textOf } from './command-spec.js';
import { notEmpty, repeatable } from './shared-options.js';

type Env = (name: string) => string | undefined;

/** Where a CI says what a record is about: GitHub Actions, GitLab, Jenkins. */
const REPOSITORY = ['GITHUB_REPOSITORY', 'CI_PROJECT_PATH'];
const CHANGE = ['CI_MERGE_REQUEST_IID', 'CHANGE_ID'];
const TARGET_BRANCH = ['GITHUB_BASE_REF', 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME', 'CHANGE_TARGET'];
const BRANCH = ['CI_COMMIT_BRANCH', 'BRANCH_NAME'];

/** The options of a record that plan and apply share. */
const subjectOptions: readonly OptionSpec[] = [
  {
    flags: '--repository <name>',
    description: `with --record: the repository's name or id, the same for plan and apply; default: ${REPOSITORY.join(' or ')}`,
    parse: notEmpty('--repository'),
  },
  {
    flags: '--change <id>',
    description: `with --record: the number of the pull or merge request; default of plan: ${CHANGE.join(' or ')}`,
    parse: notEmpty('--change'),
  },
  {
    flags: '--branch <name>',
    description:
      'with --record: the branch that the change is merged into; default: as the CI tells it, and for apply the branch that is checked out',
    parse: notEmpty('--branch'),
  },
  {
    flags: '--signing-key-env <name>',
    description: `with --record: the environment variable with the key that signs records, of at least ${SHORTEST_KEY} characters`,
    parse: variableName,
  },
];

/** What plan takes to keep a record. */
export const planRecordOptions: readonly OptionSpec[] = [
  {
    flags: '--record <file>',
    description: 'also write a record of what is reviewed, for apply --record after the merge',
    parse: notEmpty('--record'),
  },
  ...subjectOptions,
];

/** What apply takes to go by records. */
export const applyRecordOptions: readonly OptionSpec[] = [
  {
    flags: '--record <file...>',
    description: 'write only what these records of plan --record list, and strike off them what is done',
    parse: repeatable('--record'),
  },
  ...subjectOptions,
];

/** The record that plan is to keep; null for none. @throws UsageError for what is missing or does not go together */
export function recordToWrite(values: OptionValues, env: Env): RecordToWrite | null {
  const file = textOf(values, 'record');
  if (file === null) return withoutRecord(values);
  return {
    file,
    repository: given(values, 'repository', REPOSITORY, env),
    change: given(values, 'change', CHANGE, env),
    branch: given(values, 'branch', TARGET_BRANCH, env),
    signingKey: signingKeyOf(values, env),
  };
}

/** The records that apply is to go by; null for none. @throws UsageError for what is missing or does not go together */
export function recordsToApply(values: OptionValues, env: Env): RecordsToApply | null {
  const files = listOf(values, 'record');
  if (files.length === 0) return withoutRecord(values);
  return {
    files,
    repository: given(values, 'repository', REPOSITORY, env),
    change: textOf(values, 'change'),
    branch: textOf(values, 'branch') ?? firstOf(BRANCH, env),
    signingKey: signingKeyOf(values, env),
  };
}

function withoutRecord(values: OptionValues): null {
  for (const [name, flag] of [
    ['repository', '--repository'],
    ['change', '--change'],
    ['branch', '--branch'],
    ['signingKeyEnv', '--signing-key-env'],
  ] as const) {
    if (values[name] === undefined) continue;
    throw new UsageError(`${flag} goes with --record only`, {
      hint: `Add --record FILE, or remove ${flag}.`,
    });
  }
  return null;
}

function given(
  values: OptionValues,
  name: 'repository' | 'change' | 'branch',
  variables: readonly string[],
  env: Env,
): string {
  const value = textOf(values, name) ?? firstOf(variables, env);
  if (value !== null) return value;
  throw new UsageError(`--record needs --${name}: no variable of a CI tells it`, {
    hint: `Give --${name}, or set ${variables.join(' or ')}.`,
  });
}

function firstOf(variables: readonly string[], env: Env): string | null {
  return variables.map(env).find((value) => value !== undefined && value !== '') ?? null;
}

function signingKeyOf(values: OptionValues, env: Env): string | null {
  const name = textOf(values, 'signingKeyEnv');
  if (name === null) return null;
  const value = env(name);
  const key = (value ?? '').trim();
  if (key.length >= SHORTEST_KEY) return key;
  const hint = 'Make a key with openssl rand -base64 32, and keep it as a secret of the CI.';
  if (value === undefined)
    throw new UsageError(`the variable ${name} of --signing-key-env is not set`, { hint });
  const what = key === '' ? 'is empty' : `is shorter than ${SHORTEST_KEY} characters`;
  throw new UsageError(`the variable ${name} of --signing-key-env ${what}`, { hint });
}

/** A name, not the key itself: what is no name is not quoted. */
function variableName(text: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/u.test(text)) return text;
  throw new UsageError(
    '--signing-key-env takes the name of an environment variable, such as ROLECALL_SIGNING_KEY',
    {
      hint:
        text === '' ? 'Is the variable that should fill it set?' : 'Give the name and not the key itself.',
    },
  );
}
