import { asciiLower } from './principal.js';
import type { Change } from './change.js';

/** Characters of foreign text that are shown. */
const SHOWN = 200;
/** Characters of a name that stands beside an id, so that both are shown. */
export const BESIDE_ID = 100;

/** Foreign text cut to what is shown of it, between characters. */
export function cut(text: string, limit = SHOWN): string {
  if (text.length <= limit) return text;
  const end = /[\uD800-\uDBFF]/u.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  return `${text.slice(0, end)}…`;
}

/**
 * What a principal is called: by its e-mail, or else by its name with its address beside it, since people choose their
 * names themselves; by its id alone where there is no name.
 */
export function principalLabel(
  address: string,
  {
    id,
    email,
    name,
  }: { readonly id: string | null; readonly email: string | null; readonly name: string | null },
): string {
  if (email !== null && email.length <= SHOWN) return email;
  const called = email ?? name;
  if (called !== null && called.trim() !== '' && called !== id)
    return `${cut(called, BESIDE_ID)} (${address})`;
  return cut(id ?? address);
}

/** The e-mail that a label is; null where it is a name beside an address. */
export function labelEmail({ principal, label }: Pick<Change, 'principal' | 'label'>): string | null {
  return label.includes('@') && !label.endsWith(` (${principal})`) ? asciiLower(label) : null;
}

/** A value of the files inside a message: quoted, control characters escaped, cut where it is long. */
export function quote(text: string): string {
  return JSON.stringify(cut(text));
}

/** With a capital at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A word with its indefinite article: `an organization`, `a project`. */
export function withArticle(word: string): string {
  return `${/^[aeiou]/iu.test(word) ? 'an' : 'a'} ${word}`;
}

/** `1 scope`, `2 scopes`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}

/** Words as a list: `environments, accounts and projects`; `none` where there are none. */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  const [only = 'none'] = words;
  return words.length < 2 ? only : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
