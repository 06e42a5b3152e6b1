import { describe, expect, test } from 'vitest';
import type { DesiredScope } from '../../src/model/desired.js';
import { laterDifferences, stateDifferences } from '../../src/planning/state-differences.js';
import { dev, org, past } from './places.js';
import { catalogue, document, HOUR, NOW, settings } from './world.js';

const side = (head: readonly DesiredScope[]) => ({
  settings: settings(),
  desired: { scopes: head, people: [] },
  catalogue,
});

function differences(base: DesiredScope, head: DesiredScope): readonly string[] {
  return stateDifferences([base], [head], NOW, side([head])).map(
    ({ action, from, to, kept }) =>
      `${kept === true ? 'kept ' : ''}${action} ${from?.role ?? '-'} ${to?.role ?? '-'}`,
  );
}

describe('the offline comparison of an organization', () => {
  test('removes only members whom no entry names, and only with prune: true', () => {
    const base = document(org, { admin: ['1'] }, true);
    expect(differences(base, document(org, { admin: [] }, true))).toEqual(['revoke admin -']);
    expect(differences(base, document(org, { admin: [] }))).toEqual(['kept revoke admin -']);
    const later = document(org, { member: [{ who: '1', from: NOW + HOUR }] }, true);
    expect(differences(base, later)).toEqual(['kept revoke admin -']);
  });

  test('lets a role whose own term ended fall to member, and keeps one that another entry ended', () => {
    const base = document(org, { admin: ['1'] });
    const ended = document(org, { admin: [{ who: '1', until: past }] });
    expect(differences(base, ended)).toEqual(['change admin member']);
    const other = document(org, { owner: [{ who: '1', until: past }] });
    expect(differences(base, other)).toEqual(['kept revoke admin -']);
  });

  test('removes leavers if it prunes, and keeps them as members if not', () => {
    const base = document(org, { admin: ['1'] });
    const left = { admin: [{ who: '1', leaves: past }] };
    expect(differences(base, document(org, left, true))).toEqual(['revoke admin -']);
    expect(differences(base, document(org, left))).toEqual(['change admin member']);
  });
});

test('a term to come that is taken out of the files changes nothing later', () => {
  const soon = NOW + HOUR;
  const base = document(dev, { engineer: [{ who: '1', from: soon }, '2'] });
  const head = document(dev, { engineer: ['2', { who: '3', from: soon }] });
  const later = laterDifferences([base], [head], NOW, side([head]));
  expect(later.map(({ label, action }) => `${action} ${label}`)).toEqual(['grant 3']);
});
