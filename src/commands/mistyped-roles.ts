import { roleKey } from '../model/assignment.js';
import { dayOf } from '../model/instant.js';
import { count, quote, withArticle } from '../model/label.js';
import { slipOf, suggestion } from '../model/nearest.js';
import { groupBy } from '../model/ordering.js';
import { traitsOf } from '../model/scope.js';
import { locationWords } from '../report/words.js';
import type { CommandContext } from './context.js';
import { listedBefore } from './known-roles.js';

/**
 * A note for each role of the files, in one kind of scope, that is nearly one that the system listed in an earlier run. A note
 * and no finding, since what the files are worth does not depend on who checks them. Sends nothing.
 */
export async function mistypedRoles(
  context: Pick<CommandContext, 'workspace' | 'roleCache'>,
): Promise<readonly string[]> {
  const { settings, desired, catalogue } = await context.workspace.head();
  if (settings === null || context.roleCache === undefined) return [];
  const listed = await listedBefore(settings, context);
  const alike = groupBy(desired.scopes, ({ scope }) => JSON.stringify([scope.rootAddress, scope.kind]));
  return [...alike.values()].flatMap((documents): readonly string[] => {
    const [{ scope }] = documents;
    const before = listed(scope);
    if (before === null) return [];
    const { rolesIgnoreCase, kind } = traitsOf(catalogue, scope);
    const known = new Set(before.names.map((name) => roleKey(name, rolesIgnoreCase)));
    const roles = groupBy(
      documents.flatMap(({ assignments }) => assignments),
      ({ role }) => role,
    );
    return [...roles].flatMap(([role, assignments]) => {
      const near = known.has(roleKey(role, rolesIgnoreCase)) ? null : slipOf(role, before.names);
      if (near === null) return [];
      // Several people of one team have one place.
      const [place, ...others] = new Set(assignments.map(({ source }) => locationWords(source)));
      const more =
        others.length === 0 ? '' : `, and ${count(others.length, 'further entry', 'further entries')}`;
      return [
        `${place ?? ''}${more}: on ${dayOf(before.at)} ${scope.rootAddress} listed no role ${quote(role)} for ${withArticle(kind)}.${suggestion(near)}`,
      ];
    });
  });
}
