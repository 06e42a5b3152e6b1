import { parseBaseUrl } from '../../model/base-url.js';
import { quote } from '../../model/label.js';
import type { Assignments, Connector, ConnectorProblem, Kind, ListSpec, Paging } from './connector.js';
import { pagingOf } from './paging.js';
import { sendsAllRoles } from './requests.js';
import { isStatic, onlyRole } from './roles.js';
import { safetyProblems } from './safety-problems.js';
import { templateProblems } from './template-problems.js';
import { writeProblems } from './write-problems.js';

type Path = ConnectorProblem['path'];

/**
 * What is wrong with a connector that fits its schema, all of it. Pure.
 * @param root the kind of the root, where `kinds` lacks it since it is wrong by itself
 */
export function connectorProblems(
  connector: Connector,
  root = Object.keys(connector.kinds)[0] ?? '',
): readonly ConnectorProblem[] {
  const { url, requires = [], people, kinds } = connector;
  const { list } = people ?? {};
  const found = [
    ...urlProblems(url),
    ...requires.flatMap(({ get }, index) => templateProblems(get, [root], ['requires', index, 'get'])),
    ...(list === undefined ? [] : listProblems(list, [root], ['people', 'list'], connector)),
    ...Object.entries(kinds).flatMap(([kind, described]) => kindProblems(kind, described, root, connector)),
  ];
  // What a request lacks may be what one of its names is a slip of.
  const isExplained = ({ path }: ConnectorProblem): boolean =>
    path.length > 2 && found.some((other) => other.path.length > path.length && isBelow(other.path, path));
  const all = [...found, ...safetyProblems(connector, root).filter((each) => !isExplained(each))];
  // What is wrong with the paging that lists have in common is told once.
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

function isBelow(path: Path, above: Path): boolean {
  return above.every((step, index) => path[index] === step);
}

function urlProblems(url: string | undefined): readonly ConnectorProblem[] {
  const read = url === undefined ? null : parseBaseUrl(url);
  return read === null || read.ok ? [] : [{ path: ['url'], message: `This URL ${read.reason}.` }];
}

function kindProblems(
  kind: string,
  described: Kind,
  root: string,
  connector: Connector,
): readonly ConnectorProblem[] {
  const at: Path = ['kinds', kind];
  const own = [...new Set([root, kind])];
  const { list, name, roles, assignments, fixed, exclusive = false, grant, change, revoke } = described;
  const held = assignments.every(({ id }) => id !== undefined) ? ['assignment'] : [];
  const asked = (spec: ListSpec, variables: readonly string[], path: Path) =>
    listProblems(spec, variables, path, connector);
  return [
    ...(list === undefined ? [] : asked(list, [root], [...at, 'list'])),
    ...(name === undefined ? [] : templateProblems(name.get, own, [...at, 'name', 'get'])),
    ...(isStatic(roles) ? [] : asked(roles, own, [...at, 'roles'])),
    ...assignments.flatMap((spec, index) =>
      assignmentProblems(spec, own, [...at, 'assignments', index], asked, onlyRole(roles) !== undefined),
    ),
    ...(fixed === undefined ? [] : asked(fixed, [root], [...at, 'fixed'])),
    ...(fixed === undefined || exclusive
      ? []
      : [
          {
            path: [...at, 'fixed'],
            message: 'A fixed role stands in place of any other one: it needs "exclusive: true".',
          },
        ]),
    ...assignments.flatMap(({ skipRoles }, index) =>
      skipRoles === true && connector.people?.list === undefined
        ? [
            {
              path: [...at, 'assignments', index, 'skipRoles'],
              message: 'Without a list of people nothing tells roles from people: add "people.list".',
            },
          ]
        : [],
    ),
    ...rolesNamed(described, at),
    ...orderProblems(described).map(([key, message]) => ({ path: [...at, key], message })),
    ...(exclusive && grant !== undefined && change === undefined && !sendsAllRoles(grant)
      ? [
          {
            path: at,
            message: `A person holds one role in ${quote(kind)}: say under "change" how it is replaced.`,
          },
        ]
      : []),
    ...(grant === undefined && change === 'grant'
      ? [{ path: [...at, 'change'], message: 'There is no "grant" that could replace a role.' }]
      : []),
    ...writeProblems(grant, own, [...at, 'grant']),
    ...(typeof change === 'object'
      ? writeProblems(change, [...own, ...held, 'from'], [...at, 'change'])
      : []),
    ...writeProblems(described.grantFirst, own, [...at, 'grantFirst']),
    ...writeProblems(revoke, [...own, ...held], [...at, 'revoke']),
    ...writeProblems(described.revokeLast, [...own, ...held], [...at, 'revokeLast']),
  ];
}

function assignmentProblems(
  spec: Assignments,
  own: readonly string[],
  path: Path,
  asked: (spec: ListSpec, variables: readonly string[], path: Path) => readonly ConnectorProblem[],
  hasOneRole: boolean,
): readonly ConnectorProblem[] {
  const per = spec.for === undefined ? [] : [spec.for];
  const lacks = (key: string, unless: string): ConnectorProblem => ({
    path,
    message: `The list says no "${key}": add the path of it in a row, or read the list "for: ${unless}".`,
  });
  const { inheritedFrom, detail } = spec;
  return [
    ...asked(spec, [...own, ...per], path),
    ...(spec.for !== 'person' && spec.person === undefined ? [lacks('person', 'person')] : []),
    ...(spec.for !== 'role' &&
    spec.role === undefined &&
    spec.roles === undefined &&
    spec.as === undefined &&
    !hasOneRole
      ? [lacks('role', 'role')]
      : []),
    ...(spec.as !== undefined && (spec.for === 'role' || spec.role !== undefined || spec.roles !== undefined)
      ? [
          {
            path: [...path, 'as'],
            message:
              'All rows have this role, so that none says another one: leave "role", "roles" and "for: role" out.',
          },
        ]
      : []),
    ...(spec.separator !== undefined && spec.roles === undefined
      ? [
          {
            path: [...path, 'separator'],
            message: 'The text of all roles stands at "roles": add the path of it in a row.',
          },
        ]
      : []),
    ...(['role', 'id'] as const)
      .filter((key) => spec.separator !== undefined && spec[key] !== undefined)
      .map((key) => ({
        path: [...path, key],
        message: `In a text of all roles nothing else stands beside them: leave "${key}" out.`,
      })),
    ...(spec.roles !== undefined && (spec.for === 'role' || spec.inheritedFrom !== undefined)
      ? [
          {
            path: [...path, 'roles'],
            message: 'A list of roles in a row goes neither with "for: role" nor with "inheritedFrom".',
          },
        ]
      : []),
    ...(spec.of !== 'root' || spec.scope !== undefined
      ? []
      : [
          {
            path,
            message: 'A list "of: root" needs "scope", the path of the scope in a row.',
          },
        ]),
    ...(detail === undefined
      ? []
      : templateProblems(detail, [...own, 'person', ...per], [...path, 'detail'])),
    ...(inheritedFrom === undefined
      ? []
      : [
          ...asked(inheritedFrom, own, [...path, 'inheritedFrom']),
          ...templateProblems(
            inheritedFrom.holders,
            [...own, 'child', ...per],
            [...path, 'inheritedFrom', 'holders'],
          ),
        ]),
  ];
}

function listProblems(
  spec: ListSpec,
  variables: readonly string[],
  path: Path,
  { paging }: Connector,
): readonly ConnectorProblem[] {
  const at = spec.paging === undefined ? ['paging'] : [...path, 'paging'];
  return [
    ...templateProblems(spec.get, variables, [...path, 'get']),
    ...pagingProblems(pagingOf(spec, paging)).map((message) => ({ path: at, message })),
  ];
}

function pagingProblems({ by, parameter, size, max, next }: Paging): readonly string[] {
  const sized = size !== undefined && max !== undefined;
  const needsSize = `Paging by ${by} needs "size" and "max", to tell a full page from the last one.`;
  switch (by) {
    case 'page':
    case 'offset':
      return parameter === undefined ? [`Paging by ${by} needs "parameter", the query parameter of it.`] : [];
    case 'cursor':
      return [
        ...(next === undefined ? ['Paging by cursor needs "next", the path of the next cursor.'] : []),
        ...(sized ? [] : [needsSize]),
      ];
    case 'link':
      return sized ? [] : [needsSize];
    case 'whole':
      return [];
  }
}

/** An order that nothing tells, or a rank that nothing goes by. */
function orderProblems({ roles, ordered = false }: Kind): readonly (readonly [string, string])[] {
  const hasRank = !isStatic(roles) && roles.rank !== undefined;
  if (ordered && !isStatic(roles) && !hasRank)
    return [['roles', 'Nothing says which role is higher: add "rank", the path of a number in a row.']];
  return hasRank && !ordered ? [['roles', 'A "rank" needs "ordered: true" in its kind.']] : [];
}

/** Roles that a kind names and its own list of roles lacks. */
function rolesNamed(
  { roles, assignments, fallback, fixed, minHolders = {} }: Kind,
  at: Path,
): readonly ConnectorProblem[] {
  if (!isStatic(roles)) return [];
  const ids = roles.map(({ id }) => id);
  const named: readonly [string, Path][] = [
    ...(fallback === undefined ? [] : [[fallback, [...at, 'fallback']] as [string, Path]]),
    ...(fixed === undefined ? [] : [[fixed.role, [...at, 'fixed', 'role']] as [string, Path]]),
    ...assignments.flatMap(({ as }, index): [string, Path][] =>
      as === undefined ? [] : [[as, [...at, 'assignments', index, 'as']]],
    ),
    ...Object.keys(minHolders).map((role): [string, Path] => [role, [...at, 'minHolders', role]]),
  ];
  return named
    .filter(([role]) => !ids.includes(role))
    .map(([role, path]) => ({ path, message: `${quote(role)} is none of the roles: ${ids.join(', ')}.` }));
}
