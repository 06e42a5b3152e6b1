import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyCommand } from '../../../src/commands/edit/tidy/tidy.js';
import type { LiveState } from '../../../src/model/live.js';
import type { Plan } from '../../../src/model/plan.js';
import { type HeldRole, liveRoot, planFiles, scopeOf, SETTINGS } from '../import/merge-world.js';
import { editIn, type Files, NOW } from './edit-world.js';

const USERS = ['1=ada@acme.test', '2=alan@acme.test', '3=grace@acme.test', '4=lin@acme.test', '5'];
const PEOPLE = `people:
  ada: { redox: ada@acme.test, aion: "1", leaves: 2026-11-01 } # left
  alan: { redox: "user:2", aion: { orbit: "2" } }
  grace: { redox: grace@acme.test, aion: "3", leaves: 2026-12-24 }
teams:
  core: [ada, alan] # both
  oncall:
    - grace
    - team:core
`;
const WHO = ['ada', 'alan', 'grace', 'lin@acme.test', 'user:5', 'team:core', 'team:oncall'];
const [organization, environment] = [
  scopeOf('redox/organization/1024'),
  scopeOf('redox/environment/prod', '1024'),
];
const [account, project] = [scopeOf('aion/account/orbit'), scopeOf('aion/project/orbit/apollo')];

const term = fc.constantFrom(null, null, '2026-11-26', '2026-11-01', '2026-12-31');
const entry = fc
  .tuple(fc.constantFrom(...WHO), term, fc.boolean())
  .map(([who, until, isBlock]): readonly [string, boolean] => {
    const [key, value] = who.startsWith('team:') ? ['team', who.slice('team:'.length)] : ['user', who];
    if (until === null) return [who, false];
    return isBlock
      ? [`${key}: ${value}\n      until: ${until}`, true]
      : [`{ ${key}: ${value}, until: ${until} }`, false];
  });

/** A role with its entries, each written in one way or another. */
function roleText(role: string): fc.Arbitrary<string> {
  return fc.tuple(fc.array(entry, { maxLength: 4 }), fc.boolean()).map(([entries, isFlow]) => {
    if (entries.length === 0) return `  ${role}: [] # nobody\n`;
    const texts = entries.map(([text]) => text);
    if (isFlow && entries.every(([, isBlock]) => !isBlock))
      return `  ${role}: [ ${texts.join(', ')} ] # these\n`;
    return `  ${role}:\n${texts.map((text) => `    # next\n    - ${text}\n`).join('')}`;
  });
}

function documentText(head: string, roles: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('', 'prune: false\n', 'prune: listed\n', 'prune: true\n'), ...roles.map(roleText))
    .map(([prune, ...texts]) => `${head}${prune}roles:\n${texts.join('')}`);
}

const redoxText = fc
  .tuple(
    documentText('organization: "1024"\n', ['owner', 'member']),
    documentText('environment: prod\norganization: "1024"\n', ['engineer', 'support']),
  )
  .map((texts) => texts.join('---\n'));
const aionText = fc
  .tuple(
    documentText('account: orbit\n', ['admin', 'reader']),
    documentText('project: apollo\naccount: orbit\n', ['writer']),
  )
  .map((texts) => texts.join('---\n'));

function held(roles: readonly string[], each: number): fc.Arbitrary<readonly HeldRole[]> {
  const row = fc.record({ user: fc.constantFrom('1', '2', '3', '4', '5'), role: fc.constantFrom(...roles) });
  const selector = ({ user, role }: HeldRole): string => (each === 1 ? user : `${user} ${role}`);
  return fc.uniqueArray<HeldRole, string>(row, { maxLength: 8, selector });
}

const redoxLive = fc
  .tuple(held(['owner', 'member', 'admin'], 1), held(['engineer', 'support', 'viewer'], 1))
  .map(([members, others]) => {
    const everyone: readonly HeldRole[] = USERS.map((_, index) => ({ user: `${index + 1}`, role: 'member' }));
    const all = everyone.map((one) => members.find(({ user }) => user === one.user) ?? one);
    const roles = ['owner', 'member', 'admin', 'engineer', 'support', 'viewer'];
    return liveRoot(
      organization,
      USERS,
      new Map([
        [organization, all],
        [environment, others],
      ]),
      roles,
    );
  });
const aionLive = fc
  .tuple(held(['admin', 'reader', 'other'], 2), held(['writer', 'other'], 2))
  .map(([rows, others]) =>
    liveRoot(
      account,
      USERS,
      new Map([
        [account, rows],
        [project, others],
      ]),
      ['admin', 'reader', 'writer', 'other'],
    ),
  );

/** What a plan changes, and what stays although no entry asks for it. */
function effectsOf(plan: Plan | null): readonly string[] {
  const { changes = [], unlisted = [] } = plan ?? {};
  const kept = [...unlisted, ...changes.filter(({ blocked, from }) => blocked !== null && from !== null)];
  return [
    ...changes
      .filter(({ blocked }) => blocked === null)
      .map(({ scope, principal, from, to }) => JSON.stringify([scope, principal, from?.role, to?.role])),
    ...kept.map(({ scope, principal }) => JSON.stringify([scope, principal, 'kept'])),
  ].toSorted();
}

test.each([
  ['Redox', redoxText, redoxLive],
  ['Aion', aionText, aionLive],
] as const)(
  'tidy leaves every plan of %s as it is, for any files and anything live, and a second run finds nothing',
  async (_, texts, live: fc.Arbitrary<LiveState>) => {
    let deleted = 0;
    await fc.assert(
      fc.asyncProperty(texts, live, async (text, state) => {
        const files: Files = {
          'rolecall.yaml': `${SETTINGS}people: people.yaml\n`,
          'people.yaml': PEOPLE,
          'access/a.yaml': text,
        };
        const before = await planFiles(files, state, NOW);
        fc.pre(before !== null);
        const edited = await editIn(files, (context) =>
          tidyCommand({ dryRun: false, before: null }, context),
        );
        expect(edited.exitCode).toBe(0);
        deleted += edited.result.files.length;
        const after = await planFiles(edited.files, state, NOW);
        expect(after).not.toBeNull();
        expect(effectsOf(after)).toEqual(effectsOf(before));
        const again = await editIn(edited.files, (context) =>
          tidyCommand({ dryRun: true, before: null }, context),
        );
        expect(again.result.files).toEqual([]);
      }),
      { numRuns: 20 },
    );
    expect(deleted).toBeGreaterThan(0);
  },
);
