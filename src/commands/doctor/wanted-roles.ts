import { count } from '../../model/label.js';
import type { LiveRoot } from '../../model/live.js';
import { groupBy } from '../../model/ordering.js';
import { traitsOf } from '../../model/scope.js';
import { roleResolver } from '../../planning/roles.js';
import type { ProbeRoot } from '../../providers/doctor.js';
import { type CheckDraft, failed } from './check-draft.js';
import type { OpenCase } from './open-case.js';

/**
 * The roles that the files ask for and nobody can be given, of systems that list their roles; each reason once. Of other
 * systems nobody knows more than who holds a role, which is for their provider to look at.
 */
export function wantedRoleChecks(
  { name, module }: Pick<OpenCase, 'name' | 'module'>,
  roots: readonly ProbeRoot[],
  live: ReadonlyMap<string, LiveRoot>,
): readonly CheckDraft[] {
  const catalogue = new Map([[name, module.traits]]);
  const blocked = roots.flatMap(({ root, wanted }) =>
    (live.get(root.address)?.scopes ?? []).flatMap((scope) => {
      const kind = traitsOf(catalogue, scope.scope);
      if (!scope.complete || kind.roleIdSetting !== null) return [];
      const resolve = roleResolver(scope, kind);
      return wanted
        .filter((each) => each.scope.address === scope.scope.address)
        .flatMap(({ role }) => {
          const reason = resolve(role).blocked;
          return reason === null ? [] : [{ address: scope.scope.address, reason }];
        });
    }),
  );
  return [...groupBy(blocked, ({ reason }) => reason).values()].map(([{ address, reason }, ...others]) => {
    const more = others.length === 0 ? '' : ` (and in ${count(others.length, 'more scope')})`;
    return failed(
      { id: 'role', layer: 'permissions', subject: address },
      `${reason}${more}`,
      'Correct the role in the files: rolecall plan names the lines, rolecall roles the roles there are.',
      'apply',
    );
  });
}
