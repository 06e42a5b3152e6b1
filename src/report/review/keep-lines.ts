import type { Change } from '../../model/change.js';
import { type DesiredScope, type Person, personIn } from '../../model/desired.js';
import { groupBy } from '../../model/ordering.js';
import { refAddress } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import { visible } from '../escape.js';
import { markdownFence } from '../escape-markdown.js';
import { byNatural } from '../natural-order.js';
import { whereMarkdown, whoMarkdown } from './change-words.js';
import type { ReviewFacts } from './facts.js';

const MOST_LINES = 300;

/** How the files would say what is live: the lines to add, by document and role, and those to take out. */
export function keepMarkdown(
  changes: readonly Change[],
  scopes: readonly DesiredScope[],
  people: readonly Person[],
  facts: ReviewFacts,
): string {
  const added = changes.filter(({ from }) => from !== null);
  const asked = changes.filter(({ to, source }) => to !== null && source !== null);
  const documents = new Map(scopes.map((desired) => [desired.scope.address, desired]));
  const lines = [...groupBy(added, ({ scope }) => scope)].flatMap(([address, own]) => {
    const desired = documents.get(address);
    return desired === undefined ? [] : documentLines(desired, own, people);
  });
  const shown = lines.slice(0, MOST_LINES);
  const more = lines.length > shown.length ? [`# … and ${lines.length - shown.length} more lines`] : [];
  const out = asked
    .slice(0, MOST_LINES)
    .map((change) => `- ${whoMarkdown(change, facts)}: ${whereMarkdown(change, facts)}`);
  return [
    ...(lines.length === 0 ? [] : ['Add:', markdownFence([...shown, ...more], 'yaml')]),
    ...(out.length === 0 ? [] : ['Take out, or change, the entries of:', out.join('\n')]),
  ].join('\n\n');
}

function documentLines(
  { scope, source }: DesiredScope,
  changes: readonly Change[],
  people: readonly Person[],
): readonly string[] {
  const roles = groupBy(changes, ({ from }) => from?.role ?? '');
  return [
    `# ${source.file}, ${scope.address}`,
    'roles:',
    ...[...roles].flatMap(([role, own]) => [
      `  ${scalar(role)}:`,
      ...[...own]
        .sort((a, b) => byNatural(a.label, b.label))
        .map((change) => entryLine(change, scope, people)),
    ]),
  ];
}

function entryLine(change: Change, scope: Scope, people: readonly Person[]): string {
  const person = people.find((one) => {
    const ref = personIn(one, scope);
    return ref !== null && [change.principal, `user:${change.label}`].includes(refAddress(ref));
  });
  const name = scalar(person?.key ?? decoded(change.principal));
  const entry = change.from?.status === 'inactive' ? `{ user: ${name}, status: inactive }` : name;
  return `    - ${entry}${person === undefined ? `  # ${visible(change.label)}` : ''}`;
}

function decoded(principal: string): string {
  try {
    return decodeURIComponent(principal);
  } catch {
    return principal;
  }
}

function scalar(text: string): string {
  return /^[A-Za-z][\w@.:-]*$/u.test(text) && !text.endsWith(':') ? text : JSON.stringify(text);
}
