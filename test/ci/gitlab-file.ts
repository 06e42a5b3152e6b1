import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export type Variables = Readonly<Record<string, string>>;

interface Rule {
  readonly if: string;
}

/** A job of .gitlab-ci.yml, as far as the example goes. */
export interface Job {
  readonly stage: string;
  readonly environment?: string | { readonly name: string; readonly action: string };
  readonly resource_group?: string;
  readonly rules?: readonly Rule[];
  readonly script: readonly string[];
  readonly after_script?: readonly string[];
  readonly artifacts?: {
    readonly paths?: readonly string[];
    readonly reports?: { readonly codequality: string };
  };
}

interface GitLabFile {
  readonly stages: readonly string[];
  readonly workflow: { readonly rules: readonly Rule[] };
  readonly variables: Readonly<Record<string, string | number>>;
  readonly default: { readonly image: { readonly entrypoint: readonly string[] } };
}

const NOT_JOBS = ['stages', 'workflow', 'variables', 'default'];

const path = fileURLToPath(new URL('../../examples/ci/gitlab/.gitlab-ci.yml', import.meta.url));
export const gitlabFile = parse(readFileSync(path, 'utf8')) as GitLabFile & Readonly<Record<string, Job>>;

/** The jobs of a pipeline with these predefined variables, by name, in the order of their stages. */
export function jobsOf(variables: Variables): ReadonlyMap<string, Job> {
  const { stages, workflow } = gitlabFile;
  if (!isIncluded(workflow.rules, variables)) return new Map();
  const jobs = Object.entries(gitlabFile).filter(([name]) => !NOT_JOBS.includes(name));
  const chosen = jobs.filter(([, { rules }]) => rules === undefined || isIncluded(rules, variables));
  return new Map(chosen.sort(([, a], [, b]) => stages.indexOf(a.stage) - stages.indexOf(b.stage)));
}

/** The variables that the file adds to predefined ones, which it may name. */
export function fileVariables(variables: Variables): Variables {
  return Object.fromEntries(
    Object.entries(gitlabFile.variables).map(([name, value]) => [
      name,
      String(value).replaceAll(/\$(\w+)/gu, (_, used: string) => variables[used] ?? ''),
    ]),
  );
}

function isIncluded(rules: readonly Rule[], variables: Variables): boolean {
  return rules.some((rule) => holds(rule.if, variables));
}

/** Whether an `if` of a rule holds: comparisons with `==` and `=~`, joined by `&&`. */
function holds(condition: string, variables: Variables): boolean {
  return condition.split('&&').every((part) => {
    const [, left = '', operator, right = ''] = /^\s*(\S+)\s+(==|=~)\s+(.+?)\s*$/u.exec(part) ?? [];
    const value = operand(left, variables);
    if (operator === '==') return value === operand(right, variables);
    const [, pattern] = /^\/(.+)\/$/u.exec(right) ?? [];
    if (operator !== '=~' || pattern === undefined) throw new Error(`a rule that is not known: ${part}`);
    return value !== null && new RegExp(pattern, 'u').test(value);
  });
}

/** A variable that is not set is null, and equals another such one alone. */
function operand(text: string, variables: Variables): string | null {
  const [, name] = /^\$(\w+)$/u.exec(text) ?? [];
  if (name !== undefined) return variables[name] ?? null;
  const [, literal] = /^"(.*)"$/u.exec(text) ?? [];
  if (literal === undefined) throw new Error(`an operand that is not known: ${text}`);
  return literal;
}
