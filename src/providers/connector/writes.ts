import type { HttpRequest, HttpResponse } from '../../http/request.js';
import type { PlannedChange } from '../../model/change.js';
import type { LiveAssignment, LiveRoot, LiveScope } from '../../model/live.js';
import { credentialName } from '../../model/settings.js';
import { shown } from '../fields.js';
import { type WriteStep, UnwritableChange } from '../provider.js';
import { type ConnectorContext, kindOf, scopeVariables } from './context.js';
import type { Condition, Kind, Plain, Write } from './connector.js';
import type { Indexes } from './indexes.js';
import { changeOf, requestOf, sendsAllRoles, variablesOfWrite, type WriteKey } from './requests.js';
import { heldIn, rolesAfter, sentAs } from './role-list.js';
import { apiValue } from './roles.js';
import { expandUrl, fillBody, fillWords, type Variables } from './templates.js';
import { holds, pathText, valueAt } from './values.js';

interface WriteContext extends ConnectorContext {
  readonly indexes: Indexes;
}

/** A step of a connector's change, with what its answer must hold, and what in it says that it is so already. */
export interface ConnectorStep extends WriteStep {
  readonly success: readonly Condition[];
  readonly done: readonly Condition[];
}

/**
 * The requests of a change, in order.
 * @throws UnwritableChange for a change that the connector has no request for, or whose request lacks a value
 */
export function connectorWrites(
  planned: PlannedChange,
  root: LiveRoot,
  context: WriteContext,
): readonly ConnectorStep[] {
  const { change, scope } = planned;
  const { from, to } = change;
  const kind = kindOf(context, scope);
  const { grant, revoke } = kind;
  const changes = changeOf(kind);
  const read = { users: root.users, live: context.indexes.scope(root.scopes, scope.address) };
  const step = (
    key: WriteKey,
    write: Write | undefined,
    gives: WriteStep['gives'],
    takes: WriteStep['takes'],
  ): ConnectorStep => {
    if (write === undefined) throw new UnwritableChange(noRequest(key, planned, context));
    const now = requestNow({ key, write }, takes, planned, read, kind);
    return stepOf(now, { gives, takes }, planned, read, context);
  };
  const isInherited = rowsOf(planned, read, context).some(
    ({ role, keep }) => keep === 'inherited' && role === from?.role,
  );
  if (isInherited && to === null)
    throw new UnwritableChange(`${shown(from?.role)} is inherited here, and is revoked where it comes from`);
  if (to === null) return [step('revoke', revoke, null, from)];
  if (from === null) return [step('grant', grant, to, null)];
  switch (changes) {
    case 'grant':
      return [step('grant', grant, to, from)];
    case 'grant-then-revoke':
      return [step('grant', grant, to, null), step('revoke', revoke, null, from)];
    case 'revoke-then-grant':
      return [step('revoke', revoke, null, from), step('grant', grant, to, null)];
    default:
      return [step('change', changes, to, from)];
  }
}

/** What was read of a change's root and scope. */
interface Read {
  readonly users: LiveRoot['users'];
  /** Undefined where the scope was not read. */
  readonly live: LiveScope | undefined;
}

/** What the person of a change holds in its scope. */
function rowsOf(
  { principal }: PlannedChange,
  { live }: Read,
  { indexes }: WriteContext,
): readonly LiveAssignment[] {
  return live === undefined || principal === null ? [] : indexes.rowsOf(live.assignments, principal.id);
}

/** A request with the key of its kind that it stands at. */
interface Named {
  readonly key: WriteKey;
  readonly write: Write;
  /** It hangs on what the person holds right before it. */
  readonly hangsOnHeld?: boolean;
}

/** The request of a step, or the one in its place for the first role of a person, or for the last. */
function requestNow(
  { key, write }: Named,
  takes: WriteStep['takes'],
  planned: PlannedChange,
  { live }: Read,
  { grantFirst, revokeLast }: Kind,
): Named {
  if (key === 'grant' && grantFirst !== undefined) {
    const isFirst = heldIn(planned, live).length === 0;
    return { ...(isFirst ? { key: 'grantFirst', write: grantFirst } : { key, write }), hangsOnHeld: true };
  }
  if (key === 'revoke' && revokeLast !== undefined) {
    const isLast = heldIn(planned, live).every(({ role }) => role === takes?.role);
    return { ...(isLast ? { key: 'revokeLast', write: revokeLast } : { key, write }), hangsOnHeld: true };
  }
  return { key, write };
}

function stepOf(
  { key, write, hangsOnHeld = false }: Named,
  { gives, takes }: Pick<WriteStep, 'gives' | 'takes'>,
  planned: PlannedChange,
  read: Read,
  context: WriteContext,
): ConnectorStep {
  const { method, template } = requestOf(write);
  const { done = [] } = write;
  const one = variablesOf(planned, { gives, takes }, read, context);
  const all = sendsAllRoles(write);
  const variables = all
    ? {
        ...one,
        roles: sentAs(
          write,
          rolesAfter({ write, key, gives, takes, variables: one }, planned, read.live, context),
        ),
      }
    : one;
  const lacking = variablesOfWrite(write).find((name) => variables[name] == null);
  if (lacking !== undefined) throw new UnwritableChange(noValue(lacking, key, planned.scope, context));
  const request: HttpRequest = {
    method,
    path: expandUrl(template, variables),
    credential: credentialName(context.settings, planned.scope),
    ...(write.body === undefined ? {} : { body: fillBody(write.body, variables) }),
  };
  return {
    request,
    gives,
    takes,
    doneStatuses: done.filter((each) => typeof each === 'number'),
    success: filled(write.success ?? [], variables),
    done: filled(
      done.filter((each) => typeof each === 'object'),
      variables,
    ),
    ...(all || hangsOnHeld ? { replacesRoles: true } : {}),
  };
}

/** That no request makes a change, and what the connector would say if one did. */
function noRequest(
  key: Named['key'],
  { change, scope }: PlannedChange,
  { connector }: ConnectorContext,
): string {
  const [keys, what] =
    key === 'revoke'
      ? ['"revoke"', 'takes a role away']
      : change.from === null
        ? ['"grant"', 'grants a role']
        : ['"change" or "grant"', 'replaces one role by another'];
  return `kinds.${scope.kind} of the connector has no request that ${what}: add ${keys} to it if ${connector.title} can do it`;
}

/** That a request needs what nothing tells, and what to add to the connector if it is the one that does not. */
function noValue(
  name: string,
  key: WriteKey,
  { kind }: PlannedChange['scope'],
  context: ConnectorContext,
): string {
  const use = `{${name}} in kinds.${kind}.${key} of the connector`;
  if (name !== 'email' && name !== 'name') return `nothing tells the ${name}, which ${use} needs`;
  const word = name === 'email' ? 'e-mail' : 'name';
  const { list } = context.connector.people ?? {};
  const isSaid =
    list?.[name] !== undefined || kindOf(context, { kind }).assignments.some((spec) => spec[name]);
  if (isSaid) return `the API tells no ${word} of this person, which ${use} needs`;
  const place = list === undefined ? `a list below kinds.${kind}.assignments` : 'people.list';
  return `the connector does not say where the ${word} of a person is, which ${use} needs: add "${name}" to ${place}`;
}

/** The conditions of an answer, where they name what was asked for. */
function filled(conditions: readonly Condition[], variables: Variables): readonly Condition[] {
  const fill = (value: Plain): Plain => (typeof value === 'string' ? fillWords(value, variables) : value);
  return conditions.map(({ is, oneOf, ...condition }) => ({
    ...condition,
    ...(is === undefined ? {} : { is: fill(is) }),
    ...(oneOf === undefined ? {} : { oneOf: oneOf.map(fill) }),
  }));
}

/** What the templates of a write may name. `role`: the role that the request is about; `from`: the one that goes. */
function variablesOf(
  planned: PlannedChange,
  { gives, takes }: Pick<WriteStep, 'gives' | 'takes'>,
  read: Read,
  context: WriteContext,
): Variables {
  const { scope, principal, change, fromRoleId, toRoleId } = planned;
  if (principal === null) throw new Error(`no id to write for ${change.principal} in ${change.scope}`);
  const kind = kindOf(context, scope);
  const user = context.indexes.user(read.users, principal.id);
  const to = gives === null ? null : apiValue(kind, toRoleId ?? gives.role);
  const from = takes === null ? null : apiValue(kind, fromRoleId ?? takes.role);
  const role = to ?? from;
  const row = rowsOf(planned, read, context).find(({ role: held }) => held === takes?.role);
  const assignmentId = row?.assignmentId;
  return {
    ...scopeVariables(context, scope),
    person: personOf(principal.id, context),
    ...(role === null ? {} : { role, roleName: (gives ?? takes)?.role ?? '' }),
    ...(from === null ? {} : { from }),
    ...(assignmentId === undefined ? {} : { assignment: assignmentId }),
    ...(user?.email == null ? {} : { email: user.email }),
    ...(user?.name == null ? {} : { name: user.name }),
  };
}

/** What requests call a person: the id, as a number where the connector says so and it is one. */
function personOf(id: string, { connector }: ConnectorContext): Plain {
  if (connector.people?.type !== 'number') return id;
  const number = Number(id);
  if (Number.isSafeInteger(number) && String(number) === id) return number;
  throw new UnwritableChange(`the id ${shown(id)} is no number, as ids are here`);
}

/** What an answer with a 2xx status lacks of what the connector calls a success; null where it lacks nothing. */
export function connectorRefusal(success: readonly Condition[], { body }: HttpResponse): string | null {
  for (const condition of success) {
    const met = holds(condition, body);
    if (met === true) continue;
    return typeof met === 'string'
      ? met
      : `the answer says ${shown(valueAt(body, condition.at))} at ${pathText(condition.at)}: ${shown(body)}`;
  }
  return null;
}

/** Whether an answer says in its body that it is so already. One that lacks the path does not. */
export function connectorIsDone(done: readonly Condition[], body: unknown): boolean {
  return done.some((condition) => holds(condition, body) === true);
}
