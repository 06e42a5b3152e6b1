import type { Recordable } from '../../doctor.js';
import type { Condition, Connector, Kind, Place } from '../connector.js';
import { pagingOf } from '../paging.js';
import { variablesIn } from '../templates.js';
import { isHeader } from '../values.js';
import { describedLists } from './described-lists.js';

/** What the connector file itself says, and what therefore says nothing about anybody. */
export function connectorRecordable(connector: Connector): Recordable {
  const templates = [
    ...describedLists(connector).map(({ spec }) => spec.get),
    ...(connector.requires ?? []).map(({ get }) => get),
    ...Object.values(connector.kinds).flatMap(({ name }) => name?.get ?? []),
  ];
  const pagings = [
    connector.paging,
    ...describedLists(connector).map(({ spec }) => pagingOf(spec, connector.paging)),
  ];
  return {
    words: [
      ...new Set([
        ...conditions(connector).flatMap(wordsOf),
        ...Object.values(connector.kinds).flatMap(roleWords),
      ]),
    ],
    pathWords: [
      ...new Set([
        ...templates.flatMap(literals),
        ...pagings.flatMap((paging) => [paging?.parameter ?? [], paging?.size ?? []].flat()),
      ]),
    ],
    headers: [
      'content-type',
      'retry-after',
      'x-ratelimit-limit',
      'x-ratelimit-remaining',
      'x-ratelimit-reset',
      ...pagings.flatMap((paging) => [paging?.total, paging?.next].flatMap(headersOf)),
    ],
  };
}

/** The headers that paging goes by. */
function headersOf(place: Place | undefined): readonly string[] {
  return place !== undefined && isHeader(place) ? [place.header.toLowerCase()] : [];
}

function roleWords({ roles, assignments }: Kind): readonly string[] {
  const fixed = 'get' in roles ? [] : roles.flatMap(({ id, value }) => [id, ...texts(value)]);
  return [...fixed, ...assignments.flatMap(({ renames = {} }) => Object.entries(renames).flat())];
}

function conditions(connector: Connector): readonly Condition[] {
  return [
    ...(connector.requires ?? []).map(({ that }) => that),
    ...describedLists(connector).flatMap(({ spec }) => [
      ...(spec.skip ?? []),
      ...(spec.emptyIf === undefined ? [] : [spec.emptyIf]),
    ]),
  ];
}

function wordsOf({ is, oneOf = [] }: Condition): readonly string[] {
  return [is, ...oneOf].flatMap(texts);
}

function texts(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : [];
}

/** The segments and names of parameters that a URL template writes out. */
function literals(template: string): readonly string[] {
  const [path = '', query = ''] = template.replaceAll(/\{[?&][^}]*\}/gu, '').split('?');
  const names = query.split('&').flatMap((pair) => pair.split('=')[0] ?? []);
  const expanded = [...template.matchAll(/\{[?&][^}]*\}/gu)].flatMap(([part]) => variablesIn(part));
  return [...path.split('/').filter((segment) => !segment.includes('{')), ...names, ...expanded].filter(
    (text) => text !== '',
  );
}
