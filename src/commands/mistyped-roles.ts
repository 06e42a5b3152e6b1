import { roleKey } from '../model/assignment.js';
import { dayOf } from '../model/instant.js';
import { quote } from '../model/label.js';
import { slipOf, suggestion } from '../model/nearest.js';
import { groupBy } from '../model/ordering.js';
import { traitsOf } from '../model/scope.js';
import { locationWords } from '../report/words.js';
import type { CommandContext } from './context.js';
import { listedBefore } from './known-roles.js';

/**
 * A note for each role of the files that is nearly, but not quite, one that the system listed in an earlier run. A note
 * and no finding, since what the files are worth does not depend on who checks them. Sends nothing.
 */
export async function mistypedRoles(
  context: Pick<CommandContext, 'workspace' | 'roleCache'>,
): Promise<readonly string[]> {
  const { settings, desired, catalogue } = await context.workspace.head();
  if (settings === null || context.roleCache === undefined) return [];
  const listed = await listedBefore(settings, context);
  return desired.scopes.flatMap((document): readonly string[] => {
    const { scope, assignments } = document;
    const before = listed(scope);
    if (before === null) return [];
    const { rolesIgnoreCase } = traitsOf(catalogue, scope);
    const known = new Set(before.names.map((name) => roleKey(name, rolesIgnoreCase)));
    return [...groupBy(assignments, ({ role }) => role)].flatMap(([role, [{ source }]]) => {
      const near = known.has(roleKey(role, rolesIgnoreCase)) ? null : slipOf(role, before.names);
      if (near === null) return [];
      return [
        `${locationWords(source)}: ${scope.provider} listed no role ${quote(role)} for ${scope.address} on ${dayOf(before.at)}.${suggestion(near)}`,
      ];
    });
  });
}
