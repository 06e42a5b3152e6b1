import type { PageData, PageRole } from './data.js';
import { byId, element, joined, nameButton, roleChip, roleNotes, scopeKind, subtitle } from './elements.js';
import type { Person, Query } from './people.js';

/** People as a list, for small windows and for paper. It grows when the reader comes near its end. */
export class Cards {
  readonly #list = byId('list');
  readonly #end = byId('end');
  #people: readonly Person[] = [];

  constructor(
    readonly data: PageData,
    private query: Query,
    readonly open: (person: Person) => void,
  ) {
    const nearEnd = (entries: readonly IntersectionObserverEntry[]): void => {
      if (!this.#list.hidden && entries.some(({ isIntersecting }) => isIntersecting)) this.grow();
    };
    new IntersectionObserver(nearEnd, { rootMargin: '600px' }).observe(this.#end);
  }

  set hidden(hidden: boolean) {
    this.#list.hidden = hidden;
    this.#end.hidden = hidden;
  }

  /** Shows the first of these people. */
  show(people: readonly Person[], query: Query): void {
    this.#people = people;
    this.query = query;
    this.#list.replaceChildren();
    this.grow();
  }

  grow(by = 60): void {
    const from = this.#list.children.length;
    this.#list.append(...this.#people.slice(from, from + by).map((person) => this.#card(person)));
    this.#end.hidden = this.#list.children.length >= this.#people.length;
  }

  #card(person: Person): HTMLElement {
    const { lastLogin, leaves, stale, twoFactor } = person;
    const facts = joined(
      [subtitle(person), lastLogin && `last login ${lastLogin}`, leaves && `leaves ${leaves}`],
      ' · ',
    );
    const flags = joined([stale && 'no login for long', twoFactor === false && 'no 2FA'], ' · ');
    return element(
      'li',
      { className: 'card' },
      nameButton(person, this.open),
      element('span', { className: 'who-sub', textContent: facts }),
      flags === '' ? null : element('span', { className: 'who-sub flag', textContent: flags }),
      element('ul', {}, ...this.#groups(person)),
    );
  }

  /** A person's roles under the organizations and accounts that they are in. */
  #groups({ roles }: Person): readonly HTMLElement[] {
    const { scopes } = this.data;
    const roots = new Set(roles.map(({ scope }) => scopes[scope]?.root ?? ''));
    return [...roots].flatMap((root) => [
      element('li', { className: 'root', textContent: root }),
      ...roles.filter(({ scope }) => scopes[scope]?.root === root).map((role) => this.#role(role)),
    ]);
  }

  #role(role: PageRole): HTMLElement {
    const notes = roleNotes(role);
    const scope = this.data.scopes[role.scope];
    const name = scope?.isRoot === true ? scopeKind(scope) : (scope?.name ?? '');
    const where = `${name}${notes === '' ? '' : ` (${notes})`}`;
    const chip = roleChip(role, this.query);
    return element('li', {}, chip, element('span', { className: 'where', textContent: where }));
  }
}
