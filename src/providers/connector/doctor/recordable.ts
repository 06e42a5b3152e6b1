import type { Recordable } from '../../doctor.js';
import type { Condition, Connector, Kind, Place } from '../connector.js';
import { pagingOf } from '../paging.js';
import { variablesIn } from '../templates.js';
import { isHeader } from '../values.js';
import { bodyConditions, entryConditions, rowConditions } from './conditions.js';
import { describedLists } from './described-lists.js';

/** What the connector file itself says, and what therefore says nothing about anybody. */
export function connectorRecordable(connector: Connector): Recordable {
  const templates = readTemplates(connector);
  const pagings = [
    connector.paging,
    ...describedLists(connector).map(({ spec }) => pagingOf(spec, connector.paging)),
  ];
  const words = [
    ...conditions(connector).flatMap(wordsOf),
    ...Object.values(connector.kinds).flatMap(roleWords),
  ];
  const pathWords = [
    ...templates.flatMap(literals),
    ...pagings.flatMap((paging) => [paging?.parameter ?? [], paging?.size ?? []].flat()),
  ];
  return {
    words: [...new Set(words)].filter(isWord),
    pathWords: [...new Set(pathWords)].filter(isWord),
    forms: [...new Set(templates.flatMap(mixedParts))].filter(isWord),
    headers: [
      'content-type',
      'link',
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

/** A file may be written for one customer: what looks like an id, a key or an e-mail is no word of the API. */
function isWord(text: string): boolean {
  return text.length <= 64 && !/@|\d{4}|[0-9a-f]{16}/iu.test(text);
}

/** The URL templates of everything that is read. */
function readTemplates(connector: Connector): readonly string[] {
  return [
    ...describedLists(connector).map(({ spec }) => spec.get),
    ...(connector.requires ?? []).map(({ get }) => get),
    ...Object.values(connector.kinds).flatMap(({ name, assignments }) => [
      ...(name === undefined ? [] : [name.get]),
      ...assignments.flatMap(({ detail, inheritedFrom }) =>
        [detail ?? [], inheritedFrom?.holders ?? []].flat(),
      ),
    ]),
  ];
}

function roleWords({ roles, assignments }: Kind): readonly string[] {
  const fixed = 'get' in roles ? [] : roles.flatMap(({ id, value }) => [id, ...texts(value)]);
  return [...fixed, ...assignments.flatMap(({ renames = {} }) => Object.entries(renames).flat())];
}

function conditions(connector: Connector): readonly Condition[] {
  return [
    ...(connector.requires ?? []).map(({ that }) => that),
    ...describedLists(connector).flatMap(({ spec }) => [
      ...rowConditions(spec),
      ...entryConditions(spec),
      ...bodyConditions(spec, connector.paging),
    ]),
  ];
}

function wordsOf({ is, oneOf = [] }: Condition): readonly string[] {
  return [is, ...oneOf].flatMap(texts);
}

function texts(value: unknown): readonly string[] {
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/** Segments and values of parameters in which a template has more than one variable, with `{}` for each. */
function mixedParts(template: string): readonly string[] {
  return writtenParts(template)
    .map((part) => part.replaceAll(/\{[^{}]*\}/gu, '{}'))
    .filter((part) => part !== '{}' && part.includes('{}'));
}

/** Segments and values of parameters, decoded, as a template writes them. */
function writtenParts(template: string): readonly string[] {
  const [path = '', query = ''] = template.replaceAll(/\{[?&][^}]*\}/gu, '').split('?');
  const values = query.split('&').map((pair) => pair.split('=').slice(1).join('='));
  return [...path.split('/'), ...values].map(decodedPart);
}

function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
}

/** The segments, and names and values of parameters, that a URL template writes out. */
function literals(template: string): readonly string[] {
  const [, query = ''] = template.replaceAll(/\{[?&][^}]*\}/gu, '').split('?');
  const names = query.split('&').flatMap((pair) => pair.split('=')[0] ?? []);
  const expanded = [...template.matchAll(/\{[?&][^}]*\}/gu)].flatMap(([part]) => variablesIn(part));
  const written = writtenParts(template).filter((part) => !part.includes('{'));
  return [...written, ...names, ...expanded].filter((text) => text !== '');
}
