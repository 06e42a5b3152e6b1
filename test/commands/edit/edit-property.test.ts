import { assert, asyncProperty, constantFrom, option, pre } from 'fast-check';
import { expect, test } from 'vitest';
import { grantCommand } from '../../../src/commands/edit/grant.js';
import { revokeCommand } from '../../../src/commands/edit/revoke.js';
import { loadConfig } from '../../../src/config/load.js';
import type { DesiredState } from '../../../src/model/desired.js';
import { formatEnd } from '../../../src/model/instant.js';
import { modules } from '../../modules.js';
import { editIn, type Files, NOW, textTree } from './edit-world.js';
import { ADDRESSES, PEOPLE, PEOPLE_KEYS, ROLES, writtenFile } from './written-files.js';

const RUNS = { numRuns: 40 };

/** What the files ask for, a line an assignment. */
async function asked(files: Files): Promise<readonly string[]> {
  const { desired, diagnostics } = await loadConfig({
    tree: textTree(files),
    configFile: 'rolecall.yaml',
    modules,
    now: NOW,
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return lines(desired);
}

function lines({ scopes }: DesiredState): readonly string[] {
  return scopes
    .flatMap(({ scope, assignments }) =>
      assignments.map(
        ({ person, label, role, until, reason, status }) =>
          `${scope.address} ${role} ${person ?? label} ${until === null ? '-' : formatEnd(until)} ${reason} ${status}`,
      ),
    )
    .sort();
}

/** The comments of a text that another lacks. */
function lost(before: string, after: string): readonly string[] {
  return (before.match(/# \w+/gu) ?? []).filter((each) => !new RegExp(`${each}\\b`, 'u').test(after));
}

test('a grant gives the role with its end, and nobody else gains or loses anything', async () => {
  await assert(
    asyncProperty(
      writtenFile,
      constantFrom(...PEOPLE_KEYS),
      constantFrom(...ROLES),
      constantFrom(...ADDRESSES),
      option(constantFrom('2027-05-31', 'never'), { nil: null }),
      async (text, who, role, address, until) => {
        const files = { 'people.yaml': PEOPLE, 'access/a.yaml': text };
        const edited = await editIn(files, (context) =>
          grantCommand(
            { who, role, like: null, in: [address], from: null, until, reason: null, dryRun: false },
            context,
          ),
        );
        // Two entries with a term contradict each other where somebody has one role.
        expect(edited.diagnostics.every(({ code }) => code === 'two-roles')).toBe(true);
        pre(edited.exitCode === 0);
        const [before, after] = [await asked({ ...edited.files, ...files }), await asked(edited.files)];
        const own = ` ${who} `;
        const isElse = (line: string): boolean => !(line.startsWith(`${address} `) && line.includes(own));
        expect(after.filter(isElse)).toEqual(before.filter(isElse));
        const had = before.find((line) => line.startsWith(`${address} ${role}${own}`));
        const end = until === 'never' ? '-' : (until ?? had?.split(' ')[3] ?? '-');
        expect(after.filter((line) => line.startsWith(`${address} ${role}${own}${end} `))).toHaveLength(1);
        expect(lost(text, edited.files['access/a.yaml'] ?? '')).toEqual([]);
        expect(isOneEnding(text, edited.files['access/a.yaml'] ?? '')).toBe(true);
      },
    ),
    RUNS,
  );
});

test('a revoke takes the roles asked about, and nobody else gains or loses anything', async () => {
  await assert(
    asyncProperty(
      writtenFile,
      constantFrom(...PEOPLE_KEYS),
      option(constantFrom(...ROLES), { nil: null }),
      constantFrom([], [ADDRESSES[0]], [ADDRESSES[1]]),
      async (text, who, role, scopes) => {
        const files = { 'people.yaml': PEOPLE, 'access/a.yaml': text };
        const edited = await editIn(files, (context) =>
          revokeCommand({ who, role, in: scopes, dryRun: false }, context),
        );
        const [before, after] = [await asked({ ...edited.files, ...files }), await asked(edited.files)];
        const isAsked = (line: string): boolean =>
          line.includes(` ${who} `) &&
          (scopes.length === 0 || line.startsWith(`${scopes[0]} `)) &&
          (role === null || line.includes(` ${role} `));
        expect(after).toEqual(before.filter((line) => !isAsked(line)));
        expect(isOneEnding(text, edited.files['access/a.yaml'] ?? '')).toBe(true);
      },
    ),
    RUNS,
  );
});

/** Whether lines end as they did, the last one included. */
function isOneEnding(before: string, after: string): boolean {
  const isCrlf = before.includes('\r\n');
  return (
    after.replaceAll('\r\n', '').includes('\n') !== isCrlf && after.endsWith('\n') === before.endsWith('\n')
  );
}
