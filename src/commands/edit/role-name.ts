import { UsageError } from '../../errors.js';
import { roleKey } from '../../model/assignment.js';
import { dayOf } from '../../model/instant.js';
import { quote, withArticle } from '../../model/label.js';
import { slipOf, suggestion } from '../../model/nearest.js';
import { type Scope, traitsOf } from '../../model/scope.js';
import type { Listed } from '../known-roles.js';
import type { EditableConfig } from './editable-config.js';

/** A role as the files write it. */
export interface RoleName {
  readonly role: string;
  /** What to say where no file uses the role in that kind of scope; null where one does. */
  readonly note: string | null;
}

/**
 * The role of a kind of scope that a text means, as the files write it, else as it was `listed` before.
 * @throws UsageError for a text that is nearly the name of a role that the files use there
 */
export function roleMeant(
  asked: string,
  scope: Pick<Scope, 'provider' | 'kind' | 'rootAddress'>,
  config: EditableConfig,
  listed: Listed,
): RoleName {
  const { catalogue, desired } = config;
  const { rolesIgnoreCase, kind } = traitsOf(catalogue, scope);
  const used = usedRoles(scope, config);
  const key = (role: string): string => roleKey(role, rolesIgnoreCase);
  const known = used.find((role) => role === asked) ?? used.find((role) => key(role) === key(asked));
  if (known !== undefined) return { role: known, note: null };
  const near = slipOf(asked, used);
  if (near !== null) {
    throw new UsageError(
      `no file uses the role ${quote(asked)} in ${withArticle(kind)}.${suggestion(near)}`,
      {
        hint: `Used there are ${used.join(', ')}.`,
      },
    );
  }
  const others = desired.scopes.length === 0 || used.length === 0 ? '' : ` (used there: ${used.join(', ')})`;
  const note = `no file used the role ${quote(asked)} in ${withArticle(kind)} before${others}`;
  const before = listed(scope);
  if (before === null) return { role: asked, note };
  const on = `on ${dayOf(before.at)}`;
  const same =
    before.names.find((name) => name === asked) ?? before.names.find((name) => key(name) === key(asked));
  if (same !== undefined) return { role: same, note: `${note}; ${scope.provider} listed it ${on}` };
  const slip = slipOf(asked, before.names);
  if (slip === null) return { role: asked, note };
  return { role: asked, note: `${note}, and ${scope.provider} did not list it ${on}.${suggestion(slip)}` };
}

/** The roles that the files name in a kind of scope, sorted. */
function usedRoles(
  { provider, kind }: Pick<Scope, 'provider' | 'kind'>,
  { desired }: EditableConfig,
): readonly string[] {
  const scopes = desired.scopes.filter(({ scope }) => scope.provider === provider && scope.kind === kind);
  return [...new Set(scopes.flatMap(({ roles }) => roles))].sort();
}
