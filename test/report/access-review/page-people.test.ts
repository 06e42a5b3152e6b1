import { expect, test } from 'vitest';
import type { PageRole } from '../../../src/report/access-review/page/data.js';
import {
  EVERYONE,
  type Person,
  peopleOf,
  type Query,
  selected,
} from '../../../src/report/access-review/page/people.js';

const role = (more: Partial<PageRole>): PageRole => ({
  scope: 0,
  role: 'member',
  standing: 'listed',
  ...more,
});

const PEOPLE = peopleOf({
  scopes: [],
  people: [
    { label: 'ada@acme.test', principals: ['user:1'], roles: [role({ role: 'admin', high: true })] },
    { label: 'grace@acme.test', name: 'Grace Hopper', principals: ['user:2'], roles: [role({ scope: 1 })] },
    { label: 'lin', principals: ['user:3'], roles: [], stale: true, lastLogin: '2026-01-02' },
  ],
});

const labels = (query: Partial<Query>, people: readonly Person[] = PEOPLE): readonly string[] =>
  selected(people, { ...EVERYONE, ...query }).map(({ label }) => label);

test('a search finds people by every word of it, wherever the words stand', () => {
  expect(labels({ search: ' hopper GRACE ' })).toEqual(['grace@acme.test']);
  expect(labels({ search: 'user:3' })).toEqual(['lin']);
  expect(labels({ search: 'grace admin' })).toEqual([]);
});

test('people are narrowed to those with a role that fits all that is asked of roles', () => {
  expect(labels({ scope: 1 })).toEqual(['grace@acme.test']);
  expect(labels({ role: 'admin', filters: new Set(['high']) })).toEqual(['ada@acme.test']);
  expect(labels({ scope: 1, filters: new Set(['high']) })).toEqual([]);
  expect(labels({ filters: new Set(['stale']) })).toEqual(['lin']);
});

test('a column sorts by its first role, those of high risk first, and turns round', () => {
  expect(labels({ sort: 0 })).toEqual(['ada@acme.test', 'grace@acme.test', 'lin']);
  expect(labels({ sort: 'login', descending: true })[0]).toBe('lin');
});

test('what somebody holds stands before what the files ask for in its place', () => {
  const roles = [
    role({ role: 'owner', high: true, standing: 'missing' }),
    role({ role: 'member', standing: 'drift' }),
    role({ role: 'root', high: true, standing: 'unlisted' }),
  ];
  const [person] = peopleOf({ scopes: [], people: [{ label: 'ada', principals: [], roles }] });
  expect(person?.rolesIn.get(0)?.map(({ role: name }) => name)).toEqual(['root', 'member', 'owner']);
});
