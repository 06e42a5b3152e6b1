/** A stream of chance: a whole number from 0 to below `bound`. */
export type Draw = (bound: number) => number;

/** Few words are made of these letters: a pseudonym tells no name by chance. */
const letters = 'bcdfghjkmnpqrtvwxz';
const hexLetters = 'abcdef';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const hexadecimal = /^(?=.*\d)[0-9a-f]{8,}$/i;
const word = /[\p{L}\p{N}]/u;

/** What is longer has no form worth keeping: parts of an id, and characters of a part. */
const mostParts = 16;
const longestPart = 64;
/** An id that is one part has so many characters at least, so that there are enough of them. */
const shortest = 4;
/** So many digits a JSON number carries exactly. */
const mostDigits = 15;

/** A name like that of a person or a team, of as many words up to three; each addition makes it longer. */
export function nameLike(name: string, draw: Draw, additions: number): string {
  const words = Math.min(3, name.trim().split(/\s+/).length);
  return Array.from({ length: words }, () => lettersOf(6 + additions, draw)).join(' ');
}

/** The part of an e-mail before its `@`. */
export function localPart(draw: Draw, additions: number): string {
  return lettersOf(8 + additions, draw);
}

/**
 * An id of the same form: a UUID, digits, or parts of letters and digits with the same characters between them, of which
 * known beginnings and ends stay. Its letters are small.
 */
export function idLike(
  id: string,
  draw: Draw,
  additions: number,
  isAffix: (text: string) => boolean,
): string {
  if (uuid.test(id)) {
    // What stands at these places tells the version.
    const other = (digit: string, at: number): string => (at === 14 || at === 19 ? digit : hexAt(at, draw));
    return id.toLowerCase().replaceAll(/[0-9a-f]/g, other);
  }
  const parts = (id.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}]+/gu) ?? []).slice(0, mostParts);
  const words = parts.filter((part) => word.test(part));
  if (words.length === 0) return lettersOf(6 + additions, draw);
  const [first, last] = unknownWords(words, isAffix);
  let at = -1;
  const like = parts.map((part): string => {
    if (!word.test(part)) return /^[!-~ ]{1,3}$/.test(part) ? part : '-';
    at += 1;
    if (at < first || at > last) return part;
    return partLike(part, draw, at === first ? additions : 0, words.length === 1 ? shortest : 1);
  });
  return like.join('');
}

/** The first and last word that is no affix; all are unknown where every one is an affix. */
function unknownWords(
  words: readonly string[],
  isAffix: (text: string) => boolean,
): readonly [number, number] {
  const first = words.findIndex((each) => !isAffix(each));
  if (first < 0) return [0, words.length - 1];
  return [first, words.findLastIndex((each) => !isAffix(each))];
}

function partLike(part: string, draw: Draw, additions: number, least: number): string {
  const cut = part.slice(0, longestPart);
  if (/^\d+$/.test(part)) return digitsLike(cut, draw, additions, least);
  if (hexadecimal.test(part)) {
    return Array.from(cut, (_, at) => hexAt(at, draw)).join('') + lettersOf(additions, draw);
  }
  if (!/\d/.test(part)) return lettersOf(6 + additions, draw);
  const like = Array.from(cut, (character) =>
    /\d/.test(character) ? String(draw(10)) : lettersOf(1, draw),
  ).join('');
  return like + lettersOf(Math.max(0, least - like.length) + additions, draw);
}

/** As many digits, or more where those do not suffice. A leading zero stays; what a JSON number can carry it still can. */
function digitsLike(digits: string, draw: Draw, additions: number, least: number): string {
  const wanted = Math.max(digits.length, least) + additions;
  const count = digits.length > mostDigits + 1 ? wanted : Math.min(wanted, mostDigits);
  const first = digits.length > 1 && digits.startsWith('0') ? 0 : 1 + draw(9);
  return String(first) + Array.from({ length: count - 1 }, () => String(draw(10))).join('');
}

function lettersOf(count: number, draw: Draw): string {
  return Array.from({ length: count }, () => letters.charAt(draw(letters.length))).join('');
}

/** Letters and digits in turn, so that the digits are no number. */
function hexAt(place: number, draw: Draw): string {
  return place % 2 === 0 ? hexLetters.charAt(draw(hexLetters.length)) : String(draw(10));
}
