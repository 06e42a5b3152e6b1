import type { PageData, PageRole } from './data.js';
import { byId, byIdAs, element, joined, roleChip, roleNotes, scopeName } from './elements.js';
import type { Person, Query } from './people.js';

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
