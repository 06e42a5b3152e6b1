import type { CheckedWrite, ConnectorCheck } from '../model/connector-check.js';
import { count, cut } from '../model/label.js';
import { visible } from './escape.js';
import { type Colours, colours, type RenderOptions } from './terminal.js';

/** Renders what a connector reads, would send and leaves out, as text; one last line. */
export function connectorCheckText(check: ConnectorCheck, options: RenderOptions): string {
  const paint = colours(options.color);
  const text = (value: string): string => visible(cut(value));
  const read = check.scopes.map(({ scope, name, complete, roles, holders }) =>
    [
      `${paint.heading(text(scope))}${name === null ? '' : `  ${text(name)}`}${complete ? '' : '  not all of it'}`,
      `  roles: ${roles.map(text).join(', ') || 'none'}`,
      ...holders.map(
        ({ principal, role, keep }) =>
          `  ${text(principal)}  ${text(role)}${keep === null ? '' : paint.quiet(`  never taken away: ${keep}`)}`,
      ),
    ].join('\n'),
  );
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [[paint.heading(title), ...lines.map((line) => `  ${text(line)}`)].join('\n')];
  return `${[
    ...read,
    ...section('Not read', check.problems),
    ...(check.writes.length === 0
      ? []
      : [
          [paint.heading('What is sent'), ...check.writes.flatMap((write) => writeLines(write, paint))].join(
            '\n',
          ),
        ]),
    ...section('No example answers', check.missing),
    ...section('Examples that nothing asks for', check.unused),
    ...section('What the file leaves out', check.gaps),
    lastLine(check),
  ].join('\n\n')}\n`;
}

function writeLines(
  { action, scope, principal, from, to, requests, unwritable }: CheckedWrite,
  paint: Colours,
): readonly string[] {
  const roles = [from, to].filter((role) => role !== null).join(' -> ');
  return [
    `  ${action} ${visible(cut(`${principal} ${roles}`))}  ${paint.quiet(visible(cut(scope)))}`,
    ...(unwritable === null ? [] : [`    ${paint.quiet(visible(cut(unwritable)))}`]),
    ...requests.map(({ method, path, body, outcome }) => {
      const sent = body === null ? '' : ` ${JSON.stringify(body)}`;
      return `    ${visible(cut(`${method} ${path}${sent}`, 400))}\n      ${paint.quiet(visible(cut(outcome)))}`;
    }),
  ];
}

function lastLine({ title, scopes, writes, problems }: ConnectorCheck): string {
  const held = scopes.reduce((sum, { holders }) => sum + holders.length, 0);
  const parts = [count(scopes.length, 'scope'), count(held, 'assignment'), count(writes.length, 'change')];
  const state = problems.length === 0 ? '' : `, ${count(problems.length, 'problem')}`;
  return `${visible(cut(title))}: ${parts.join(', ')}${state}.`;
}
