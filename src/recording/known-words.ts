import type { DocumentedAnswer, Shape } from '../providers/answer.js';
import type { Recordable } from '../providers/doctor.js';

/** What of one system may stand in a recording as it is. */
export interface KnownWords {
  /** Whether a value of an answer is a documented word; case does not matter. */
  readonly isWord: (text: string) => boolean;
  /** Whether a segment of a path or the name of a parameter is documented. */
  readonly isPathWord: (text: string) => boolean;
  /** Whether a part of a URL template is documented, with `{}` for each variable. */
  readonly isForm: (form: string) => boolean;
  /** Forms of parts of paths that hold more than an id: every other group is documented text. */
  readonly forms: readonly RegExp[];
  /** Whether ids begin or end with it by the documentation. */
  readonly isAffix: (text: string) => boolean;
  /** Whether a header of an answer is kept, by its name in lower case. */
  readonly isHeader: (name: string) => boolean;
  /** Everything above and the documented fields, in lower case: a live value that is one of them tells nothing. */
  readonly all: ReadonlySet<string>;
}

/** Headers whose values tell how an answer is to be read. */
const ownHeaders = ['content-type', 'retry-after'];

/** @param mayStay whether a segment of a path or the name of a parameter may be kept */
export function knownWords(
  answers: readonly DocumentedAnswer[],
  recordable: Recordable,
  mayStay: (word: string) => boolean = () => true,
): KnownWords {
  const lower = (texts: readonly string[]): string[] => texts.map((text) => text.toLowerCase());
  const words = new Set(lower(recordable.words));
  const segments = answers.flatMap(({ paths }) => paths.flatMap((path) => path.split('/')));
  const pathWords = new Set(
    [...recordable.pathWords, ...segments.filter((segment) => segment !== '{}')].filter(mayStay),
  );
  const affixes = new Set(lower(recordable.affixes ?? []));
  const headers = new Set([...ownHeaders, ...lower(recordable.headers)]);
  const fields = lower(answers.flatMap(({ body }) => fieldNames(body)));
  return {
    isWord: (text) => words.has(text.toLowerCase()),
    isPathWord: (text) => pathWords.has(text),
    isForm: (form) => recordable.forms?.includes(form) ?? false,
    forms: (recordable.forms ?? []).map(formPattern),
    isAffix: (text) => affixes.has(text.toLowerCase()),
    isHeader: (name) => headers.has(name),
    all: new Set([...words, ...lower([...pathWords]), ...affixes, ...headers, ...fields]),
  };
}

/** `members:{}` as a pattern whose groups are `members:`, what stands for `{}`, and so on by turns. */
function formPattern(form: string): RegExp {
  const literals = form.split('{}').map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^(${literals.join(')(.+?)(')})$`, 'su');
}

function fieldNames(shape: Shape): readonly string[] {
  if ('list' in shape) return fieldNames(shape.list);
  if ('each' in shape) return fieldNames(shape.each);
  if (!('fields' in shape)) return [];
  return Object.entries(shape.fields).flatMap(([name, field]) => [name, ...fieldNames(field)]);
}
