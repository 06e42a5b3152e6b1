import { withArticle } from '../../../model/label.js';
import type { Meaning } from '../../answer.js';
import type { Assignments, Connector, Kind, ListSpec, Path, RoleList } from '../connector.js';

/** A field of the rows of a list, as the connector describes it. */
export interface DescribedField {
  readonly at: Path;
  /** The list in the row that it is looked for in; the row itself if left out. */
  readonly within?: Path;
  readonly means: Meaning;
  /** Rows without it are not understood. */
  readonly required: boolean;
  /** Where the connector file says it, such as `people.list.email`. */
  readonly key: string;
}

/** A list that the connector reads, and what it takes from the rows. */
export interface DescribedList {
  /** In words, such as `people` or `holders of roles in a team`. */
  readonly name: string;
  readonly spec: ListSpec & Pick<Assignments, 'inherited' | 'pending' | 'roles'>;
  readonly fields: readonly DescribedField[];
}

/** Every list that a connector describes. Pure. */
export function describedLists({ people, kinds }: Connector): readonly DescribedList[] {
  const list = people?.list;
  return [
    ...(list === undefined
      ? []
      : [
          {
            name: 'people',
            spec: list,
            fields: fieldsOf('people.list', [
              ['id', list.id, 'id', true],
              ['email', list.email, 'email'],
              ['name', list.name, 'name'],
              ['lastLogin', list.lastLogin, 'time'],
              ['twoFactor.at', list.twoFactor?.at, 'flag'],
            ]),
          },
        ]),
    ...Object.entries(kinds).flatMap(([kind, described]) => listsOfKind(kind, described)),
  ];
}

function listsOfKind(
  kind: string,
  { list, plural = `${kind}s`, roles, assignments, fixed }: Kind,
): readonly DescribedList[] {
  const at = `kinds.${kind}`;
  return [
    ...(list === undefined
      ? []
      : [
          {
            name: plural,
            spec: list,
            fields: fieldsOf(`${at}.list`, [
              ['id', list.id, 'id', true],
              ['name', list.name, 'name'],
            ]),
          },
        ]),
    ...('get' in roles ? [roleList(kind, roles)] : []),
    ...assignments.flatMap((spec, index) => holderLists(kind, spec, `${at}.assignments.${index}`)),
    ...(fixed === undefined
      ? []
      : [
          {
            name: `people with a fixed role in ${withArticle(kind)}`,
            spec: fixed,
            fields: fieldsOf(`${at}.fixed`, [['person', fixed.person, 'id', true]]),
          },
        ]),
  ];
}

function roleList(kind: string, roles: RoleList): DescribedList {
  return {
    name: `roles of ${withArticle(kind)}`,
    spec: roles,
    fields: fieldsOf(`kinds.${kind}.roles`, [
      ['id', roles.id, 'role', true],
      ['name', roles.name, 'role'],
      ['rank', roles.rank, 'count', true],
      ['system.at', roles.system?.at, 'flag'],
    ]),
  };
}

function holderLists(kind: string, spec: Assignments, at: string): readonly DescribedList[] {
  const { inheritedFrom } = spec;
  // All roles in one text are one field of the row.
  const roles = spec.separator === undefined ? spec.roles : undefined;
  // With `detail` it stands in another answer.
  const role =
    spec.detail === undefined ? (spec.role ?? (roles === undefined ? spec.roles : '.')) : undefined;
  const inRow: FieldRow[] = [
    ['id', spec.id, 'id', true],
    ['role', role, 'role', true],
  ];
  return [
    {
      name: `${spec.pending === true ? 'invitations to roles' : 'holders of roles'} in ${withArticle(kind)}`,
      spec,
      fields: fieldsOf(at, [
        ['scope', spec.scope, 'id', true],
        ['person', spec.person, 'id', (spec.pending ?? false) === false],
        ...(roles === undefined ? inRow : []),
        ['email', spec.email, 'email'],
        ['name', spec.name, 'name'],
      ]).concat(roles === undefined ? [] : fieldsOf(at, inRow).map((field) => ({ ...field, within: roles }))),
    },
    ...(inheritedFrom === undefined
      ? []
      : [
          {
            name: `where roles in ${withArticle(kind)} are inherited from`,
            spec: inheritedFrom,
            fields: fieldsOf(`${at}.inheritedFrom`, [['id', inheritedFrom.id, 'id', true]]),
          },
          {
            name: `holders of roles that are inherited in ${withArticle(kind)}`,
            spec: { ...listedAs(spec), get: inheritedFrom.holders },
            fields: fieldsOf(at, [['person', spec.person, 'id', true]]),
          },
        ]),
  ];
}

/** How the rows of a list come, whatever its URL. */
function listedAs({ paging, items }: Assignments): Omit<ListSpec, 'get'> {
  return { ...(paging === undefined ? {} : { paging }), ...(items === undefined ? {} : { items }) };
}

type FieldRow = readonly [key: string, at: Path | undefined, means: Meaning, required?: boolean];

function fieldsOf(prefix: string, rows: readonly FieldRow[]): readonly DescribedField[] {
  return rows.flatMap(([key, at, means, required = false]) =>
    at === undefined ? [] : [{ at, means, required, key: `${prefix}.${key}` }],
  );
}
