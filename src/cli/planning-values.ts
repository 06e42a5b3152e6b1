import { flagOf, listOf, numberOf, type OptionValues, textOf } from './command-spec.js';
import type { PlanOptions } from '../commands/options.js';

/** The options that plan and apply share, as their commands take them. */
export function planningValues(
  values: OptionValues,
  config: string,
): Omit<PlanOptions, 'out' | 'providersFrom'> {
  return {
    config,
    scope: listOf(values, 'scope'),
    shard: textOf(values, 'shard'),
    changedSince: textOf(values, 'changedSince'),
    base: textOf(values, 'base'),
    now: textOf(values, 'now'),
    concurrency: numberOf(values, 'concurrency'),
    allowRevokes: numberOf(values, 'allowRevokes'),
    detailedExitcode: flagOf(values, 'detailedExitcode'),
    failOnBlocked: flagOf(values, 'failOnBlocked'),
    auditLog: textOf(values, 'auditLog'),
  };
}
