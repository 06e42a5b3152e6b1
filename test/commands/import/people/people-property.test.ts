import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LiveState } from '../../../../src/model/live.js';
import { principalAddress } from '../../../../src/model/principal.js';
import { Identities } from '../../../../src/planning/identities.js';
import {
  differencesOf,
  importPeople,
  liveState,
  type PeopleRun,
  type RootText,
  SETTINGS,
} from './people-files.js';

/** Few, so that they are shared within a root and across systems. */
const MAILS = ['', 'ada@acme.test', 'grace@acme.test', 'lin@acme.test', 'team@acme.test', 'no-mail'];
const NAMES = [
  '',
  'Ada Lovelace',
  'ada lovelace',
  'John Smith',
  '山田',
  'a: {b} # c',
  '- &x *y',
  'null',
  ' ',
];
const IDS = ['1', '2', '3', 'ada', 'user:1', 'a b', 'ada@acme.test', '#x', '山'];

interface User {
  readonly id: string;
  readonly mail: string;
  readonly name: string;
}

const users: fc.Arbitrary<readonly User[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...IDS),
    mail: fc.constantFrom(...MAILS),
    name: fc.constantFrom(...NAMES),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
);

function heldBy(
  all: readonly User[],
  roles: readonly string[],
  picks: readonly number[],
  exclusive: boolean,
) {
  const held: Record<string, string[]> = Object.fromEntries(roles.map((role) => [role, []]));
  all.forEach(({ id }, index) => {
    const pick = picks[index] ?? 0;
    const own = exclusive
      ? roles.slice(pick % roles.length).slice(0, 1)
      : roles.filter((_, at) => (pick >> at) % 2 === 1);
    for (const role of own) held[role]?.push(id);
  });
  return held;
}

const picks = fc.array(fc.nat({ max: 15 }), { minLength: 6, maxLength: 6 });

const organization: fc.Arbitrary<RootText> = fc.tuple(users, picks, picks).map(([all, own, below]) => ({
  root: 'redox/organization/1024',
  users: all.map(({ id, mail, name }) => `${id}=${mail}=${name}`),
  held: {
    'redox/organization/1024': heldBy(all, ['owner', 'admin', 'member'], own, true),
    'redox/environment/prod': heldBy(all.slice(0, 3), ['engineer', 'support'], below, true),
  },
}));

function account(id: string): fc.Arbitrary<RootText> {
  return fc.tuple(users, picks, picks).map(([all, own, below]) => ({
    root: `aion/account/${id}`,
    users: all.map((user) => `${user.id}=${user.mail}=${user.name}`),
    held: {
      [`aion/account/${id}`]: heldBy(all, ['account_admin', 'billing_admin'], own, false),
      [`aion/project/${id}/apollo`]: heldBy(all, ['project_admin', 'project_reader'], below, false),
    },
  }));
}

const world: fc.Arbitrary<LiveState> = fc
  .tuple(organization, account('nova'), account('orbit'))
  .map((roots) => liveState(roots));

/** The users behind whom not exactly one person stands. */
function unnamed({ after }: PeopleRun, live: LiveState): readonly string[] {
  const { people } = after.loaded.desired;
  return [...live.values()].flatMap((root) => {
    const identities = new Identities(people, live).in(root.root);
    return root.users
      .filter(({ id }) => {
        const address = principalAddress('user', id);
        const persons = people.filter(
          (person) => new Identities([person], live).in(root.root).person(address) !== null,
        );
        return persons.length !== 1 || identities.person(address) === null;
      })
      .map(({ id }) => `${root.root.address} ${id}`);
  });
}

it('puts each live user into people.yaml as one person, with an empty plan, and does nothing the second time', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (live) => {
      const first = await importPeople({ 'rolecall.yaml': SETTINGS }, live);
      expect(differencesOf(first.after)).toEqual([]);
      expect(unnamed(first, live)).toEqual([]);
      const again = await importPeople(first.files, live);
      expect(again.merged.texts).toEqual(new Map());
      expect(again.filled?.notes.filter((note) => note.includes('does not list'))).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

it('names people by key in files that an import without people has written, merged or not', async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.boolean(), async (live, merge) => {
      const before = await importPeople({ 'rolecall.yaml': SETTINGS }, live, { people: false });
      const { after, files } = await importPeople(before.files, live, { merge });
      expect(differencesOf(after)).toEqual([]);
      const desired = after.loaded.desired.scopes.flatMap(({ assignments }) => assignments);
      expect(desired.filter(({ person }) => person === null)).toEqual([]);
      const entries = Object.entries(files)
        .filter(([path]) => path.startsWith('access/'))
        .flatMap(([, text]) => text.split('\n').filter((line) => line.startsWith('    - ')));
      expect(entries.filter((line) => /^ {4}- (?!"?[a-z0-9-]+"?(?: #|$))/u.test(line))).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

it('grows with the systems: people who are in a further one are found by e-mail, and the plan stays empty', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (live) => {
      const [redox] = [...live].filter(([address]) => address.startsWith('redox/'));
      if (redox === undefined) return;
      const first = await importPeople({ 'rolecall.yaml': SETTINGS }, new Map([redox]));
      const second = await importPeople(first.files, live);
      expect(differencesOf(second.after)).toEqual([]);
      expect(second.filled?.people.gone).toEqual([]);
      expect(Object.keys(first.files).every((path) => path in second.files)).toBe(true);
      const keys = first.after.loaded.desired.people.map(({ key }) => key);
      expect(second.after.loaded.desired.people.map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
    }),
    { numRuns: 8 },
  );
});

it('makes teams that change nothing of the plan, and none the second time', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (live) => {
      const { after, files } = await importPeople({ 'rolecall.yaml': SETTINGS }, live, { teams: true });
      expect(differencesOf(after)).toEqual([]);
      expect((await importPeople(files, live, { teams: true })).merged.texts).toEqual(new Map());
    }),
    { numRuns: 8 },
  );
});
