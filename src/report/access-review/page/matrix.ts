import type { PageData } from './data.js';
import {
  button,
  byId,
  element,
  nameButton,
  roleChip,
  roleNotes,
  scopeGroups,
  scopeKind,
  subtitle,
} from './elements.js';
import { asksForRoles, isUnlistedRisk, type Person, type Query, roleFits } from './people.js';

/** Height of a row, as the style has it. */
const ROW = 44;
const AROUND = 12;

export interface MatrixActions {
  readonly open: (person: Person) => void;
  readonly sort: (column: Query['sort']) => void;
}

/** The table of people and scopes. Only the rows in sight are in the page. */
export class Matrix {
  readonly #grid = byId('grid');
  readonly #rows = byId('rows');
  #people: readonly Person[] = [];
  #drawn = '';

  constructor(
    readonly data: PageData,
    private query: Query,
    readonly actions: MatrixActions,
  ) {
    const { scopes } = data;
    byId('table').style.width = `calc(24.5rem + ${scopes.length * 9.5}rem)`;
    byId('columns').append(...scopes.map(() => element('col', { className: 'scope' })));
    for (const [root, width] of scopeGroups(data)) {
      const name = element('span', { textContent: root, title: root });
      byId('groups').append(element('th', { scope: 'colgroup', colSpan: width }, name));
    }
    byId('head').append(
      this.#headCell('who', 'Who', 'Sort by name', ''),
      this.#headCell('login', 'Last login', 'Sort by last login', ''),
      ...scopes.map((scope, index) => this.#scopeHead(scope, index)),
    );
    this.#grid.addEventListener('scroll', () => this.#draw(), { passive: true });
  }

  set hidden(hidden: boolean) {
    this.#grid.hidden = hidden;
  }

  /** Shows these people, scrolled to the first. */
  show(people: readonly Person[], query: Query): void {
    this.#people = people;
    this.query = query;
    this.#grid.scrollTop = 0;
    for (const head of document.querySelectorAll<HTMLElement>('#head th')) {
      if (head.dataset['sort'] !== String(query.sort)) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', query.descending ? 'descending' : 'ascending');
    }
    byId('table').setAttribute('aria-rowcount', String(people.length + 1));
    this.redraw();
  }

  redraw(): void {
    this.#drawn = '';
    this.#draw();
  }

  #draw(): void {
    // The table grows with its rows, up to nearly the height of the window.
    const { scrollTop } = this.#grid;
    const first = Math.max(0, Math.floor(scrollTop / ROW) - AROUND);
    const last = Math.min(this.#people.length, Math.ceil((scrollTop + innerHeight) / ROW) + AROUND);
    const range = `${first} ${last}`;
    if (range === this.#drawn) return;
    this.#drawn = range;
    const active = document.activeElement;
    const focused = this.#rows.contains(active) ? (active?.textContent ?? null) : null;
    const rows = this.#people.slice(first, last).map((person, index) => this.#row(person, first + index));
    this.#rows.replaceChildren(this.#gap(first), ...rows, this.#gap(this.#people.length - last));
    if (focused === null) return;
    const buttons = [...this.#rows.querySelectorAll<HTMLElement>('.who-name')];
    buttons.find(({ textContent }) => textContent === focused)?.focus({ preventScroll: true });
  }

  /** Takes the place of rows that are not in the page. */
  #gap(rows: number): HTMLElement {
    const cell = element('td', { colSpan: this.data.scopes.length + 2 });
    cell.style.height = `${rows * ROW}px`;
    return element('tr', { className: 'gap', ariaHidden: 'true' }, cell);
  }

  #row(person: Person, index: number): HTMLElement {
    const sub = element('span', { className: 'who-sub', textContent: subtitle(person) });
    const row = element(
      'tr',
      {},
      element('th', { scope: 'row' }, nameButton(person, this.actions.open), sub),
      loginCell(person),
      ...this.data.scopes.map((_, scope) => this.#cell(person, scope)),
    );
    row.setAttribute('aria-rowindex', String(index + 2));
    return row;
  }

  /** Shows a person's first role in a scope and counts the others. Roles that fit the query come first. */
  #cell(person: Person, scope: number): HTMLElement {
    const cell = element('td', {});
    cell.classList.toggle('worst', person.rolesIn.get(scope)?.some(isUnlistedRisk) === true);
    const query = this.query;
    const all = person.rolesIn.get(scope) ?? [];
    const fits = (role: (typeof all)[number]): number => Number(roleFits(role, query));
    const [first, ...others] = asksForRoles(query) ? [...all].sort((a, b) => fits(b) - fits(a)) : all;
    if (first === undefined) return cell;
    const title = others.map(({ role }) => role).join(', ');
    const more = element('span', { className: 'more', textContent: `+${others.length}`, title });
    cell.append(
      element(
        'div',
        { className: 'cell' },
        roleChip(first, query),
        element('span', { className: 'spoken', textContent: roleNotes(first) }),
        others.length === 0 ? null : more,
      ),
    );
    return cell;
  }

  #scopeHead(scope: PageData['scopes'][number], index: number): HTMLElement {
    const { name, address, complete } = scope;
    const kind = scopeKind(scope);
    const title = name === address ? decodeURIComponent(address.split('/').at(-1) ?? '') : name;
    return this.#headCell(index, title, address, complete ? kind : `${kind}, not read whole`);
  }

  #headCell(column: Query['sort'], name: string, title: string, sub: string): HTMLElement {
    const sort = button({ textContent: name, title }, () => this.actions.sort(column));
    const small = sub === '' ? null : element('small', { textContent: sub, title });
    const head = element('th', { scope: 'col' }, sort, small);
    head.dataset['sort'] = String(column);
    return head;
  }
}

function loginCell({ stale, lastLogin, twoFactor }: Person): HTMLElement {
  const login = element('span', { className: stale ? 'flag' : '', textContent: lastLogin ?? '—' });
  const factor = element('span', { className: 'who-sub flag', textContent: 'no 2FA' });
  return element('td', { className: 'login' }, login, twoFactor === false ? factor : null);
}
