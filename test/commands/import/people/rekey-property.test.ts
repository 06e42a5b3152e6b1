import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LiveState } from '../../../../src/model/live.js';
import { type PlannedTexts } from '../../../../src/commands/import/plan-texts.js';
import { Identities } from '../../../../src/planning/identities.js';
import { liveRoot } from '../merge-world.js';
import {
  account,
  accessText,
  comments,
  held,
  names,
  organization,
  PEOPLE,
  production,
  project,
  users,
  type Written,
  writtenRoles,
} from '../random-files.js';
import { differencesOf, importPeople, planOf, SETTINGS } from './people-files.js';

/** Every entry with its term, status and reason, by who people are live, in the order of the files. */
function entries({ loaded }: PlannedTexts, live: LiveState): readonly string[] {
  const { people, scopes } = loaded.desired;
  const identities = new Identities(people, live);
  return scopes.flatMap(({ scope, assignments }) =>
    assignments.map(({ principal, role, status, via, from, until, reason }) => {
      const { address } = identities.in(scope).identify(principal);
      return JSON.stringify([scope.address, address, role, status, via, from, until, reason]);
    }),
  );
}

function verify(heads: readonly string[], statuses: boolean) {
  return async (
    documents: readonly (readonly Written[])[],
    live: LiveState,
    people: boolean,
    crlf: boolean,
  ) => {
    const text = accessText(documents, heads, statuses, people);
    const access = crlf ? text.replaceAll('\n', '\r\n') : text;
    const files = {
      'rolecall.yaml': people ? `${SETTINGS}people: people.yaml\n` : SETTINGS,
      'access/a.yaml': access,
      ...(people ? { 'people.yaml': PEOPLE } : {}),
    };
    const before = await planOf(files, live);
    if (before.planned === null) return; // the files were invalid to begin with
    const named = await importPeople(files, live, { merge: false });
    expect(entries(named.after, live)).toEqual(entries(before, live));
    expect(named.after.planned?.plan.digest).toBe(before.planned.plan.digest);
    const after = named.files['access/a.yaml'] ?? '';
    expect(comments(after)).toEqual(comments(access));
    expect(after.split('\n').map((line) => line.length > 0 && line.endsWith('\r'))).toEqual(
      access.split('\n').map((line) => line.length > 0 && line.endsWith('\r')),
    );
    expect((await importPeople(named.files, live, { merge: false })).merged.texts).toEqual(new Map());
    const merged = await importPeople(files, live);
    expect(differencesOf(merged.after)).toEqual([]);
  };
}

it('naming people in files of Redox, however they are written, changes nothing else of them', async () => {
  expect.hasAssertions();
  const check = verify(['organization: "1024"', 'environment: prod\norganization: "1024"'], false);
  await fc.assert(
    fc.asyncProperty(
      writtenRoles(true),
      writtenRoles(true),
      held(true),
      held(true),
      fc.boolean(),
      fc.boolean(),
      async (first, second, own, below, people, crlf) => {
        const state = new Map([
          [organization, own],
          [production, below],
        ]);
        const roles = names.filter((name) => name !== 'Member');
        await check([first, second], liveRoot(organization, users, state, roles), people, crlf);
      },
    ),
    { numRuns: 12 },
  );
});

it('naming people in files of Aion, however they are written, changes nothing else of them', async () => {
  expect.hasAssertions();
  const check = verify(['account: orbit', 'project: apollo\naccount: orbit'], true);
  await fc.assert(
    fc.asyncProperty(
      writtenRoles(false),
      writtenRoles(false),
      held(false),
      held(false),
      fc.boolean(),
      fc.boolean(),
      async (first, second, own, below, people, crlf) => {
        const state = new Map([
          [account, own],
          [project, below],
        ]);
        const roles = names.filter((name) => name !== 'member');
        await check([first, second], liveRoot(account, users, state, roles), people, crlf);
      },
    ),
    { numRuns: 12 },
  );
});
