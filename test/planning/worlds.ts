import * as fc from 'fast-check';
import type { DesiredScope, Prune } from '../../src/model/desired.js';
import type { LiveRoot } from '../../src/model/live.js';
import {
  account,
  aionRoles,
  aionRoot,
  document,
  type Entry,
  emailOf,
  environment,
  type Held,
  HOUR,
  NOW,
  organization,
  person,
  project,
  redoxRoles,
  redoxRoot,
  type Rows,
  type World,
} from './world.js';

/** Users that may be live; `9` is one that the files name and nobody lists. */
const users = ['1', '2', '3', '4', '5'];
const named = [...users, '9'];

const prune = fc.constantFrom<Prune>(true, true, false, 'listed');
const instant = fc.constantFrom(null, null, null, NOW - 2 * HOUR, NOW - HOUR, NOW, NOW + HOUR);

type Roles = Readonly<Record<string, readonly Entry[]>>;
type Wish = readonly [role: string, entry: Entry];

function terms(entry: Entry, from: number | null, until: number | null): Entry {
  return { ...entry, ...(from === null ? {} : { from }), ...(until === null ? {} : { until }) };
}

function byRole(wishes: readonly Wish[]): Roles {
  const roles: Record<string, Entry[]> = {};
  for (const [role, entry] of wishes) (roles[role] ??= []).push(entry);
  return roles;
}

/** One user's entries where one role is the limit: a standing role, a team's, and one with a term. */
function oneRole(user: string, roles: readonly string[]): fc.Arbitrary<readonly Wish[]> {
  const maybe = fc.option(fc.constantFrom(...roles), { nil: null, freq: 2 });
  const who = fc.constantFrom(user, `${user}@`);
  return fc
    .tuple(maybe, maybe, maybe, who, instant, instant)
    .map(([standing, team, passing, name, from, until]) => {
      const wishes: Wish[] = [];
      if (standing !== null) wishes.push([standing, { who: name }]);
      if (team !== null) wishes.push([team, { who: user, via: 'team:core' }]);
      if (passing !== null && (from ?? until) !== null)
        wishes.push([passing, terms({ who: user }, from, until)]);
      return wishes;
    });
}

function manyRoles(user: string, roles: readonly string[]): fc.Arbitrary<readonly Wish[]> {
  const wish = fc.tuple(
    fc.constantFrom(...roles),
    fc.constantFrom('active', 'active', 'inactive'),
    instant,
    instant,
  );
  return fc
    .uniqueArray(wish, { maxLength: 3, selector: ([role]) => role })
    .map((wishes) =>
      wishes.map(
        ([role, status, from, until]): Wish => [
          role,
          terms({ who: user, ...(status === 'inactive' ? { status } : {}) }, from, until),
        ],
      ),
    );
}

function wishesOf(
  principals: readonly string[],
  wishes: (principal: string) => fc.Arbitrary<readonly Wish[]>,
): fc.Arbitrary<Roles> {
  return fc.tuple(...principals.map(wishes)).map((all) => byRole(all.flat()));
}

function heldOne(
  roles: readonly string[],
  least: readonly string[],
): fc.Arbitrary<Readonly<Record<string, string>>> {
  return fc
    .tuple(
      ...users.map((user) =>
        fc.option(fc.constantFrom(...roles), { nil: null }).map((role) => [user, role] as const),
      ),
    )
    .map((held) =>
      Object.fromEntries(
        held.flatMap(([user, role]) =>
          role === null ? (least.includes(user) ? [[user, roles[0] ?? '']] : []) : [[user, role]],
        ),
      ),
    );
}

const guards = fc.record({
  minHolders: fc.subarray([
    { scope: 'redox/organization/*', role: 'admin', min: 1 },
    { scope: 'redox/environment/*', role: 'engineer', min: 1 },
    { scope: 'redox/environment/dev', role: 'support', min: 2 },
    { scope: 'aion/**', role: 'project_admin', min: 1 },
    { scope: 'aion/**', role: 'project_reader', min: 1 },
    { scope: 'aion/**', role: 'auditor', min: 1 },
  ]),
  protect: fc.subarray(
    [
      { scope: '**', principal: 'user:5' },
      { scope: 'redox/environment/*', principal: emailOf('4') },
    ],
    { maxLength: 1 },
  ),
});
const people = fc.subarray([
  person('ada', NOW - HOUR, { redox: '2@', aion: '2' }),
  person('bob', NOW + HOUR, { redox: '3', aion: '3' }),
]);
const self = fc.constantFrom<Readonly<Record<string, string>>>({}, {}, { redox: emailOf('1'), aion: '1' });

/** An organization with two environments, or less. */
export const redoxWorlds: fc.Arbitrary<World> = fc
  .record({
    members: heldOne(redoxRoles.organization, ['1']),
    dev: heldOne(redoxRoles.environment, []),
    prod: heldOne(redoxRoles.environment, []),
    incomplete: fc.subarray(['redox/environment/dev'], { maxLength: 1 }),
    without2fa: fc.subarray(users, { maxLength: 1 }),
    documents: fc.tuple(
      documentOf(
        organization('1'),
        wishesOf(named, (user) => oneRole(user, redoxRoles.organization)),
      ),
      documentOf(
        environment('1', 'dev'),
        wishesOf(named, (user) => oneRole(user, redoxRoles.environment)),
      ),
      documentOf(
        environment('1', 'prod'),
        wishesOf(named, (user) => oneRole(user, ['engineer', 'Support', 'wizard'])),
      ),
    ),
    guards,
    people,
    self,
    require2fa: fc.boolean(),
    fromHolders: fc.boolean(),
  })
  .map(({ members, dev, prod, incomplete, without2fa, documents, require2fa, fromHolders, ...world }) => {
    const inside = (held: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
      Object.fromEntries(Object.entries(held).filter(([user]) => user in members));
    const live = redoxRoot(
      '1',
      members,
      { dev: inside(dev), prod: inside(prod) },
      { incomplete, without2fa, fromHolders },
    );
    return {
      ...world,
      documents,
      live: [live],
      require2fa: require2fa ? [{ scope: '**', roles: ['admin'], level: 'error' as const }] : [],
    };
  });

const held: fc.Arbitrary<Held> = fc.constantFrom<Held>('', { role: '', status: 'inactive' }, '');

function heldMany(principals: readonly string[], roles: readonly string[]): fc.Arbitrary<Rows> {
  const rows = fc.uniqueArray(fc.tuple(fc.constantFrom(...roles), held), {
    maxLength: 3,
    selector: ([role]) => role,
  });
  return fc
    .tuple(...principals.map(() => rows))
    .map((all) =>
      Object.fromEntries(
        principals.map((principal, index) => [
          principal,
          (all[index] ?? []).map(([role, how]): Held => (typeof how === 'string' ? role : { ...how, role })),
        ]),
      ),
    );
}

const groups = ['group:g', 'group:h'];

/** An account with a project. */
export const aionWorlds: fc.Arbitrary<World> = fc
  .record({
    rows: heldMany([...users, 'group:g'], aionRoles.account),
    web: heldMany([...users, 'group:g'], aionRoles.project),
    complete: fc.constantFrom(true, true, true, false),
    whole: fc.subarray(users),
    inactiveIsGone: fc.boolean(),
    documents: fc.tuple(
      documentOf(
        account('a'),
        wishesOf([...named, ...groups], (user) => manyRoles(user, aionRoles.account)),
      ),
      documentOf(
        project('a', 'web'),
        wishesOf([...named, ...groups], (user) => manyRoles(user, [...aionRoles.project, 'wizard'])),
      ),
    ),
    guards,
    people,
    self,
  })
  .map(({ rows, web, complete, whole, inactiveIsGone, documents, ...world }): World => {
    const options = {
      inactiveIsGone,
      complete,
      unverifiable: ['group:h'],
      ...(complete ? {} : { whole: whole.map((user) => `user:${user}`) }),
    };
    return { ...world, documents, live: [aionRoot('a', users, rows, { web }, options)] };
  });

function documentOf(scope: DesiredScope['scope'], roles: fc.Arbitrary<Roles>): fc.Arbitrary<DesiredScope> {
  return fc.tuple(roles, prune).map(([entries, how]) => document(scope, entries, how));
}

/** A generator of whole numbers below a bound that a seed decides. */
export function dice(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

function shuffled<T>(values: readonly T[], roll: (bound: number) => number): T[] {
  const left = [...values];
  return Array.from({ length: left.length }, () => left.splice(roll(left.length), 1)).flat();
}

/** The same world, everything in another order. */
export function reordered(world: World, seed: number): World {
  const roll = dice(seed);
  return {
    ...world,
    documents: shuffled(
      world.documents.map((one) => ({
        ...one,
        assignments: shuffled(one.assignments, roll),
        roles: shuffled(one.roles, roll),
      })),
      roll,
    ),
    people: shuffled(world.people ?? [], roll),
    live: shuffled(
      world.live.map(
        (root): LiveRoot => ({
          ...root,
          users: shuffled(root.users, roll),
          scopes: shuffled(
            root.scopes.map((scope) => ({
              ...scope,
              assignments: shuffled(scope.assignments, roll),
              roles: shuffled(scope.roles, roll),
            })),
            roll,
          ),
        }),
      ),
      roll,
    ),
  };
}
