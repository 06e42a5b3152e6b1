import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DesiredScope } from '../../src/model/desired.js';
import { endOf } from '../../src/model/effective-roles.js';
import { PeopleIndex } from '../../src/model/people-index.js';
import { neededBy, type Vanishing } from '../../src/planning/needless-entries.js';
import type { Plan } from '../../src/model/plan.js';
import {
  account,
  catalogue,
  document,
  type Entry,
  environment,
  HOUR,
  NOW,
  organization,
  planOf,
  settings,
  type World,
} from './world.js';
import { aionWorlds, redoxWorlds } from './worlds.js';

/** One deletion for each entry that is over, in the order of the files. */
function overIn(documents: readonly DesiredScope[]): readonly (readonly Vanishing[])[] {
  return documents.flatMap((desired) =>
    desired.assignments
      .filter((assignment) => (endOf(assignment) ?? Number.POSITIVE_INFINITY) <= NOW)
      .map((assignment) => [{ desired, assignment }]),
  );
}

function reasons(world: Omit<World, 'live'>): readonly (string | null)[] {
  const { documents, people = [] } = world;
  const side = { settings: settings(world), desired: { scopes: documents, people }, catalogue };
  return neededBy(overIn(documents), NOW, side).map((needed) => needed?.reason ?? null);
}

/** The world without the entries that are over and not needed; the roles stay named. */
function tidied(world: World): World {
  const needed = reasons(world);
  const gone = new Set(
    overIn(world.documents).flatMap((deletion, index) =>
      needed[index] === null ? deletion.map(({ assignment }) => assignment) : [],
    ),
  );
  const documents = world.documents.map((one) => ({
    ...one,
    assignments: one.assignments.filter((assignment) => !gone.has(assignment)),
  }));
  return { ...world, documents };
}

/** What a plan changes, what it reports as unlisted, and who left and is still there. What is blocked stays as it is. */
function effectsOf({ changes, unlisted, warnings }: Plan): unknown {
  const kept = [
    ...unlisted.map(({ scope, principal, role }) => ({ scope, principal, role })),
    ...changes
      .filter(({ blocked, from }) => blocked !== null && from !== null)
      .map(({ scope, principal, from }) => ({ scope, principal, role: from?.role })),
  ];
  return {
    changes: changes
      .filter(({ blocked }) => blocked === null)
      .map(({ scope, principal, from, to }) => JSON.stringify({ scope, principal, from, to }))
      .toSorted(),
    kept: kept.map((row) => JSON.stringify(row)).toSorted(),
    left: warnings.filter(({ code }) => code === 'left-but-listed').map(({ message }) => message),
  };
}

/** The same world, read whole, with only the entries whose people and roles are found, people joined as files are read. */
function found(world: World): World {
  const users = world.live.flatMap((root) => root.users.flatMap(({ id, email }) => [id, email]));
  const index = new PeopleIndex(world.people ?? []);
  return {
    ...world,
    live: world.live.map((root) => ({
      ...root,
      complete: true,
      problems: [],
      scopes: root.scopes.map((scope) => ({ ...scope, complete: true })),
    })),
    documents: world.documents.map((one) => ({
      ...one,
      assignments: one.assignments
        .filter(
          ({ principal, role }) =>
            role !== 'wizard' && (principal.kind === 'group' || users.includes(principal.value)),
        )
        .map((assignment) => {
          const person = index.named(one.scope, [assignment.principal]);
          return person === null ? assignment : { ...assignment, person: person.key, leaves: person.leaves };
        }),
    })),
  };
}

describe.each([
  ['Redox', redoxWorlds],
  ['Aion', aionWorlds],
])('for every state of %s whose people and roles are found', (_, worlds) => {
  test.each([0, HOUR, 2 * HOUR])(
    'a plan is the same without the entries that nothing needs, %d ms later',
    (later) => {
      fc.assert(
        fc.property(worlds.map(found), (world) => {
          const at = NOW + later;
          const [before, after] = [world, tidied(world)].map((one) => effectsOf(planOf({ ...one, at }).plan));
          expect(after).toEqual(before);
        }),
        { numRuns: 150 },
      );
    },
  );
});

describe('an entry that is over', () => {
  const past = { until: NOW - HOUR };
  const one = (
    scope: DesiredScope['scope'],
    entries: Record<string, (string | Entry)[]>,
    prune: DesiredScope['prune'],
  ) => reasons({ documents: [document(scope, entries, prune)] });
  const dev = environment('1', 'dev');

  test('goes where its role is pruned', () => {
    expect(one(dev, { engineer: [{ who: '1', ...past }] }, 'listed')).toEqual([null]);
    expect(one(account('a'), { auditor: [{ who: '1', ...past }] }, true)).toEqual([null]);
  });

  test('stays where nothing else would take the role away', () => {
    expect(one(dev, { engineer: [{ who: '1', ...past }] }, false)).toEqual([
      'prune is false here; "prune: listed" in the document or the settings would revoke it',
    ]);
    expect(one(account('a'), { auditor: [{ who: 'group:g', ...past }] }, true)).toEqual([
      'groups are never pruned; an entry with a past "until" would revoke it',
    ]);
  });

  test('goes where another entry decides, unless that one ends', () => {
    const standing = (more: Partial<Entry>) =>
      one(organization('1'), { member: [{ who: '1', ...more }], owner: [{ who: '1', ...past }] }, false);
    expect(standing({})).toEqual([null]);
    expect(standing({ until: NOW + HOUR })).toEqual(['if the role is still held, the entry makes it member']);
  });

  test('stays in an organization that would remove whom no entry names', () => {
    expect(one(organization('1'), { owner: [{ who: '1', ...past }] }, true)).toEqual([
      'if the role is still held, the entry makes it member',
    ]);
  });

  test('of somebody who left goes where they are removed, and stays where only a person can remove them', () => {
    const left = { who: '1', leaves: NOW - HOUR, person: 'ada' };
    expect(one(organization('1'), { admin: [left] }, true)).toEqual([null]);
    expect(one(organization('1'), { admin: [left] }, false)).toEqual([
      'the person may still be a member of the organization',
    ]);
    expect(one(dev, { engineer: [left] }, 'listed')).toEqual([null]);
  });

  test('goes if another one is there that ended as well, which then stays', () => {
    const twice = [
      { who: '1', ...past },
      { who: '1', via: 'team:core', ...past },
    ];
    expect(one(dev, { engineer: twice }, false).map((reason) => reason === null)).toEqual([true, false]);
  });
});
