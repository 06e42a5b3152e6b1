import type { Piece, Redacted } from './live-values.js';
import { type PathContext, redactPath } from './redact-path.js';

/** A URL template: its variables stay, and the rest is as in the path of a request. */
export function redactTemplate(text: string, context: PathContext): Redacted {
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
