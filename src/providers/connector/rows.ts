import { HttpFailure } from '../../http/failure.js';
import type { PrincipalId } from '../../model/principal.js';
import { roleKey } from '../../model/assignment.js';
import { isId, type Scope } from '../../model/scope.js';
import { credentialName } from '../../model/settings.js';
import { emailOf, idOf, shown, textOf } from '../fields.js';
import { fewer, type ListRead } from '../list.js';
import { type ConnectorReads, kindOf, personId, readPath, readRows, scopeVariables } from './context.js';
import type { Assignments, Kind, Plain } from './connector.js';
import { type ConnectorRole, roleOfRow } from './roles.js';
import type { Variables } from './templates.js';
import { holdsForRow, isNullAt, pathText, plainAt, valueAt } from './values.js';

/** Somebody who holds a role, as one row says it. */
export interface Holder {
  readonly person: string;
  /** As files name it; as the row does where the roles do not have it. */
  readonly role: string;
  readonly value: Plain;
  /** The role as the row has it. */
  readonly raw: Plain;
  /** The row has the role's name where others have its id. */
  readonly byName: boolean;
  /** The id of the row itself; null where the connector does not say where it is. */
  readonly assignmentId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  /** The scope that the row names; null where the list is that of one scope. */
  readonly scopeId: string | null;
  readonly inherited: boolean;
  /** Nobody has accepted it yet. */
  readonly pending: boolean;
  /** Whether the roles have it. */
  readonly known: boolean;
}

/** What one list of holders is read for: a scope, and where that is needed a role or a person. */
export interface HolderSource {
  readonly scope: Scope;
  readonly spec: Assignments;
  readonly roles: readonly ConnectorRole[];
  readonly role?: ConnectorRole | undefined;
  readonly person?: PrincipalId | undefined;
}

/** Reads one list of holders, with the details of its rows where it has them. */
export async function readHolders(source: HolderSource, context: ConnectorReads): Promise<ListRead<Holder>> {
  const { spec, scope, role, person } = source;
  const variables: Variables = {
    ...scopeVariables(context, scope),
    ...(role === undefined ? {} : { role: role.value }),
    ...(person === undefined ? {} : { person: person.id }),
  };
  const read = await readRows<{ readonly row: unknown; readonly id: string }>(context, scope, spec, {
    variables,
    rowOf: (row) => rowOf(row, source, context),
    identity: null,
  });
  const invited = read.rows.filter(({ id }) => id !== '');
  const detailed = await Promise.all(
    invited.map(async ({ row, id }) => await detailOf(row, id, source, variables, context)),
  );
  const silent = new Set(invited.filter(({ row }) => !saysInherited(row, spec)).map(({ id }) => id));
  const inherited = silent.size === 0 ? NOBODY : await inheritors(source, variables, context);
  const holders: Holder[] = [];
  const problems = [...read.problems, ...inherited.problems];
  let failure = read.failure ?? causeOf(inherited.failure);
  for (const each of detailed) {
    if (each instanceof HttpFailure) failure ??= causeOf(each);
    const found =
      each instanceof HttpFailure
        ? [each.message]
        : typeof each === 'string'
          ? [each]
          : rolesIn(each, spec).map((one) =>
              typeof one === 'string' ? one : holderOf(one, source, kindOf(context, scope)),
            );
    for (const holder of found) {
      if (typeof holder === 'string') problems.push(holder);
      else if (silent.has(holder.person) && inherited.ids.has(holder.person))
        holders.push({ ...holder, inherited: true });
      else holders.push(holder);
    }
  }
  return { rows: holders, total: read.total, problems: fewer([...new Set(problems)]), failure };
}

/** A failure that problems may have in common. That one row's own answer is not there says nothing about its scope. */
function causeOf(failure: HttpFailure | null): HttpFailure | null {
  return failure?.kind === 'not-found' ? null : failure;
}

/** A row with the person's id in it; an invitation of somebody without an id has an empty one. */
function rowOf(
  row: unknown,
  { spec, person }: HolderSource,
  context: ConnectorReads,
): { readonly row: unknown; readonly id: string } | string {
  if (person !== undefined && spec.person === undefined) return { row, id: person.id };
  const path = spec.person ?? '.';
  const pending = holdsForRow(spec.pending, row);
  if (pending === true && isNullAt(row, path)) return { row, id: '' };
  const found = personId(context, row, path);
  if (typeof found === 'string') return found;
  return person === undefined || person.id === found.id
    ? { row, id: found.id }
    : `a row is of another person: ${shown(found.id)}, not ${shown(person.id)}`;
}

interface Detailed {
  readonly id: string;
  readonly row: unknown;
  /** What the role is looked for in. */
  readonly detail: unknown;
  /** What says whether it is inherited, and which id it has: the row, or one role of its list. */
  readonly entry: unknown;
}

/** A row with each role of its list, or the row itself where one role stands in it. */
function rolesIn(row: Detailed, { roles, separator }: Assignments): readonly (Detailed | string)[] {
  if (roles === undefined) return [row];
  const written = valueAt(row.detail, roles);
  const found = separator === undefined ? written : partsOf(written, separator);
  return Array.isArray(found)
    ? found.map((each: unknown) => ({ ...row, detail: each, entry: each }))
    : [
        `no ${separator === undefined ? 'list' : 'text'} of roles stands at ${pathText(roles)}: ${shown(row.detail)}`,
      ];
}

/** What stands between the separators of a text, without the spaces around it; undefined where there is no text. */
function partsOf(text: unknown, separator: string): readonly string[] | undefined {
  if (typeof text !== 'string') return undefined;
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

async function detailOf(
  row: unknown,
  id: string,
  { spec, scope }: HolderSource,
  variables: Variables,
  { client, settings }: ConnectorReads,
): Promise<Detailed | HttpFailure | string> {
  if (spec.detail === undefined) return { id, row, detail: row, entry: row };
  try {
    const path = readPath(spec.detail, { ...variables, person: id });
    if (typeof path !== 'string') return path.problem;
    const { body } = await client.get({ method: 'GET', path, credential: credentialName(settings, scope) });
    return { id, row, detail: body, entry: row };
  } catch (error) {
    if (error instanceof HttpFailure && error.kind !== 'interrupted' && error.kind !== 'missing-variable')
      return error;
    throw error;
  }
}

function holderOf({ id, row, detail, entry }: Detailed, source: HolderSource, kind: Kind): Holder | string {
  const { spec, roles, role } = source;
  const value =
    role === undefined || spec.role !== undefined ? plainAt(detail, spec.role ?? '.') : role.value;
  if (value === null) return `no role stands at ${pathText(spec.role ?? '.')}: ${shown(detail)}`;
  const inherited = holdsForRow(spec.inherited, entry);
  if (typeof inherited === 'string') return inherited;
  const pending = holdsForRow(spec.pending, row);
  if (typeof pending === 'string') return pending;
  const scopeId = spec.scope === undefined ? null : idOf(valueAt(row, spec.scope));
  if (spec.scope !== undefined && scopeId === null)
    return `no id of a scope stands at ${pathText(spec.scope)}: ${shown(row)}`;
  if (scopeId !== null && spec.of !== 'root' && scopeId !== source.scope.id)
    return `a row is of another scope: ${shown(scopeId)}, not ${shown(source.scope.id)}`;
  const assignmentId = spec.id === undefined ? null : idOf(valueAt(entry, spec.id));
  if (spec.id !== undefined && (assignmentId === null || !isId(assignmentId)))
    return `no id of an assignment stands at ${pathText(spec.id)}: ${shown(entry)}`;
  const found = roleOfRow(value, roles, spec.renames ?? {}, kind);
  const isKnown = !('unknown' in found);
  const called = isKnown ? found.role : found.unknown;
  if (role !== undefined && called !== role.role)
    return `a row is of another role: ${shown(called)}, not ${shown(role.role)}`;
  return {
    person: id,
    role: called,
    value: isKnown ? found.value : value,
    raw: value,
    byName: isKnown && !Object.hasOwn(spec.renames ?? {}, String(value)) && !isSame(value, found.value, kind),
    assignmentId,
    email: spec.email === undefined ? null : emailOf(valueAt(row, spec.email)),
    name: spec.name === undefined ? null : textOf(valueAt(row, spec.name)),
    scopeId,
    inherited,
    pending,
    known: isKnown,
  };
}

function isSame(a: Plain, b: Plain, { rolesIgnoreCase = false }: Kind): boolean {
  return roleKey(String(a), rolesIgnoreCase) === roleKey(String(b), rolesIgnoreCase);
}

/** Whether a row itself says if it is inherited. */
function saysInherited(row: unknown, { inherited }: Assignments): boolean {
  return typeof inherited === 'object' ? valueAt(row, inherited.at) !== undefined : inherited === true;
}

interface Inheritors {
  readonly ids: ReadonlySet<string>;
  readonly problems: readonly string[];
  readonly failure: HttpFailure | null;
}

const NOBODY: Inheritors = { ids: new Set(), problems: [], failure: null };

/** Who appears in the list because of another scope, as a nested team. */
async function inheritors(
  { spec, scope }: HolderSource,
  variables: Variables,
  context: ConnectorReads,
): Promise<Inheritors> {
  const { inheritedFrom, person = '.' } = spec;
  if (inheritedFrom === undefined) return NOBODY;
  const children = await readRows(context, scope, inheritedFrom, {
    variables,
    rowOf: (row) => {
      const id = idOf(valueAt(row, inheritedFrom.id));
      return id === null || !isId(id)
        ? `no id stands at ${pathText(inheritedFrom.id)}: ${shown(row)}`
        : { id };
    },
    identity: null,
  });
  const lists = await Promise.all(
    children.rows.map(async ({ id }) => {
      const { paging, items } = spec;
      const list = {
        get: inheritedFrom.holders,
        ...(paging === undefined ? {} : { paging }),
        ...(items === undefined ? {} : { items }),
      };
      return await readRows(context, scope, list, {
        variables: { ...variables, child: id },
        rowOf: (row) => personId(context, row, person),
        identity: null,
      });
    }),
  );
  const all = [children, ...lists];
  return {
    ids: new Set(lists.flatMap(({ rows }) => rows.map(({ id }) => id))),
    problems: all.flatMap(({ problems }) => problems),
    failure: all.find(({ failure }) => failure !== null)?.failure ?? null,
  };
}
