import type { PageData, PageRole } from './data.js';
import { asksForRoles, type Person, type Query, roleFits, standingWords } from './people.js';

/** The element of the page with this id. */
export function byId(id: string): HTMLElement {
  return byIdAs(id, HTMLElement);
}

/** The same, of this kind. */
export function byIdAs<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} ${id}`);
  return found;
}

/** Makes an element. Text that looks like HTML stays text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function button(properties: Partial<HTMLButtonElement>, click: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', ...properties });
  made.addEventListener('click', click);
  return made;
}

export function roleChip(role: PageRole, query: Query): HTMLElement {
  const classes = [
    'chip',
    role.standing,
    role.high && 'high',
    role.inactive && 'off',
    role.endsSoon && 'soon',
    asksForRoles(query) && !roleFits(role, query) && 'dim',
  ];
  const title = joined([role.role, roleNotes(role)], ', ');
  return element('span', { className: joined(classes, ' '), textContent: role.role, title });
}

/** What the look of a chip tells, in words. */
export function roleNotes(role: PageRole): string {
  const { high, inactive, until } = role;
  const notes = [high && 'high risk', inactive && 'inactive', standingWords(role), until && `until ${until}`];
  return joined(notes, ', ');
}

export function nameButton(person: Person, open: (person: Person) => void): HTMLButtonElement {
  const { label } = person;
  return button({ className: 'who-name', textContent: label, title: label }, () => open(person));
}

/** The second line about a person. */
export function subtitle({ group, name, label, key }: Person): string {
  if (group) return 'group';
  return name !== undefined && name !== label ? name : (key ?? '');
}

function scopeName(scope: PageData['scopes'][number] | undefined): string {
  if (scope === undefined) return '';
  return scope.isRoot ? scope.name : `${scope.root} › ${scope.name}`;
}

/** `organization`, `project`. */
export function scopeKind({ address }: PageData['scopes'][number]): string {
  return address.split('/')[1] ?? '';
}

/** The organizations and accounts in order, each with the number of its scopes. */
export function scopeGroups({ scopes }: PageData): readonly (readonly [root: string, scopes: number])[] {
  const starts = scopes.flatMap((scope, index) => (scope.root === scopes[index - 1]?.root ? [] : [index]));
  return starts.map((start, index) => [
    scopes[start]?.root ?? '',
    (starts[index + 1] ?? scopes.length) - start,
  ]);
}

/** Joins the texts that are present. */
export function joined(texts: readonly (string | false | undefined)[], between: string): string {
  return texts.filter((text) => text !== undefined && text !== false && text !== '').join(between);
}

/** Opens what is known of a person. */
export function openPerson(person: Person, { scopes }: PageData, query: Query): void {
  const { label, name, key, lastLogin, twoFactor, leaves } = person;
  const facts = [
    name,
    key && `people.yaml: ${key}`,
    lastLogin === undefined ? 'no login known' : `last login ${lastLogin}`,
    twoFactor !== undefined && `second factor ${twoFactor ? 'verified' : 'not verified'}`,
    leaves && `leaves ${leaves}`,
  ];
  byId('person-name').textContent = label;
  byId('person-facts').textContent = joined(facts, ' · ');
  byId('person-ids').textContent = person.principals.join('  ');
  byId('person-roles').replaceChildren(
    ...person.roles.map((role) => {
      const scope = scopes[role.scope];
      const address = element('code', { textContent: scope?.address ?? '' });
      return element(
        'tr',
        {},
        element('td', {}, roleChip(role, query)),
        element('td', {}, scopeName(scope), element('br', {}), address),
        element('td', { textContent: reasons(role) }),
        element('td', {}, element('code', { textContent: role.source ?? '' })),
      );
    }),
  );
  byIdAs('person', HTMLDialogElement).showModal();
}

function reasons(role: PageRole): string {
  const { via, reason } = role;
  return joined([roleNotes(role), via && `through ${via}`, reason], ', ');
}
