import type { Assignments, ConnectorProblem, ListSpec } from './connector.js';
import { templateProblems } from './template-problems.js';

type Path = ConnectorProblem['path'];

/** What the check of a list of holders needs to know of its kind. */
interface OfKind {
  /** The names of the kind and its root in templates. */
  readonly own: readonly string[];
  /** The kind has but one role, so that no row need say it. */
  readonly hasOneRole: boolean;
  /** What is wrong with a list as such. */
  readonly asked: (spec: ListSpec, variables: readonly string[], path: Path) => readonly ConnectorProblem[];
}

/** What is wrong with a list of the holders of roles. Pure. */
export function assignmentProblems(
  spec: Assignments,
  path: Path,
  { own, hasOneRole, asked }: OfKind,
): readonly ConnectorProblem[] {
  const per = spec.for === undefined ? [] : [spec.for];
  const { inheritedFrom, detail } = spec;
  return [
    ...asked(spec, [...own, ...per], path),
    ...missing(spec, hasOneRole).map((message) => ({ path, message })),
    ...contradictions(spec).map(([key, message]) => ({ path: [...path, key], message })),
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

/** What the list must say and does not. */
function missing(
  { for: per, of, scope, person, role, roles, as }: Assignments,
  hasOneRole: boolean,
): string[] {
  const lacks = (key: 'person' | 'role'): string =>
    `The list says no "${key}": add the path of it in a row, or read the list "for: ${key}".`;
  const saysRole = [role, roles, as].some((each) => each !== undefined) || per === 'role' || hasOneRole;
  return [
    ...(per !== 'person' && person === undefined ? [lacks('person')] : []),
    ...(saysRole ? [] : [lacks('role')]),
    ...(of === 'root' && scope === undefined
      ? ['A list "of: root" needs "scope", the path of the scope in a row.']
      : []),
  ];
}

/** Keys that do not go with others, and why. */
function contradictions({
  for: per,
  role,
  roles,
  as,
  id,
  separator,
  inheritedFrom,
}: Assignments): readonly (readonly [string, string])[] {
  const rules: readonly (readonly [boolean, string, string])[] = [
    [
      as !== undefined && (per === 'role' || role !== undefined || roles !== undefined),
      'as',
      'All rows have this role, so that none says another one: leave "role", "roles" and "for: role" out.',
    ],
    [
      separator !== undefined && roles === undefined,
      'separator',
      'The text of all roles stands at "roles": add the path of it in a row.',
    ],
    [separator !== undefined && role !== undefined, 'role', besideText('role')],
    [separator !== undefined && id !== undefined, 'id', besideText('id')],
    [
      roles !== undefined && (per === 'role' || inheritedFrom !== undefined),
      'roles',
      'A list of roles in a row goes neither with "for: role" nor with "inheritedFrom".',
    ],
  ];
  return rules.flatMap(([broken, key, message]) => (broken ? [[key, message] as const] : []));
}

function besideText(key: string): string {
  return `In a text of all roles nothing else stands beside them: leave "${key}" out.`;
}
