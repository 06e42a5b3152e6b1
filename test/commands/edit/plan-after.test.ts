import { expect, test } from 'vitest';
import { exampleFiles } from '../../e2e/examples.js';
import { makeWorld, now, type World } from '../../e2e/world.js';

/** The example, applied: the next plan is empty. */
async function applied(): Promise<World> {
  const world = await makeWorld({ files: exampleFiles('complete'), runtime: { now: () => now } });
  await world.rolecall('apply', '--yes');
  expect(await planned(world)).toEqual([]);
  return world;
}

/** The changes of the next plan, a line each. */
async function planned(world: World): Promise<readonly string[]> {
  const { stdout } = await world.rolecall('plan', '--format', 'json');
  const plan = JSON.parse(stdout) as { readonly changes: readonly Change[] };
  return plan.changes.map(
    ({ action, label, scope, from, to }) =>
      `${action} ${label} ${from?.role ?? '-'} ${to?.role ?? '-'} ${scope.split('-').at(1) ?? scope}`,
  );
}

interface Change {
  readonly action: string;
  readonly label: string;
  readonly scope: string;
  readonly from: { readonly role: string } | null;
  readonly to: { readonly role: string } | null;
}

test.each<[string, readonly string[], readonly string[]]>([
  [
    'a grant',
    ['grant', 'katherine', 'engineer', '--in', 'Acme Staging'],
    ['grant katherine@acme.test - engineer 2222'],
  ],
  [
    'a grant that replaces a role',
    ['grant', 'katherine', 'engineer', '--in', 'Acme Production'],
    ['change katherine@acme.test support engineer 1111'],
  ],
  [
    'a temporary elevation',
    ['grant', 'katherine', 'admin', '--in', 'Acme Health', '--until', '7d'],
    ['change katherine@acme.test member admin redox/organization/1024'],
  ],
  [
    'a grant that starts later',
    ['grant', 'katherine', 'engineer', '--in', 'Acme Staging', '--from', '7d'],
    [],
  ],
  ['a revoke', ['revoke', 'katherine', 'support'], ['revoke katherine@acme.test support - 1111']],
  ['a revoke where prune keeps the role', ['revoke', 'grace', 'billing_admin'], []],
])('the plan after %s is exactly what was asked', async (_, command, changes) => {
  const world = await applied();
  expect((await world.rolecall(...command)).code).toBe(0);
  expect(await planned(world)).toEqual(changes);
});
