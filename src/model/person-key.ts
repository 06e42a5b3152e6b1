/** Letters that no decomposition reduces to plain Latin ones. */
const LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

/** The longest key that is made of a name; a number may follow. */
const LONGEST = 60;

/** Whom a key is for. */
export interface NamedUser {
  readonly name: string | null;
  readonly email: string | null;
  /** The API's id. */
  readonly id: string;
}

/**
 * A key of people.yaml: the name in lower case with hyphens (`ada-lovelace`), else what stands before the `@` of the e-mail,
 * else the id. A number follows only where `isTaken` says that the key is in use. Pure.
 */
export function personKey({ name, email, id }: NamedUser, isTaken: (key: string) => boolean): string {
  const local = email === null ? '' : email.slice(0, Math.max(0, email.lastIndexOf('@')));
  const found = hyphened(name ?? '') ?? hyphened(local) ?? idKey(id);
  if (!isTaken(found)) return found;
  let number = 2;
  while (isTaken(`${found}-${number}`)) number += 1;
  return `${found}-${number}`;
}

function idKey(id: string): string {
  const words = wordsOf(id);
  return words === null ? 'user' : keyOf(/[a-z]/u.test(words) ? words : `user-${words}`);
}

/** Null where the text has no letter, or one that is not Latin: half a name would mislead. */
function hyphened(text: string): string | null {
  const words = wordsOf(text);
  return words === null || !/[a-z]/u.test(words) ? null : keyOf(words);
}

function wordsOf(text: string): string | null {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’ʼ]/gu, '')
    .toLowerCase()
    .replace(/[^\0-\x7F]/gu, (letter) => LATIN[letter] ?? letter);
  if (/(?![a-z0-9])[\p{L}\p{N}]/u.test(plain)) return null;
  const words = plain.match(/[a-z0-9]+/gu);
  return words === null ? null : words.join('-');
}

/** Cut between words, where there are several. */
function keyOf(words: string): string {
  if (words.length <= LONGEST) return words;
  const start = words.slice(0, LONGEST + 1);
  const end = start.lastIndexOf('-');
  return end > 0 ? start.slice(0, end) : words.slice(0, LONGEST);
}
