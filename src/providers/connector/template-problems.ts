import { quote } from '../../model/label.js';
import { nearestOf, suggestion } from '../../model/nearest.js';
import type { ConnectorProblem } from './connector.js';
import { variablesIn, variablesInBody } from './templates.js';

/** What is wrong with a URL template that may name `known`. Pure. */
export function templateProblems(
  template: string,
  known: readonly string[],
  path: ConnectorProblem['path'],
): readonly ConnectorProblem[] {
  const form = formProblem(template);
  if (form !== null) return [{ path, message: form }];
  return variablesIn(template)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path, message: unknownVariable(name, known) }));
}

function formProblem(template: string): string | null {
  if (/\{[^{}]*(?:\{|$)/u.test(template)) return 'A "{" of this URL has no "}": write {name}.';
  if (/(?:^|\})[^{}]*\}/u.test(template)) return 'A "}" of this URL has no "{": write {name}.';
  if (/\{[+#./;]/u.test(template))
    return 'Only {name}, {?name} and {&name} are templates here: others could lead out of the path.';
  const [pathPart = ''] = template.split('?');
  return /[#\\\s\p{Cc}]/u.test(template) || /\/(?:\/|\.{1,2}(?:\/|$))/u.test(pathPart)
    ? 'A URL here has no spaces, backslashes, fragments, empty or dot segments.'
    : null;
}

/** The variables that a body must not name, each where it stands. Pure. */
export function bodyProblems(
  body: unknown,
  known: readonly string[],
  path: ConnectorProblem['path'],
): readonly ConnectorProblem[] {
  if (typeof body !== 'object' || body === null)
    return variablesInBody(body)
      .filter((name) => !known.includes(name))
      .map((name) => ({ path, message: unknownVariable(name, known) }));
  return Object.entries(body).flatMap(([key, value]) =>
    bodyProblems(value, known, [...path, Array.isArray(body) ? Number(key) : key]),
  );
}

function unknownVariable(name: string, known: readonly string[]): string {
  const names = known.map((each) => `{${each}}`).join(', ');
  return `There is no ${quote(name)} here. It may name ${names}.${suggestion(nearestOf(known)(name))}`;
}
