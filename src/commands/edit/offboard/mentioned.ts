import type { Person } from '../../../model/desired.js';

/**
 * The key of the person in whose lines of people.yaml a comment has an e-mail, as `import --people` writes it beside an id; null
 * where there is none. Good for a suggestion: a comment says nothing for sure.
 */
export function mentionedPerson(email: string, text: string, people: readonly Person[]): string | null {
  const folded = email.toLowerCase();
  const index = text.split('\n').findIndex((line) => {
    const comment = /(?:^|\s)#(.*)$/u.exec(line)?.[1] ?? '';
    return comment
      .toLowerCase()
      .split(/[\s,;]+/u)
      .includes(folded);
  });
  if (index === -1) return null;
  const before = people.filter(({ source }) => source.line <= index + 1);
  return before.toSorted((a, b) => b.source.line - a.source.line)[0]?.key ?? null;
}
