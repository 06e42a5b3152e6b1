import { count, listed } from '../../../model/label.js';
import { isRecord } from '../../../model/record.js';
import type { Finding, Probe, SeenAnswer } from '../../doctor.js';
import type { Connector } from '../connector.js';
import { pagingOf } from '../paging.js';
import { pathText, valueAt } from '../values.js';
import { pathPattern } from './answers.js';
import { type DescribedField, type DescribedList, describedLists } from './described-lists.js';

/** Whether anything stands where the connector file says that fields of rows stand. */
export function describedFields(connector: Connector): Probe {
  return {
    id: 'described-fields',
    option: null,
    assumes: null,
    when: 'after',
    run: async ({ seen }) => describedLists(connector).flatMap((list) => fieldsOf(list, seen, connector)),
  };
}

function fieldsOf(
  list: DescribedList,
  seen: readonly SeenAnswer[],
  connector: Connector,
): readonly Finding[] {
  const rows = rowsSeen(list, seen, connector);
  if (rows.length === 0) return [];
  const isThere = ({ at, within }: DescribedField): boolean =>
    rows
      .flatMap((row): unknown => (within === undefined ? row : (valueAt(row, within) ?? [])))
      .some((each) => (valueAt(each, at) ?? null) !== null);
  const found = list.fields.filter(isThere);
  const absent = list.fields.filter((field) => !field.required && !isThere(field));
  const paths = found.map(({ at }) => pathText(at));
  return [
    ...(found.length === 0
      ? []
      : [
          {
            state: 'ok',
            evidence: `${list.name}: ${listed(paths)} ${paths.length === 1 ? 'stands' : 'stand'} in ${count(rows.length, 'row')}`,
          } as const,
        ]),
    ...absent.map(
      ({ at, key }): Finding => ({
        state: 'needs-data',
        evidence: `${list.name}: nothing stands at ${pathText(at)} in ${count(rows.length, 'row')}`,
        remedy: `Check ${key} of the connector file against the documentation of the API.`,
      }),
    ),
  ];
}

/** The rows of every answer to a list. */
function rowsSeen(
  { spec }: DescribedList,
  seen: readonly SeenAnswer[],
  { paging }: Connector,
): readonly unknown[] {
  const pattern = pathPattern(spec.get).split('/');
  const { items = '.' } = pagingOf(spec, paging);
  return seen
    .filter(({ status, invalidCredential, path }) => {
      if (invalidCredential || status < 200 || status >= 300) return false;
      const segments = (path.split('?')[0] ?? '').split('/');
      return (
        segments.length === pattern.length &&
        pattern.every((each, at) => each === '{}' || each === segments[at])
      );
    })
    .flatMap(({ body }): readonly unknown[] => {
      const rows = isRecord(body) || Array.isArray(body) ? valueAt(body, items) : null;
      return Array.isArray(rows) ? rows : [];
    });
}
