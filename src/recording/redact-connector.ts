import { isRecord } from '../model/record.js';
import type { Condition, Connector, Kind, StaticRole, Write } from '../providers/connector/connector.js';
import { requestsOf, sendsAllRoles } from '../providers/connector/requests.js';
import { isStatic } from '../providers/connector/roles.js';
import type { Piece, Redacted } from './live-values.js';
import type { PathContext } from './redact-path.js';
import { redactTemplate } from './redact-template.js';

/** Stands for what people wrote for people. */
const someText: Redacted = { value: 'redacted' };

/**
 * What of a connector file a replay needs: how the API is read. Its URL, headers, examples, comments and texts are left
 * out, and of its writes everything but that they are there. What in the rest is no word of the API becomes a pseudonym,
 * as in the answers.
 */
export function redactConnector(connector: Connector, context: PathContext): Redacted {
  const { paging, requires, rateLimit, people, kinds } = connector;
  return fields({
    connector: { value: 1 },
    title: someText,
    rateLimit: asItStands(rateLimit),
    paging: part(paging, context),
    requires: requires && {
      list: requires.map(({ get, that, optional }) =>
        fields({
          get: redactTemplate(get, context),
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

/** Texts for people, which a kind may lack. */
const leftOut: ReadonlySet<string> = new Set(['cannotList', 'ungrantable']);

function kindOf(name: string, kind: Kind, context: PathContext): Redacted {
  const { roles, assignments, fixed, fallback, minHolders, change, ...others } = kind;
  const writes = new Map<string, Write>(requestsOf(kind).map(({ key, write }) => [key, write]));
  const plain = Object.entries(others).filter(([key]) => !writes.has(key) && !leftOut.has(key));
  return fields({
    ...parts(Object.fromEntries(plain), context),
    fixed: fixed && fields({ ...parts(fixed, context), role: word(fixed.role, context) }),
    fallback: word(fallback, context),
    minHolders: byRole(minHolders, asItStands, context),
    roles: isStatic(roles) ? { list: roles.map((role) => staticRole(role, context)) } : part(roles, context),
    assignments: {
      list: assignments.map(({ renames, as, separator, ...spec }) =>
        fields({
          ...parts(spec, context),
          as: word(as, context),
          separator: asItStands(separator),
          renames: byRole(renames, (to) => word(to, context), context),
        }),
      ),
    },
    change: typeof change === 'string' ? { value: change } : undefined,
    ...Object.fromEntries([...writes].map(([key, write]) => [key, standIn(write, name)])),
  });
}

function staticRole({ id, value, system }: StaticRole, context: PathContext): Redacted {
  return fields({
    id: word(id, context),
    value: typeof value === 'string' ? word(value, context) : asItStands(value),
    system: asItStands(system),
  });
}

/** Says of a write that it is there, and whether it sends all roles. */
function standIn(write: Write, kind: string): Redacted {
  return fields({
    put: { value: `/recorded/{${kind}}/{person}/{role}` },
    body: sendsAllRoles(write) ? { value: '{roles}' } : undefined,
  });
}

/** An object whose keys are roles. */
function byRole<T>(
  roles: Readonly<Record<string, T>> | undefined,
  valueOf: (value: T) => Redacted | undefined,
  { words, live }: PathContext,
): Redacted | undefined {
  if (roles === undefined) return undefined;
  return {
    fields: Object.entries(roles).flatMap(([role, value]): (readonly [Piece, Redacted])[] => {
      const kept = valueOf(value);
      return kept === undefined ? [] : [[words.isWord(role) ? role : live.add(role, 'id'), kept]];
    }),
  };
}

/** The parts of an object, by their keys. */
function parts(of: object, context: PathContext): Readonly<Record<string, Redacted | undefined>> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, part(value, context, key)]));
}

/** A part that holds paths, URL templates, conditions and flags. */
function part(value: unknown, context: PathContext, key = ''): Redacted | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return { list: value.flatMap((item) => part(item, context, key) ?? []) };
  if (isRecord(value)) {
    if (Object.hasOwn(value, 'at') && !Object.hasOwn(value, 'get'))
      return condition(value as unknown as Condition, context);
    return fields(parts(value, context));
  }
  if (typeof value !== 'string') return asItStands(value);
  if (templateKeys.has(key)) return redactTemplate(value, context);
  return plainKeys.has(key) ? { value } : someText;
}

/** Keys whose texts are paths into answers, names of parameters and headers, and words of the format itself. */
const plainKeys: ReadonlySet<string> = new Set(
  'at items total next header id email name rank lastLogin scope person role roles value primary by parameter size for of type'.split(
    ' ',
  ),
);

const templateKeys: ReadonlySet<string> = new Set(['get', 'detail', 'holders']);

function condition({ is, oneOf, ...rest }: Condition, context: PathContext): Redacted {
  const value = (each: unknown): Redacted | undefined =>
    typeof each === 'string' ? conditionWord(each, context) : asItStands(each);
  return fields({
    ...Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, asItStands(each)])),
    is: value(is),
    oneOf: oneOf && { list: oneOf.flatMap((each) => value(each) ?? []) },
  });
}

/** A word that an id may be compared with. */
function conditionWord(text: string, { words, live }: PathContext): Redacted {
  return words.isWord(text) ? { word: text } : { text: live.add(text, 'id') };
}

function word(text: string, context: PathContext): Redacted;
function word(text: string | undefined, context: PathContext): Redacted | undefined;
function word(text: string | undefined, { words, live }: PathContext): Redacted | undefined {
  if (text === undefined) return undefined;
  return words.isWord(text) ? { value: text } : { text: live.add(text, 'id') };
}

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
