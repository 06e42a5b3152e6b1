import { isRecord } from '../model/record.js';
import type { Condition, Connector, Kind, Write } from '../providers/connector/connector.js';
import { sendsAllRoles } from '../providers/connector/requests.js';
import type { KnownWords } from './known-words.js';
import type { LiveValues, Piece, Redacted } from './live-values.js';
import { redactPath } from './redact-path.js';

interface ConnectorContext {
  readonly words: KnownWords;
  readonly live: LiveValues;
}

/** Stands for what people wrote for people. */
const someText: Redacted = { value: 'redacted' };

/**
 * What of a connector file a replay needs: how the API is read. Its URL, headers, examples, comments and texts are left
 * out, and of its writes everything but that they are there. What in the rest is no word of the API becomes a pseudonym,
 * as in the answers.
 */
export function redactConnector(connector: Connector, context: ConnectorContext): Redacted {
  const { paging, requires, rateLimit, people, kinds } = connector;
  return fields({
    connector: { value: 1 },
    title: someText,
    rateLimit: asItStands(rateLimit),
    paging: part(paging, context),
    requires: requires && {
      list: requires.map(({ get, that, optional }) =>
        fields({
          get: template(get, context),
          that: condition(that, context),
          else: someText,
          optional: asItStands(optional),
        }),
      ),
    },
    people: part(people, context),
    kinds: fields(
      Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, kindOf(name, kind, context)])),
    ),
  });
}

function kindOf(name: string, kind: Kind, context: ConnectorContext): Redacted {
  const {
    description: _,
    cannotList: __,
    ungrantable: ___,
    fallback,
    minHolders,
    fixed,
    roles,
    ...rest
  } = kind;
  const { grant, change, revoke, assignments, ...plain } = rest;
  const write = (of: Write): Redacted =>
    fields({
      put: { value: `/recorded/{${name}}/{person}/{role}` },
      body: sendsAllRoles(of) ? { value: '{roles}' } : undefined,
    });
  const isListed = (each: Kind['roles']): each is Extract<Kind['roles'], { readonly get: string }> =>
    !Array.isArray(each);
  return fields({
    ...Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, part(value, context, key)])),
    description: someText,
    fixed: fixed && withRole(fixed, context),
    fallback: fallback === undefined ? undefined : word(fallback, context),
    minHolders: minHolders && {
      fields: Object.entries(minHolders).map(([role, least]) => [roleKey(role, context), { value: least }]),
    },
    roles: isListed(roles)
      ? part(roles, context)
      : {
          list: roles.map(({ id, value, system }) =>
            fields({
              id: word(id, context),
              value: typeof value === 'string' ? word(value, context) : asItStands(value),
              system: asItStands(system),
            }),
          ),
        },
    assignments: {
      list: assignments.map(({ renames, ...spec }) =>
        fields({
          ...Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, part(value, context, key)])),
          renames: renames && {
            fields: Object.entries(renames).map(([from, to]) => [roleKey(from, context), word(to, context)]),
          },
        }),
      ),
    },
    grant: grant && write(grant),
    change: isWrite(change) ? write(change) : asItStands(change),
    revoke: revoke && write(revoke),
  });
}

/** A list whose people all hold one role. */
function withRole({ role, ...list }: NonNullable<Kind['fixed']>, context: ConnectorContext): Redacted {
  return {
    fields: [
      ['role', word(role, context)],
      ...Object.entries(list).flatMap(([key, value]) => {
        const kept = part(value, context, key);
        return kept === undefined ? [] : [[key, kept] as const];
      }),
    ],
  };
}

function isWrite(change: Kind['change']): change is Write {
  return typeof change === 'object';
}

/** A part that holds paths, URL templates, conditions and flags. */
function part(value: unknown, context: ConnectorContext, key = ''): Redacted | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return { list: value.flatMap((item) => part(item, context, key) ?? []) };
  if (isRecord(value)) {
    if (Object.hasOwn(value, 'at') && !Object.hasOwn(value, 'get'))
      return condition(value as unknown as Condition, context);
    return fields(
      Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, part(inner, context, name)])),
    );
  }
  if (typeof value !== 'string') return asItStands(value);
  if (templateKeys.has(key)) return template(value, context);
  return plainKeys.has(key) ? { value } : someText;
}

/** Keys whose texts are paths into answers, names of parameters and headers, and words of the format itself. */
const plainKeys: ReadonlySet<string> = new Set(
  'at items total next header id email name lastLogin scope person role roles value primary by parameter size for of type'.split(
    ' ',
  ),
);

const templateKeys: ReadonlySet<string> = new Set(['get', 'detail', 'holders']);

function condition({ is, oneOf, ...rest }: Condition, context: ConnectorContext): Redacted {
  const value = (each: unknown): Redacted | undefined =>
    typeof each === 'string' ? conditionWord(each, context) : asItStands(each);
  return fields({
    ...Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, asItStands(each)])),
    is: value(is),
    oneOf: oneOf && { list: oneOf.flatMap((each) => value(each) ?? []) },
  });
}

/** A word that an id may be compared with. */
function conditionWord(text: string, { words, live }: ConnectorContext): Redacted {
  return words.isWord(text) ? { word: text } : { text: live.add(text, 'id') };
}

function word(text: string, { words, live }: ConnectorContext): Redacted {
  return words.isWord(text) ? { value: text } : { text: live.add(text, 'id') };
}

function roleKey(text: string, { words, live }: ConnectorContext): Piece {
  return words.isWord(text) ? text : live.add(text, 'id');
}

/** A URL template: its variables stay, and the rest is as in the path of a request. */
function template(text: string, context: ConnectorContext): Redacted {
  const { words } = context;
  const variables: string[] = [];
  const expansions = text.match(/\{[?&][^{}]*\}/gu) ?? [];
  const marked = text.replaceAll(/\{[?&][^{}]*\}/gu, '').replaceAll(/\{[^{}]*\}/gu, (variable) => {
    variables.push(variable);
    return `{${variables.length - 1}}`;
  });
  const isVariable = (part: string): boolean => {
    const form = part.replaceAll(VARIABLE, '{}');
    return form === '{}' || (form !== part && words.isForm(form));
  };
  const pieces = redactPath(marked, {
    ...context,
    words: {
      ...words,
      forms: [],
      isPathWord: (part) => words.isPathWord(part) || isVariable(part),
      isWord: (part) => words.isWord(part) || isVariable(part),
    },
  });
  const named = (part: string): string =>
    part.replaceAll(VARIABLE, (_, index: string) => variables[Number(index)] ?? '');
  return {
    url: [
      ...pieces.map((piece): Piece => {
        if (typeof piece === 'string') return named(piece);
        if (!('word' in piece) || !isVariable(piece.word)) return piece;
        return named(encodeURIComponent(piece.word).replaceAll(/%7B(\d+)%7D/gu, '{$1}'));
      }),
      ...expansions,
    ],
  };
}

const VARIABLE = /\{(\d+)\}/gu;

/** Paths into answers, flags and numbers. */
function asItStands(value: unknown): Redacted | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return { list: value.flatMap((item) => asItStands(item) ?? []) };
  if (isRecord(value))
    return fields(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asItStands(inner)])));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { value }
    : { value: null };
}

function fields(all: Readonly<Record<string, Redacted | undefined>>): Redacted {
  return {
    fields: Object.entries(all).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value] as const],
    ),
  };
}
