import { count, cut } from '../model/label.js';
import type { ListedRole, RoleKind, RoleList, UnknownRole } from '../model/role-list.js';
import { visible } from './escape.js';
import { type Colours, colours, column, folded, type RenderOptions } from './terminal.js';
import { locationWords } from './words.js';

/** Renders the roles known live as text: a block for each kind of scope, then what the files lack; one last line. */
export function rolesText(roles: RoleList, options: RenderOptions): string {
  const paint = colours(options.color);
  const blocks = roles.kinds.map((kind) => kindBlock(kind, paint, options));
  const text = [...blocks, ...unknownBlock(roles.unknown, paint), lastLine(roles)].join('\n\n');
  return `${folded(text, options.width)}\n`;
}

function kindBlock(
  { provider, kind, scopes, complete, roles }: RoleKind,
  paint: Colours,
  { width }: RenderOptions,
): string {
  const part = complete ? '' : ', not all of it read';
  const title = `${paint.heading(visible(`${provider} ${kind}`))}  ${count(scopes, 'scope')}${part}`;
  if (roles.length === 0) return `${title}\n  no role is known`;
  const names = column(
    roles.map(({ name }) => visible(cut(name))),
    width,
  );
  const ids = column(
    roles.map(({ id }) => visible(cut(id))),
    width,
  );
  const held = column(roles.map(holdersWords), width);
  const lines = roles.map((role) => {
    const notes = notesOn(role, scopes);
    const holders = holdersWords(role);
    const name = names.padded(visible(cut(role.name)));
    const start = `  ${role.blocked === null ? name : paint.unlisted(name)}  ${ids.padded(visible(cut(role.id)))}`;
    return notes === '' ? `${start}  ${holders}` : `${start}  ${held.padded(holders)}  ${notes}`;
  });
  return [title, ...lines].join('\n');
}

function holdersWords({ holders }: ListedRole): string {
  return holders === 0 ? 'nobody' : count(holders, 'holder');
}

function notesOn({ aliases, scopes, blocked }: ListedRole, all: number): string {
  const notes = [
    ...(aliases.length === 0 ? [] : [`also ${aliases.map((name) => visible(cut(name))).join(', ')}`]),
    ...(scopes.length === all ? [] : [`in ${scopes.length} of ${count(all, 'scope')}`]),
    ...(blocked === null ? [] : [`cannot be granted: ${visible(cut(blocked))}`]),
  ];
  return notes.join('; ');
}

function unknownBlock(unknown: readonly UnknownRole[], paint: Colours): readonly string[] {
  if (unknown.length === 0) return [];
  const lines = unknown.map(
    ({ scope, role, reason, source }) =>
      `  ${paint.blocked('!')} ${visible(cut(role))}  ${visible(scope)}  ${visible(locationWords(source))}\n      ${visible(reason)}`,
  );
  return [[paint.heading('Asked for by the files, and not grantable'), ...lines].join('\n')];
}

function lastLine({ kinds, unknown }: RoleList): string {
  const roles = kinds.reduce((sum, kind) => sum + kind.roles.length, 0);
  const scopes = kinds.reduce((sum, kind) => sum + kind.scopes, 0);
  const wanted =
    unknown.length === 0 ? '' : `, ${count(unknown.length, 'role')} of the files cannot be granted`;
  return `${count(roles, 'role')} known in ${count(scopes, 'scope')}${wanted}.`;
}
