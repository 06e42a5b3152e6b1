import type { PlannedChange } from '../../model/change.js';
import type { DirectRole, DirectRoles, LiveScope } from '../../model/live.js';
import { groupBy } from '../../model/ordering.js';
import { shown } from '../fields.js';
import { UnwritableChange, type WriteStep } from '../provider.js';
import type { Kind, Write } from './connector.js';
import { type ConnectorContext, kindOf } from './context.js';
import { apiValue, type ConnectorRole, isStatic } from './roles.js';
import type { Holder } from './rows.js';
import { fillBody, variablesIn, variablesInBody, type Variables } from './templates.js';
import { requestOf, type WriteKey } from './requests.js';
import { typedId } from './values.js';

/** What each person holds directly in a scope, in the order of its lists: what a write that replaces all of it keeps. */
export function directRoles(
  holders: readonly Holder[],
  roles: readonly ConnectorRole[],
  kind: Kind,
): ReadonlyMap<string, DirectRoles> {
  const toldById = !holders.some(({ byName }) => byName);
  const own = groupBy(
    holders.filter(({ inherited }) => !inherited),
    ({ person }) => person,
  );
  return new Map([...own].map(([person, rows]) => [person, rolesOf(rows, roles, kind, toldById)]));
}

function rolesOf(
  rows: readonly Holder[],
  roles: readonly ConnectorRole[],
  kind: Kind,
  toldById: boolean,
): DirectRoles {
  const invited = rows.find(({ pending }) => pending);
  if (invited !== undefined)
    return { problem: `nobody has accepted the invitation to the role ${shown(invited.role)} yet` };
  const found = new Map(
    rows.map((row) => [row.role, row.known ? knownRole(row, kind) : unknownRole(row, roles, kind, toldById)]),
  );
  return { roles: [...found.values()] };
}

function knownRole({ role, value }: Holder, kind: Kind): DirectRole {
  return { role, id: apiValue(kind, String(value)), name: role };
}

/** A role that the roles lack is sent back as the row has it: as an id, or as a name where rows name roles so. */
function unknownRole(
  { role, raw }: Holder,
  roles: readonly ConnectorRole[],
  { roles: described }: Kind,
  toldById: boolean,
): DirectRole {
  const id = isStatic(described) ? raw : typedId(String(raw), described.type);
  const hasNames = isStatic(described)
    ? roles.some((each) => String(each.value) !== each.role)
    : described.name !== undefined;
  if (!hasNames) return { role, id, name: role };
  return toldById ? { role, id, name: null } : { role, id: null, name: String(raw) };
}

/** A write that sends all roles of a person, and what templates of a single role may name in it. */
interface RolesWrite extends Pick<WriteStep, 'gives' | 'takes'> {
  readonly key: WriteKey;
  readonly write: Write;
  readonly variables: Variables;
}

/**
 * All roles that a person holds directly after a write, as the connector sends them: those of the read, in its order, without
 * the one that goes and with the one that comes.
 * @throws UnwritableChange where they are not known as they must be sent
 */
export function rolesAfter(
  { write, key, gives, takes, variables }: RolesWrite,
  { scope, principal, toRoleId }: Pick<PlannedChange, 'scope' | 'principal' | 'toRoleId'>,
  live: LiveScope | undefined,
  context: ConnectorContext,
): readonly unknown[] {
  const kind = kindOf(context, scope);
  const direct = heldIn({ principal }, live);
  const rankOf = (name: string | undefined): number =>
    live?.roles.find(({ role }) => role === name)?.rank ?? Number.NEGATIVE_INFINITY;
  const other = direct.find(({ role }) => {
    const isLower = kind.ordered === true && takes !== null && rankOf(role) < rankOf(takes.role);
    return role !== takes?.role && role !== gives?.role && !isLower;
  });
  if (kind.exclusive === true && other !== undefined)
    throw new UnwritableChange(`this person holds ${shown(other.role)} by now: plan again`);
  const isHeld = direct.some(({ role }) => role === gives?.role);
  const given = gives === null || isHeld ? [] : [givenRole(gives.role, toRoleId, kind)];
  const after = [...direct.filter(({ role }) => role !== takes?.role || role === gives?.role), ...given];
  const { each = '{role}' } = write;
  const needed = variablesInBody(each);
  const sent = after.map((role) => {
    const lacking =
      (needed.includes('role') && role.id === null && 'id') ||
      (needed.includes('roleName') && role.name === null && 'name');
    if (lacking !== false)
      throw new UnwritableChange(
        `this person also holds ${shown(role.role)}, which is none of the roles, so that kinds.${scope.kind}.${key} of the connector cannot send its ${lacking}`,
      );
    return fillBody(each, { ...variables, role: role.id, roleName: role.name });
  });
  const { template } = requestOf(write);
  if (sent.length === 0 && variablesIn(template).includes('roles'))
    throw new UnwritableChange('no role would be left, and an empty list leaves nothing in a query');
  return sent;
}

/**
 * What the person of a change holds directly in its scope, as it was read.
 * @throws UnwritableChange where it is not known
 */
export function heldIn(
  { principal }: Pick<PlannedChange, 'principal'>,
  live: LiveScope | undefined,
): readonly DirectRole[] {
  if (live?.direct === undefined) throw new UnwritableChange('what this person holds was not read');
  const direct = live.direct.get(principal?.id ?? '') ?? { roles: [] };
  if ('problem' in direct)
    throw new UnwritableChange(`${direct.problem}, so all roles of this person are not known`);
  return direct.roles;
}

function givenRole(role: string, roleId: string | null, kind: Kind): DirectRole {
  return { role, id: apiValue(kind, roleId ?? role), name: role };
}

/**
 * The list as the connector sends it: as it is, or as one text.
 * @throws UnwritableChange for a role that would come apart in that text
 */
export function sentAs({ separator }: Write, roles: readonly unknown[]): readonly unknown[] | string {
  if (separator === undefined) return roles;
  const texts = roles.map(String);
  const odd = texts.find((text) => text.includes(separator) || text.trim() !== text || text === '');
  if (odd !== undefined)
    throw new UnwritableChange(
      `the role ${shown(odd)} cannot stand in one text with others, since ${shown(separator)} stands between them`,
    );
  return texts.join(separator);
}
