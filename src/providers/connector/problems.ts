import { parseBaseUrl } from '../../model/base-url.js';
import { quote } from '../../model/label.js';
import { assignmentProblems } from './assignment-problems.js';
import type { Connector, ConnectorProblem, Kind, ListSpec } from './connector.js';
import { listProblems } from './list-problems.js';
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
  const ofKind = { own, hasOneRole: onlyRole(roles) !== undefined, asked };
  return [
    ...(list === undefined ? [] : asked(list, [root], [...at, 'list'])),
    ...(name === undefined ? [] : templateProblems(name.get, own, [...at, 'name', 'get'])),
    ...(isStatic(roles) ? [] : asked(roles, own, [...at, 'roles'])),
    ...assignments.flatMap((spec, index) => assignmentProblems(spec, [...at, 'assignments', index], ofKind)),
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
