import type { DocumentedAnswer, Shape } from '../providers/answer.js';
import type { Recordable } from '../providers/doctor.js';

/** What of one system may stand in a recording as it is. */
export interface KnownWords {
  /** Whether a value of an answer is a documented word; case does not matter. */
  readonly isWord: (text: string) => boolean;
  /** Whether a segment of a path or the name of a parameter is documented. */
  readonly isPathWord: (text: string) => boolean;
  /** Whether ids begin or end with it by the documentation. */
  readonly isAffix: (text: string) => boolean;
  /** Whether a header of an answer is kept, by its name in lower case. */
  readonly isHeader: (name: string) => boolean;
  /** Everything above and the documented fields, in lower case: a live value that is one of them tells nothing. */
  readonly all: ReadonlySet<string>;
}

/** Headers whose values tell how an answer is to be read. */
const ownHeaders = ['content-type', 'retry-after'];

export function knownWords(answers: readonly DocumentedAnswer[], recordable: Recordable): KnownWords {
  const lower = (texts: readonly string[]): string[] => texts.map((text) => text.toLowerCase());
  const words = new Set(lower(recordable.words));
  const segments = answers.flatMap(({ paths }) => paths.flatMap((path) => path.split('/')));
  const pathWords = new Set([...recordable.pathWords, ...segments.filter((segment) => segment !== '{}')]);
  const affixes = new Set(lower(recordable.affixes ?? []));
  const headers = new Set([...ownHeaders, ...lower(recordable.headers)]);
  const fields = lower(answers.flatMap(({ body }) => fieldNames(body)));
  return {
    isWord: (text) => words.has(text.toLowerCase()),
    isPathWord: (text) => pathWords.has(text),
    isAffix: (text) => affixes.has(text.toLowerCase()),
    isHeader: (name) => headers.has(name),
    all: new Set([...words, ...lower([...pathWords]), ...affixes, ...headers, ...fields]),
  };
}

function fieldNames(shape: Shape): readonly string[] {
  if ('list' in shape) return fieldNames(shape.list);
  if (!('fields' in shape)) return [];
  return Object.entries(shape.fields).flatMap(([name, field]) => [name, ...fieldNames(field)]);
}
