import type { EventSink } from '../engine/events.js';
import type { Connections } from '../engine/connection.js';
import type { DesiredScope } from '../model/desired.js';
import { count, listed } from '../model/label.js';
import { ASSUMED_FACTS, type Plan, type PlanWarning } from '../model/plan.js';
import { valueWritten } from '../model/settings.js';
import type { ProviderModules } from '../providers/provider.js';

/**
 * Warns in one line of what is assumed about the APIs of a run, since their settings do not say it; empty where nothing
 * is.
 */
export function assumedFacts(
  connections: Connections,
  modules: ProviderModules,
  scopes: readonly DesiredScope[],
): readonly PlanWarning[] {
  const counted = [...connections].flatMap(([name, { settings }]) => {
    const asked = { groups: scopes.some((each) => each.scope.provider === name && namesGroup(each)) };
    const assumed = (modules.get(name)?.assumptions ?? []).filter(
      ({ option, matters }) =>
        valueWritten(settings, option) === undefined && matters?.(settings, asked) !== false,
    );
    return assumed.length === 0 ? [] : [{ name, facts: assumed.length }];
  });
  if (counted.length === 0) return [];
  const words = counted.map(({ name, facts }) => `${count(facts, 'fact')} about ${name}`);
  const verb = counted.length === 1 && counted[0]?.facts === 1 ? 'is' : 'are';
  return [
    { code: ASSUMED_FACTS, message: `${listed(words)} ${verb} assumed: rolecall doctor`, source: null },
  ];
}

function namesGroup({ assignments }: DesiredScope): boolean {
  return assignments.some(({ principal }) => principal.kind === 'group');
}

/** Tells people once what a plan assumes; its other formats have it among the warnings. */
export function noteAssumedFacts({ warnings }: Plan, events: EventSink): void {
  for (const { code, message } of warnings) if (code === ASSUMED_FACTS) events({ kind: 'note', message });
}
