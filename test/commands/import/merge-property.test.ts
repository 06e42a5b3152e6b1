import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Files, liveRoot, mergeFiles, SETTINGS } from './merge-world.js';
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
} from './random-files.js';

function check(
  address: 'redox' | 'aion',
  head: readonly string[],
): (
  documents: readonly (readonly Written[])[],
  live: ReturnType<typeof liveRoot>,
  people: boolean,
) => Promise<void> {
  return async (documents, live, people) => {
    const access = accessText(documents, head, address === 'aion', people);
    const files: Files = {
      'rolecall.yaml': people ? `${SETTINGS}people: people.yaml\n` : SETTINGS,
      'access/a.yaml': access,
      ...(people ? { 'people.yaml': PEOPLE } : {}),
    };
    const run = await mergeFiles(files, live);
    if (run.planned === null && run.merged.texts.size === 0) return; // the files were invalid to begin with
    expect(run.merged.stuck).toEqual([]);
    expect(run.planned?.plan.changes).toEqual([]);
    expect(run.planned?.plan.unlisted).toEqual([]);
    expect(comments(run.files['access/a.yaml'] ?? '')).toEqual(comments(access));
    const again = await mergeFiles(run.files, live);
    expect([...again.merged.texts]).toEqual([]);
  };
}

it('after a merge the files ask for what is live in Redox, whatever they said before', async () => {
  expect.hasAssertions();
  const verify = check('redox', ['organization: "1024"', 'environment: prod\norganization: "1024"']);
  await fc.assert(
    fc.asyncProperty(
      writtenRoles(true),
      writtenRoles(true),
      held(true),
      held(true),
      fc.boolean(),
      async (first, second, live, more, people) => {
        const roles = names.filter((name) => name !== 'Member');
        const state = new Map([
          [organization, live],
          [production, more],
        ]);
        await verify([first, second], liveRoot(organization, users, state, roles), people);
      },
    ),
    { numRuns: 30 },
  );
});

it('after a merge the files ask for what is live in Aion, teams and statuses included', async () => {
  expect.hasAssertions();
  const verify = check('aion', ['account: orbit', 'project: apollo\naccount: orbit']);
  await fc.assert(
    fc.asyncProperty(
      writtenRoles(false),
      writtenRoles(false),
      held(false),
      held(false),
      fc.boolean(),
      async (first, second, live, more, people) => {
        const state = new Map([
          [account, live],
          [project, more],
        ]);
        await verify(
          [first, second],
          liveRoot(
            account,
            users,
            state,
            names.filter((name) => name !== 'member'),
          ),
          people,
        );
      },
    ),
    { numRuns: 30 },
  );
});
