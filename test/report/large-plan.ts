import type { Change } from '../../src/model/change.js';
import type { Plan } from '../../src/model/plan.js';
import { grant, plan, planScope, UNLISTED } from './samples.js';

export interface LargePlan {
  readonly changes: number;
  readonly scopes: number;
  /** Every so manieth change is of high risk; none where left out. */
  readonly risky?: number;
  /** Every so manieth change is blocked; none where left out. */
  readonly blocked?: number;
  readonly unlisted?: number;
  /** Characters of each scope's role lists; without lists where left out. */
  readonly roleLists?: number;
}

/** A plan with as much as is asked for, dealt out to its scopes in turn. A change's label tells its risk. */
export function largePlan(size: LargePlan, more: Partial<Plan> = {}): Plan {
  const address = (index: number): string => `aion/project/orbit/project-${index % size.scopes}`;
  const every = (index: number, step: number | undefined): boolean =>
    step !== undefined && index % step === step - 1;
  const changes = times(size.changes, (index): Change => {
    const risky = every(index, size.risky);
    return grant({
      scope: address(index),
      label: `${risky ? 'risky' : 'usual'}-${index}@acme.test`,
      risk: risky ? 'high' : 'normal',
      blocked: every(index, size.blocked) ? 'not a member' : null,
    });
  });
  const diff = size.roleLists === undefined ? {} : { diff: '+  - ada\n'.repeat(size.roleLists / 9) };
  return plan(changes, {
    scopes: times(size.scopes, (index) => planScope(address(index), diff)),
    unlisted: times(size.unlisted ?? 0, (index) => ({ ...UNLISTED, scope: address(index) })),
    ...more,
  });
}

export function times<T>(many: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: many }, (_, index) => make(index));
}

/** All numbers that a pattern's first group finds in a text, added up. */
export function sumOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].reduce((sum, [, number]) => sum + Number(number), 0);
}
