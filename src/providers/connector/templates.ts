import { UnwritableChange } from '../provider.js';
import { parseTemplate } from 'url-template';
import { isId } from '../../model/scope.js';
import { shown } from '../fields.js';
import type { Plain } from './connector.js';

/** What a template may name: kinds of scope by their ids, `person`, `role`, `from`, `email` and the like; `roles` is a list. */
export type Variables = Readonly<Record<string, Plain | readonly unknown[]>>;

/**
 * A URL template (RFC 6570) with its variables filled in: path and query below the base URL.
 * @throws UnwritableChange where a variable has no value, or one of its path is a dot segment, which would lead elsewhere
 */
export function expandUrl(template: string, variables: Variables): string {
  for (const name of variablesIn(template)) valueOf(name, variables);
  for (const name of pathVariables(template)) {
    const value = valueOf(name, variables);
    if (!isId(String(value)))
      throw new UnwritableChange(`${name} is ${shown(value)}, which cannot be part of a path`);
  }
  // A filter in the query, such as id eq "…": percent-encoding does not keep a quote from ending its text.
  for (const [, name = ''] of template.matchAll(/%2[27]\{([a-zA-Z][a-zA-Z0-9-]*)\}/gu))
    quotable(name, valueOf(name, variables), template);
  const strings = Object.entries(variables).map(([name, value]): [string, string | string[] | null] => [
    name,
    value === null ? null : Array.isArray(value) ? value.map(String) : String(value),
  ]);
  return parseTemplate(template).expand(Object.fromEntries(strings));
}

/** Sets parameters in the query of a path: those that it has already get the new value. */
export function withQuery(path: string, parameters: Readonly<Record<string, string | number>>): string {
  const set = new Map(
    Object.entries(parameters).map(([name, value]) => [encodeURIComponent(name), encodeURIComponent(value)]),
  );
  const at = path.indexOf('?');
  const own = at < 0 ? [] : path.slice(at + 1).split('&');
  const kept = own.filter((pair) => pair !== '' && !set.has(pair.split('=')[0] ?? ''));
  const query = [...kept, ...[...set].map(([name, value]) => `${name}=${value}`)].join('&');
  return `${at < 0 ? path : path.slice(0, at)}${query === '' ? '' : `?${query}`}`;
}

/** The names in a template. */
export function variablesIn(template: string): readonly string[] {
  return [...template.matchAll(/\{[?&+#./;]?([^}]*)\}/gu)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.replace(/[*]$|:\d+$/u, '')),
  );
}

/** The names in the path of a template, without its query. */
export function pathVariables(template: string): readonly string[] {
  return variablesIn(template.replaceAll(/\{[?&][^}]*\}/gu, '').split('?')[0] ?? '');
}

/** What people call a variable. */
const WORDS = new Map([
  ['email', 'e-mail of this person'],
  ['name', 'name of this person'],
]);

const NAME = /\{([a-zA-Z][a-zA-Z0-9-]*)\}/gu;

/**
 * A body with its variables filled in. A text that is all one variable becomes its value, whatever its type; inside of a
 * text the value is put as text.
 * @throws UnwritableChange for a variable without a value, or one whose quotes would end the text that it is put into
 */
export function fillBody(body: unknown, variables: Variables): unknown {
  if (typeof body === 'string') return fillText(body, variables);
  if (Array.isArray(body)) return body.map((each: unknown) => fillBody(each, variables));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, fillBody(value, variables)]));
}

/** A text that an answer is compared with, with its variables filled in. Nothing that stands in one can do harm. */
export function fillWords(text: string, variables: Variables): Plain {
  const value = fill(text, variables, (name) => String(valueOf(name, variables)));
  if (typeof value === 'object') throw new Error(`no list can stand in a condition: ${text}`);
  return value;
}

function fillText(text: string, variables: Variables): Plain | readonly unknown[] {
  return fill(text, variables, (name) => quotable(name, valueOf(name, variables), text));
}

/** A value as it may stand inside of a quoted text. */
function quotable(name: string, value: Plain | readonly unknown[], text: string): string {
  if (/["'\\\p{Cc}]/u.test(String(value)))
    throw new UnwritableChange(
      `${name} is ${shown(value)}, whose quote, backslash or control character could end the text ${shown(text)}`,
    );
  return String(value);
}

function fill(
  text: string,
  variables: Variables,
  insert: (name: string) => string,
): Plain | readonly unknown[] {
  const [whole, only] = /^\{([a-zA-Z][a-zA-Z0-9-]*)\}$/u.exec(text) ?? [];
  if (whole !== undefined && only !== undefined) return valueOf(only, variables);
  return text.replaceAll(NAME, (_, name: string) => insert(name));
}

function valueOf(name: string, variables: Variables): Plain | readonly unknown[] {
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (value == null)
    throw new UnwritableChange(`the API tells no ${WORDS.get(name) ?? name}, which the request needs`);
  return value;
}

/** The names in a body. */
export function variablesInBody(body: unknown): readonly string[] {
  if (typeof body === 'string') return [...body.matchAll(NAME)].map(([, name = '']) => name);
  if (typeof body !== 'object' || body === null) return [];
  return Object.values(body).flatMap(variablesInBody);
}
