import { quote } from '../../model/label.js';
import type { Assignments, Connector, ConnectorProblem, Kind, ListSpec, Paging, Write } from './connector.js';
import { pagingOf } from './paging.js';
import { requestOf, variablesOfWrite } from './requests.js';
import { isStatic } from './roles.js';
import { safetyProblems } from './safety-problems.js';
import { variablesIn, variablesInBody } from './templates.js';

type Path = ConnectorProblem['path'];

/** What is wrong with a connector that fits its schema, all of it. Pure. */
export function connectorProblems(connector: Connector): readonly ConnectorProblem[] {
  const kinds = Object.entries(connector.kinds);
  const [root = ''] = kinds.map(([kind]) => kind);
  const { list } = connector.people ?? {};
  return [
    ...(connector.requires ?? []).flatMap(({ get }, index) =>
      templateProblems(get, [root], ['requires', index, 'get']),
    ),
    ...(list === undefined ? [] : listProblems(list, [root], ['people', 'list'], connector)),
    ...kinds.flatMap(([kind, described]) => kindProblems(kind, described, root, connector)),
    ...safetyProblems(connector),
  ];
}

function kindProblems(
  kind: string,
  described: Kind,
  root: string,
  connector: Connector,
): readonly ConnectorProblem[] {
  const at: Path = ['kinds', kind];
  const own = [...new Set([root, kind])];
  const { list, name, roles, assignments, exclusive = false, grant, change, revoke } = described;
  const held = assignments.every(({ id }) => id !== undefined) ? ['assignment'] : [];
  const asked = (spec: ListSpec, variables: readonly string[], path: Path) =>
    listProblems(spec, variables, path, connector);
  return [
    ...(list === undefined ? [] : asked(list, [root], [...at, 'list'])),
    ...(name === undefined ? [] : templateProblems(name.get, own, [...at, 'name', 'get'])),
    ...(isStatic(roles) ? [] : asked(roles, own, [...at, 'roles'])),
    ...assignments.flatMap((spec, index) =>
      assignmentProblems(spec, own, [...at, 'assignments', index], asked),
    ),
    ...rolesNamed(described, at),
    ...(exclusive && grant !== undefined && change === undefined
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
    ...writeProblems(revoke, [...own, ...held], [...at, 'revoke']),
  ];
}

function assignmentProblems(
  spec: Assignments,
  own: readonly string[],
  path: Path,
  asked: (spec: ListSpec, variables: readonly string[], path: Path) => readonly ConnectorProblem[],
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
    ...(spec.for !== 'role' && spec.role === undefined ? [lacks('role', 'role')] : []),
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
  const own = spec.paging === undefined ? path : [...path, 'paging'];
  return [
    ...templateProblems(spec.get, variables, [...path, 'get']),
    ...pagingProblems(pagingOf(spec, paging)).map((message) => ({ path: own, message })),
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

function writeProblems(
  write: Write | undefined,
  own: readonly string[],
  path: Path,
): readonly ConnectorProblem[] {
  if (write === undefined) return [];
  const known = [...own, 'person', 'role', 'roleName', 'email', 'name'];
  const { method, template } = requestOf(write);
  const unknown = variablesInBody(write.body).filter((name) => !known.includes(name));
  const used = variablesOfWrite(write);
  return [
    ...templateProblems(template, known, [...path, method.toLowerCase()]),
    ...(write.success ?? []).flatMap(({ is }, index) =>
      variablesInBody(is)
        .filter((name) => !known.includes(name))
        .map((name) => ({
          path: [...path, 'success', index, 'is'],
          message: unknownVariable(name, known),
        })),
    ),
    ...unknown.map((name) => ({ path: [...path, 'body'], message: unknownVariable(name, known) })),
    ...(['person', 'email', 'assignment'].some((name) => used.includes(name))
      ? []
      : [{ path, message: 'The request names nobody: use {person} in its URL or body.' }]),
  ];
}

/** Roles that a kind names and its own list of roles lacks. */
function rolesNamed({ roles, fallback, minHolders = {} }: Kind, at: Path): readonly ConnectorProblem[] {
  if (!isStatic(roles)) return [];
  const ids = roles.map(({ id }) => id);
  const named: readonly [string, Path][] = [
    ...(fallback === undefined ? [] : [[fallback, [...at, 'fallback']] as [string, Path]]),
    ...Object.keys(minHolders).map((role): [string, Path] => [role, [...at, 'minHolders', role]]),
  ];
  return named
    .filter(([role]) => !ids.includes(role))
    .map(([role, path]) => ({ path, message: `${quote(role)} is none of the roles: ${ids.join(', ')}.` }));
}

function templateProblems(
  template: string,
  known: readonly string[],
  path: Path,
): readonly ConnectorProblem[] {
  if (/\{[+#./;]/u.test(template))
    return [
      {
        path,
        message: 'Only {name}, {?name} and {&name} are templates here: others could lead out of the path.',
      },
    ];
  const [pathPart = ''] = template.split('?');
  if (/[#\\\s\p{Cc}]/u.test(template) || /\/(?:\/|\.{1,2}(?:\/|$))/u.test(pathPart))
    return [{ path, message: 'A URL here has no spaces, backslashes, fragments, empty or dot segments.' }];
  return variablesIn(template)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path, message: unknownVariable(name, known) }));
}

function unknownVariable(name: string, known: readonly string[]): string {
  return `There is no ${quote(name)} here. It may name ${known.map((each) => `{${each}}`).join(', ')}.`;
}
