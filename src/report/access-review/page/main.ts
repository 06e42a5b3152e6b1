import { Cards } from './cards.js';
import type { PageData } from './data.js';
import { byId, byIdAs, element, openPerson, scopeGroups } from './elements.js';
import { Matrix } from './matrix.js';
import { compare, EVERYONE, type Person, peopleOf, type Query, selected } from './people.js';

const data = JSON.parse(byId('data').textContent) as PageData;
const people = peopleOf(data);
const small = matchMedia('(max-width: 40rem)');
const search = byIdAs('search', HTMLInputElement);
const scopeChoice = byIdAs('scope', HTMLSelectElement);
const roleChoice = byIdAs('role', HTMLSelectElement);
const dialog = byIdAs('person', HTMLDialogElement);
const cards = document.querySelectorAll<HTMLButtonElement>('[data-filter]');

let query: Query = EVERYONE;
let shown: readonly Person[] = people;
/** The view that the reader chose; null if the width of the window decides. */
let chosen: 'list' | 'matrix' | null = null;

const open = (person: Person): void => openPerson(person, data, query);
const matrix = new Matrix(data, query, { open, sort: sortBy });
const list = new Cards(data, query, open);

function sortBy(column: Query['sort']): void {
  ask({ sort: column, descending: query.sort === column && !query.descending });
}

function ask(more: Partial<Query>): void {
  query = { ...query, ...more };
  shown = selected(people, query);
  const of = shown.length === people.length ? '' : `${shown.length} of `;
  byId('count').textContent = `${of}${people.length} people and groups`;
  byId('none').hidden = shown.length > 0;
  for (const card of cards) card.ariaPressed = String(query.filters.has(card.dataset['filter'] ?? ''));
  draw();
}

function view(): 'list' | 'matrix' {
  return chosen ?? (small.matches ? 'list' : 'matrix');
}

function draw(): void {
  const asList = view() === 'list';
  matrix.hidden = asList;
  list.hidden = !asList;
  byId('view').textContent = asList ? 'Show as matrix' : 'Show as list';
  if (asList) list.show(shown, query);
  else matrix.show(shown, query);
}

function clear(): void {
  search.value = '';
  scopeChoice.value = '';
  roleChoice.value = '';
  ask(EVERYONE);
}

function toggle(filter: string): void {
  const filters = new Set(query.filters);
  if (!filters.delete(filter)) filters.add(filter);
  ask({ filters });
}

let first = 0;
for (const [root, width] of scopeGroups(data)) {
  const options = data.scopes.slice(first, first + width).map(({ name, address }, index) => {
    const textContent = name === address ? address : `${name} — ${address}`;
    return element('option', { value: String(first + index), textContent });
  });
  scopeChoice.append(element('optgroup', { label: root }, ...options));
  first += width;
}
const roles = new Set(people.flatMap((person) => person.roles.map(({ role }) => role)));
roleChoice.append(
  ...[...roles].sort(compare).map((role) => element('option', { value: role, textContent: role })),
);
search.addEventListener('input', () => ask({ search: search.value }));
scopeChoice.addEventListener('change', () => {
  ask({ scope: scopeChoice.value === '' ? null : Number(scopeChoice.value) });
});
roleChoice.addEventListener('change', () => {
  ask({ role: roleChoice.value === '' ? null : roleChoice.value });
});
for (const card of cards) card.addEventListener('click', () => toggle(card.dataset['filter'] ?? ''));
byId('clear').addEventListener('click', clear);
byId('view').addEventListener('click', () => {
  chosen = view() === 'list' ? 'matrix' : 'list';
  draw();
});
byId('close').addEventListener('click', () => dialog.close());
dialog.addEventListener('click', ({ target }) => {
  if (target === dialog) dialog.close();
});
addEventListener('resize', () => {
  if (view() === 'matrix') matrix.redraw();
});
small.addEventListener('change', draw);
addEventListener('keydown', (event) => {
  const active = document.activeElement;
  const typing = active !== null && /^(?:INPUT|SELECT|TEXTAREA)$/u.test(active.tagName);
  if (event.key === '/' && !typing && !dialog.open) {
    event.preventDefault();
    search.focus();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || active?.classList.contains('who-name') !== true) return;
  const names = [...document.querySelectorAll<HTMLElement>('.who-name')];
  const next = names.find((_, index) => names[index - step] === active);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
});
addEventListener('beforeprint', () => {
  list.hidden = false;
  list.show(shown, query);
  list.grow(shown.length);
});
addEventListener('afterprint', draw);
byId('review').hidden = false;
ask({});
