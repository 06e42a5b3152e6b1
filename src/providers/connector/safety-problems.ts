import { quote } from '../../model/label.js';
import type { Assignments, Connector, ConnectorProblem, Kind, Write } from './connector.js';
import { sendsAllRoles, variablesOfWrite, requestsOf } from './requests.js';
import { isStatic } from './roles.js';
import { variablesIn } from './templates.js';

type Path = ConnectorProblem['path'];

/** Names that templates have for something else, so that no kind of scope can have them. */
const RESERVED = ['person', 'role', 'roleName', 'from', 'email', 'name', 'child', 'assignment', 'roles'];

/** Headers that belong to the credential, to the connection or to rolecall itself. */
const FORBIDDEN =
  /^(?:authorization|proxy-.*|cookie|host|content-length|transfer-encoding|connection|keep-alive|te|trailer|upgrade|expect|user-agent)$/iu;

/** What would let a connector that is well formed read or write something other than what it says. Pure. */
export function safetyProblems(connector: Connector, root: string): readonly ConnectorProblem[] {
  return [
    ...headerProblems(connector.headers ?? {}),
    ...Object.entries(connector.kinds).flatMap(([kind, described]) => kindProblems(kind, described, root)),
  ];
}

function headerProblems(headers: Readonly<Record<string, string>>): readonly ConnectorProblem[] {
  const names = Object.keys(headers);
  return names.flatMap((name, index) => {
    const path = ['headers', name];
    const lower = name.toLowerCase();
    if (FORBIDDEN.test(name))
      return [{ path, message: `A connector must not set the header ${quote(name)}.` }];
    return names.slice(0, index).some((other) => other.toLowerCase() === lower)
      ? [{ path, message: `The header ${quote(name)} is set twice.` }]
      : [];
  });
}

function kindProblems(kind: string, described: Kind, root: string): readonly ConnectorProblem[] {
  const at: Path = ['kinds', kind];
  const problem = (path: Path, message: string): ConnectorProblem => ({ path: [...at, ...path], message });
  const { roles, assignments, exclusive = false, change, revoke } = described;
  const several = !isStatic(roles) || roles.length > 1;
  const own = kind === root ? null : kind;
  const direct = assignments.filter(({ pending }) => pending !== true);
  return [
    ...(RESERVED.includes(kind)
      ? [problem([], `No kind can be called ${quote(kind)}: templates call something else so.`)]
      : []),
    ...repeatedRoles(described).map((message) => problem(['roles'], message)),
    ...assignments.flatMap((spec, index) =>
      listProblems(spec, own, described).map((message) => problem(['assignments', index], message)),
    ),
    ...(direct.length === 0
      ? [problem(['assignments'], 'Every list is of pending rows: nobody is known to hold a role.')]
      : []),
    ...(['grant', 'grantFirst'] as const).flatMap((key) => {
      const write = described[key];
      return several && write !== undefined && !namesRole(write)
        ? [problem([key], 'The request names no role, and there are several: use {role} in its URL or body.')]
        : [];
    }),
    ...(revoke !== undefined && several && !exclusive && !namesRole(revoke) && !namesAssignment(revoke)
      ? [
          problem(
            ['revoke'],
            'The request names no role, so that it would take every role of a person away: use {role} in its URL or body, or say "exclusive: true" where one is the most.',
          ),
        ]
      : []),
    ...(typeof change === 'object' && !namesRole(change)
      ? [problem(['change'], 'The request names no role: use {role} in its URL or body.')]
      : []),
    ...requestsOf(described).flatMap(({ key, write }) =>
      namesScope(write, own, described)
        ? []
        : [problem([key], `The request names no ${kind}: use {${kind}} in its URL or body.`)],
    ),
    ...unrevokable(described).map((key) =>
      problem(
        [key],
        'There is no "revoke": add it, or leave every request that writes out, where roles are only read.',
      ),
    ),
    ...firstAndLastProblems(described).map(([key, message]) => problem([key], message)),
    ...changeProblems(described).map((message) => problem(['change'], message)),
  ];
}

/** A list that serves several scopes, roles or people must differ for each: else all of them would seem to hold the same. */
function listProblems(spec: Assignments, own: string | null, { roles }: Kind): readonly string[] {
  const named = variablesIn(spec.get);
  const per = spec.for;
  const differs = own === null || named.includes(own) || spec.scope !== undefined;
  const byRole = per === 'role' && !isStatic(roles);
  return [
    ...(per !== undefined && !named.includes(per)
      ? [`The list is read for each ${per}, and its URL does not name it: use {${per}}.`]
      : []),
    ...(differs || byRole
      ? []
      : [
          `The list is the same for each ${own}: use {${own}} in its URL, or say "scope", its path in a row.`,
        ]),
    ...(spec.inheritedFrom !== undefined && !variablesIn(spec.inheritedFrom.holders).includes('child')
      ? ['The holders of "inheritedFrom" are the same for each scope: use {child} in their URL.']
      : []),
    ...(spec.detail !== undefined && per !== 'person' && !variablesIn(spec.detail).includes('person')
      ? ['The detail is the same for each row: use {person} in its URL.']
      : []),
  ];
}

/** What gives a role must be able to take it away: without a revoke, a kind is only read. */
function unrevokable({ revoke, ...described }: Kind): readonly (typeof GIVING)[number][] {
  return revoke === undefined ? GIVING.filter((key) => described[key] !== undefined) : [];
}

const GIVING = ['grant', 'grantFirst', 'change', 'revokeLast'] as const;

/** What stands in the way of a request of its own for the first or the last role of a person. */
function firstAndLastProblems({
  exclusive = false,
  grant,
  grantFirst,
  change,
  revokeLast,
}: Kind): readonly (readonly [string, string])[] {
  const ofOne = 'A person holds one role at most, so that each one is the first and the last:';
  return [
    ...(grantFirst !== undefined && grant === undefined
      ? [['grantFirst', 'There is no "grant" that it could stand in place of: call it "grant".'] as const]
      : []),
    ...(exclusive && grantFirst !== undefined ? [['grantFirst', `${ofOne} call it "grant".`] as const] : []),
    ...(exclusive && revokeLast !== undefined ? [['revokeLast', `${ofOne} call it "revoke".`] as const] : []),
    ...(revokeLast !== undefined && change === 'revoke-then-grant'
      ? [
          [
            'revokeLast',
            'It cannot be half of a change: use "change: grant-then-revoke" or a request.',
          ] as const,
        ]
      : []),
  ];
}

function changeProblems({ change, grant, exclusive = false, destructive = false }: Kind): readonly string[] {
  if (exclusive && change === 'grant-then-revoke')
    return [
      'A person holds one role at most, so that there is never a second one to revoke: use "grant", "revoke-then-grant" or a request.',
    ];
  if (!exclusive && change === 'grant' && !sendsAllRoles(grant))
    return [
      'A grant leaves the other roles of a person, since several can be held: use "grant-then-revoke", send {roles}, or say "exclusive: true".',
    ];
  if (destructive && change === 'revoke-then-grant')
    return ['A revoke ends the membership, so that it cannot be half of a change: use "grant" or a request.'];
  return [];
}

function repeatedRoles({ roles, rolesIgnoreCase = false }: Kind): readonly string[] {
  if (!isStatic(roles)) return [];
  const ids = roles.map(({ id }) => (rolesIgnoreCase ? id.toLowerCase() : id));
  const values = roles.map(({ id, value = id }) => String(value));
  return [
    ...roles
      .filter((_, index) => ids.indexOf(ids[index] ?? '') < index)
      .map(({ id }) => `The role ${quote(id)} is listed twice.`),
    ...roles
      .filter((_, index) => values.indexOf(values[index] ?? '') < index)
      .map(({ id }) => `The role ${quote(id)} has the value of another one.`),
  ];
}

function namesRole(write: Write): boolean {
  return variablesOfWrite(write).some((name) => ['role', 'roleName', 'from', 'roles'].includes(name));
}

/** Whether a request is about what one row says: somebody's role in one scope. */
function namesAssignment(write: Write): boolean {
  return variablesOfWrite(write).includes('assignment');
}

/** Whether a request is about one scope: by its id, or by the id of a role or assignment that the scope alone has. */
function namesScope(write: Write, own: string | null, { roles }: Kind): boolean {
  const named = variablesOfWrite(write);
  if (own === null || named.includes(own) || namesAssignment(write)) return true;
  return !isStatic(roles) && named.includes('role');
}
