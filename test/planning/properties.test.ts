import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DesiredAssignment, personIn } from '../../src/model/desired.js';
import { resolveRoles, isEffective } from '../../src/model/effective-roles.js';
import { principalAddress } from '../../src/model/principal.js';
import { traitsOf } from '../../src/model/scope.js';
import { LiveModel } from './live-model.js';
import { catalogue, NOW, planOf, type World } from './world.js';
import { aionWorlds, redoxWorlds, reordered } from './worlds.js';

describe.each([
  ['Redox', redoxWorlds],
  ['Aion', aionWorlds],
])('for every state of %s', (_, worlds) => {
  test('applying the plan and planning again plans nothing that can be done', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const again = planOf({ ...world, live: applied(world).roots });
        expect(
          again.plan.changes.filter(({ blocked, verifiable }) => blocked === null && verifiable !== false),
        ).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('applying the plan gives the desired state where nothing is blocked', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        expect(unmet(world, applied(world))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('the order of the input does not matter', () => {
    fc.assert(
      fc.property(worlds, fc.integer(), (world, seed) => {
        expect(planOf(reordered(world, seed)).plan).toEqual(planOf(world).plan);
      }),
      { numRuns: 100 },
    );
  });

  test('nothing unlisted is taken while somebody is named and not found', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const missing = world.documents.some(({ assignments }) =>
          assignments.some((assignment) => isMissing(assignment)),
        );
        const taken = planOf(world).plan.changes.filter(({ scope, principal, to, term, blocked }) => {
          const assignments = world.documents.find((one) => one.scope.address === scope)?.assignments ?? [];
          const isNamed = assignments.some((assignment) => addressIn(assignment) === principal);
          return blocked === null && to === null && term === null && !isNamed;
        });
        expect(missing ? taken : []).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('protected principals and the own user lose nothing', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const guarded = { ...world, self: { redox: 'user:1', aion: '1' } };
        const taking = planOf(guarded).plan.changes.filter(
          ({ principal, from, blocked }) => principal === 'user:1' && from !== null && blocked === null,
        );
        expect(taking).toEqual([]);
      }),
    );
  });
});

/** Whether an assignment counts now for user 9, whom nobody lists. */
function isMissing(assignment: DesiredAssignment): boolean {
  return addressIn(assignment) === 'user:9' && isEffective(assignment, NOW);
}

function addressIn({ principal: { kind, value } }: DesiredAssignment): string {
  return principalAddress(kind, value.replace(/^u(.)@acme\.test$/u, '$1'));
}

function applied(world: World): LiveModel {
  const model = new LiveModel(world.live);
  for (const change of planOf(world).plan.changes) {
    if (change.blocked === null && change.verifiable !== false) model.write(change);
  }
  return model;
}

/** What the live state lacks, or holds beyond what it may, told without the code that compares. */
function unmet(world: World, model: LiveModel): readonly string[] {
  const { plan } = planOf(world);
  const isProtected = (address: string): boolean => {
    const by = new Set([
      ...(world.guards?.protect ?? []).map(({ principal }) => principal),
      ...Object.values(world.self ?? {}),
    ]);
    const id = address.slice('user:'.length);
    return by.has(address) || by.has(id) || by.has(`u${id}@acme.test`);
  };
  return world.documents.flatMap(({ scope, assignments, prune, roles }) => {
    const traits = traitsOf(catalogue, scope);
    const root = model.roots.find((one) => one.root.address === scope.rootAddress);
    if (
      root?.complete !== true ||
      root.scopes.find((one) => one.scope.address === scope.address)?.complete !== true
    )
      return [];
    const principals = new Set([
      ...assignments.map(addressIn),
      ...model.rows(scope.address).map(({ principal }) => principalAddress(principal.kind, principal.id)),
    ]);
    const listed = new Set(root.users.map(({ id }) => principalAddress('user', id)));
    const isStranger = (address: string): boolean => address.startsWith('user:') && !listed.has(address);
    return [...principals].flatMap((address) => {
      const blocked = plan.changes.some((change) => change.principal === address && change.blocked !== null);
      if (blocked || root.unverifiable.has(address) || isStranger(address)) return [];
      const left = (world.people ?? []).find((one) => {
        const ref = personIn(one, scope);
        return ref !== null && addressIn({ principal: ref } as DesiredAssignment) === address;
      })?.leaves;
      const mine = assignments
        .filter((assignment) => addressIn(assignment) === address)
        .map((assignment) => ({ ...assignment, leaves: left ?? null }));
      const { effective: wanted, expired: ended } = resolveRoles(mine, NOW, traits);
      const has = model
        .rows(scope.address)
        .filter(({ principal }) => principalAddress(principal.kind, principal.id) === address);
      const held = (role: string, status: string): boolean =>
        has.some((row) => row.role.toLowerCase() === role.toLowerCase() && row.status === status);
      const lacks = wanted
        .filter(
          ({ state: { role, status } }) =>
            !held(role, status) && !(status === 'inactive' && !held(role, 'active')),
        )
        .map(({ state }) => `${scope.address} ${address} lacks ${state.role}/${state.status}`);
      const live = root.inactiveIsGone ? has.filter(({ status }) => status === 'active') : has;
      const over = live
        .filter((row) => !wanted.some(({ state }) => state.role.toLowerCase() === row.role.toLowerCase()))
        .filter((row) => {
          if (ended.some(({ role }) => role.toLowerCase() === row.role.toLowerCase()))
            return !(traits.floorRole === row.role);
          const isNamed = mine.length > 0 && (left == null || left > NOW);
          const prunes =
            (prune === true && !(traits.removal && isNamed)) ||
            (prune === 'listed' &&
              !traits.removal &&
              roles.some((role) => role.toLowerCase() === row.role.toLowerCase()));
          return prunes && address.startsWith('user:') && !isProtected(address);
        })
        .map((row) => `${scope.address} ${address} still has ${row.role}`);
      return [...lacks, ...over];
    });
  });
}
