import type { DocumentedAnswer } from './answer.js';

/**
 * What an API is documented to answer to a GET of a path (percent-encoded, with or without its query); undefined where
 * nothing is. Of several answers that fit it is the one that spells out most of the path.
 */
export function documentedAnswer(
  answers: readonly DocumentedAnswer[],
  path: string,
): DocumentedAnswer | undefined {
  const [plain = ''] = path.split('?');
  const segments = plain.split('/');
  const fitting = answers.flatMap((answer) =>
    answer.paths
      .map((template) => template.split('/'))
      .filter((template) => fits(template, segments))
      .map((template) => ({ answer, ids: template.filter((part) => part === '{}').length })),
  );
  return fitting.sort((a, b) => a.ids - b.ids)[0]?.answer;
}

function fits(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, index) => (part === '{}' ? segments[index] !== '' : part === segments[index]))
  );
}
