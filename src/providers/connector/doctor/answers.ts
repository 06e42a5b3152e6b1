import type { DocumentedAnswer, JsonType, Meaning, Shape } from '../../answer.js';
import { withArticle } from '../../../model/label.js';
import type { Condition, Connector, Path, PeopleList, Place } from '../connector.js';
import { pagingOf } from '../paging.js';
import { isHeader } from '../values.js';
import { bodyConditions, entryConditions, meaningOf, rowConditions } from './conditions.js';
import { type DescribedField, type DescribedList, describedLists } from './described-lists.js';

const REMEDY = 'Check the connector file against the documentation of the API.';

/** What the reads of a connector are answered, as the connector file describes it: of each path one answer. */
export function connectorAnswers(connector: Connector): readonly DocumentedAnswer[] {
  const byPath = new Map<string, DocumentedAnswer>();
  for (const { name, get, body } of described(connector)) {
    const path = pathPattern(get);
    const known = byPath.get(path);
    if (known === undefined)
      byPath.set(path, { name, source: 'the connector file', paths: [path], body, remedy: REMEDY });
    else byPath.set(path, { ...known, body: merged(known.body, body) });
  }
  return [...byPath.values()];
}

interface Described {
  readonly name: string;
  /** A URL template. */
  readonly get: string;
  readonly body: Shape;
}

function described(connector: Connector): readonly Described[] {
  const { list } = connector.people ?? {};
  return [
    ...describedLists(connector).map((each) => ({
      name: each.name,
      get: each.spec.get,
      body: bodyOf(each, connector),
    })),
    ...(list?.emails === undefined
      ? []
      : [{ name: 'people', get: list.get, body: emailsOf(list, connector) }]),
    ...(connector.requires ?? []).flatMap(({ get, that }) =>
      conditionShapes([that]).map((body) => ({ name: 'what the connector requires', get, body })),
    ),
    ...Object.entries(connector.kinds).flatMap(([kind, { assignments }]) =>
      assignments.flatMap(({ detail, role = '.', roles, separator }) =>
        detail === undefined
          ? []
          : [
              {
                name: `one holder of a role in ${withArticle(kind)}`,
                get: detail,
                body:
                  separator === undefined
                    ? inList(roles, shapeAt(keysOf(role), leaf('role'), false))
                    : shapeAt(keysOf(roles ?? '.'), leaf('role'), false),
              },
            ],
      ),
    ),
  ];
}

/** Where each of the people has a list of e-mails. */
function emailsOf(list: PeopleList, { paging }: Connector): Shape {
  const { at = '.', value = '.', primary = '.' } = list.emails ?? {};
  const emails = {
    list: merged(shapeAt(keysOf(value), leaf('email'), true), shapeAt(keysOf(primary), leaf('flag'), true)),
  };
  return shapeAt(
    keysOf(pagingOf(list, paging).items ?? '.'),
    { list: shapeAt(keysOf(at), emails, true) },
    true,
  );
}

/** The path of a URL template, with `{}` for each segment that a variable is in. */
export function pathPattern(template: string): string {
  const [path = ''] = template.replaceAll(/\{[?&][^}]*\}/gu, '').split('?');
  return path
    .split('/')
    .map((segment) => (segment.includes('{') ? '{}' : segment))
    .join('/');
}

function bodyOf({ spec, fields }: DescribedList, connector: Connector): Shape {
  const { items = '.', total, next } = pagingOf(spec, connector.paging);
  const [first = { fields: {} }, ...others] = [
    // Rows that are left out may be of another form.
    ...fields.map((field) => rowShape(spec.skip === undefined ? field : { ...field, required: false })),
    ...conditionShapes(rowConditions(spec)),
    ...conditionShapes(entryConditions(spec)).map((shape) => inList(spec.roles, shape)),
  ];
  const row = others.reduce(merged, first);
  const rows: Shape = spec.entries === true ? entryShape(row) : { list: row };
  const isOptional = spec.emptyIf !== undefined;
  return [
    shapeAt(keysOf(items), rows, isOptional),
    ...placed(total, 'count'),
    ...placed(next, 'link'),
    ...conditionShapes(bodyConditions(spec, connector.paging)),
  ].reduce(merged);
}

/** The object whose entries are rows with a `key` and a `value`. */
function entryShape(row: Shape): Shape {
  const { key, value = { fields: {} } } = 'fields' in row ? row.fields : {};
  return { keys: key !== undefined && 'means' in key ? key.means : 'other', each: value };
}

/** What stands at a place of the body; nothing where it is a header. */
function placed(place: Place | undefined, means: Meaning): readonly Shape[] {
  return place === undefined || isHeader(place) ? [] : [shapeAt(keysOf(place), leaf(means), true)];
}

/** What conditions look at, which may be missing. */
function conditionShapes(conditions: readonly Condition[]): readonly Shape[] {
  return conditions.flatMap((condition) => {
    const means = meaningOf(condition);
    return means === null ? [] : [shapeAt(keysOf(condition.at), leaf(means), true)];
  });
}

function rowShape({ within, ...field }: DescribedField): Shape {
  return inList(within, fieldShape(field));
}

/** What stands in each of a list in a row; in the row itself where there is none. */
function inList(list: Path | undefined, inner: Shape): Shape {
  return list === undefined ? inner : shapeAt(keysOf(list), { list: inner }, false);
}

function fieldShape({ at, means, required }: Omit<DescribedField, 'within'>): Shape {
  const shape = leaf(means);
  return shapeAt(
    keysOf(at),
    required ? shape : { ...shape, types: [...new Set([...shape.types, 'null' as const])] },
    !required,
  );
}

function keysOf(path: Path): readonly string[] {
  if (path === '.') return [];
  return typeof path === 'string' ? path.split('.') : path;
}

/** A shape that holds another one at the end of a path; a number among its keys leads into a list. */
function shapeAt([key, ...rest]: readonly string[], inner: Shape, optional: boolean): Shape {
  if (key === undefined) return inner;
  const below = shapeAt(rest, inner, optional);
  if (/^\d+$/u.test(key)) return { list: below };
  const keys = optional ? [key] : [];
  return fieldsShape({ [key]: below }, keys, rest.length === 0 ? [] : keys);
}

function fieldsShape(
  fields: Readonly<Record<string, Shape>>,
  optional: readonly string[],
  nullable: readonly string[],
): Shape {
  return { fields, optional, ...(nullable.length === 0 ? {} : { nullable }) };
}

const plain: readonly JsonType[] = ['string', 'number', 'boolean', 'null'];
const typesOf: Readonly<Partial<Record<Meaning, readonly JsonType[]>>> = {
  id: ['string', 'number'],
  email: ['string', 'null'],
  name: ['string', 'null'],
  count: ['number', 'string', 'null'],
  link: ['string', 'number', 'boolean', 'null'],
};

function leaf(means: Meaning): { readonly types: readonly JsonType[]; readonly means: Meaning } {
  return { types: typesOf[means] ?? plain, means };
}

/** Both shapes at once; where they contradict each other, the first. */
function merged(one: Shape, other: Shape): Shape {
  if ('list' in one && 'list' in other) return { list: merged(one.list, other.list) };
  if (!('fields' in one) || !('fields' in other)) return one;
  const fields: Record<string, Shape> = { ...one.fields };
  for (const [key, shape] of Object.entries(other.fields)) {
    const before = fields[key];
    fields[key] = before === undefined ? shape : merged(before, shape);
  }
  const inBoth = (which: 'optional' | 'nullable'): readonly string[] =>
    Object.keys(fields).filter((key) =>
      [one, other].every((each) => !Object.hasOwn(each.fields, key) || each[which]?.includes(key) === true),
    );
  return fieldsShape(fields, inBoth('optional'), inBoth('nullable'));
}
