import { UsageError } from '../../errors.js';
import { roleKey } from '../../model/assignment.js';
import type { ExplainedComparison, ExplainedRole, Explanation } from '../../model/explanation.js';
import { traitsOf } from '../../model/scope.js';
import { requireValid, type ValidConfig } from '../../workspace/valid-config.js';
import type { CommandContext, Outcome } from '../context.js';
import { explainCommand, type ExplainOptions } from './explain.js';

export interface CompareOptions extends Pick<ExplainOptions, 'scope' | 'role'> {
  /** Keys of people.yaml, e-mails, `user:ID` or `group:ID`. */
  readonly principals: readonly [string, string];
}

export interface CompareOutcome extends Outcome {
  readonly comparison: ExplainedComparison;
}

/**
 * What the files give one principal and not the other, now or later; entries that have ended do not count. Offline.
 * @throws UsageError for somebody the files do not know; InvalidFilesError
 */
export async function compareCommand(
  { principals, scope, role }: CompareOptions,
  context: CommandContext,
): Promise<CompareOutcome> {
  const config = requireValid(await context.workspace.head());
  const asking = { scope, role, live: false, concurrency: null };
  const [one, other] = principals;
  const first = await explainCommand({ ...asking, principal: one }, context);
  const second = await explainCommand({ ...asking, principal: other }, context);
  if (first.explanation.who === second.explanation.who) {
    throw new UsageError(`${JSON.stringify(one)} and ${JSON.stringify(other)} are the same person`);
  }
  const keyOf = roleKeys(config);
  const left = keysOf(first.explanation, keyOf);
  const right = keysOf(second.explanation, keyOf);
  return {
    comparison: {
      first: without(first.explanation, right, keyOf),
      second: without(second.explanation, left, keyOf),
      common: [...left].filter((key) => right.has(key)).length,
    },
    diagnostics: first.diagnostics,
    exitCode: first.exitCode,
  };
}

/** One text for one role in one scope, with its status: one that is held is another than one that is to come. */
type KeyOf = (role: Pick<ExplainedRole, 'scope' | 'role' | 'status' | 'inForce'>) => string;

function roleKeys({ desired, catalogue }: ValidConfig): KeyOf {
  const ignoring = new Set(
    desired.scopes
      .filter(({ scope }) => traitsOf(catalogue, scope).rolesIgnoreCase)
      .map(({ scope }) => scope.address),
  );
  return ({ scope, role, status, inForce }) =>
    JSON.stringify([scope, roleKey(role, ignoring.has(scope)), status, inForce]);
}

function keysOf({ roles }: Explanation, keyOf: KeyOf): ReadonlySet<string> {
  return new Set(roles.filter(isCurrent).map(keyOf));
}

function without(explanation: Explanation, others: ReadonlySet<string>, keyOf: KeyOf): Explanation {
  const roles = explanation.roles.filter((role) => isCurrent(role) && !others.has(keyOf(role)));
  return { ...explanation, roles };
}

function isCurrent({ standing }: ExplainedRole): boolean {
  return standing === 'in-force' || standing === 'not-yet';
}
