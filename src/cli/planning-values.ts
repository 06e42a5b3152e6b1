import { listOf, numberOf, type OptionValues, textOf } from './command-spec.js';
import type { PlanningOptions } from '../commands/planning-run.js';

/** The options that plan and apply share. */
export function planningValues(
  values: OptionValues,
): Omit<PlanningOptions, 'onlyScopes' | 'everyone' | 'providersFrom' | 'roleLists' | 'tolerated'> {
  return {
    scope: listOf(values, 'scope'),
    shard: textOf(values, 'shard'),
    changedSince: textOf(values, 'changedSince'),
    base: textOf(values, 'base'),
    concurrency: numberOf(values, 'concurrency'),
    allowRevokes: numberOf(values, 'allowRevokes'),
  };
}
