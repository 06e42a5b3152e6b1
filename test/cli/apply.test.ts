import { describe, expect, test } from 'vitest';
import { commandTable } from '../../src/cli/command-table.js';
import type { CommandTable } from '../../src/cli/command-table.js';
import type { ApplyOptions } from '../../src/commands/apply.js';
import type { Change } from '../../src/model/change.js';
import {
  applyResult,
  change,
  changeResult,
  grant,
  ORGANIZATION,
  plan,
  planScope,
  revoke,
} from '../report/samples.js';
import { rolecall } from './harness.js';

function applying(changes: readonly Change[] = [grant()]) {
  const calls: ApplyOptions[] = [];
  const table: Partial<CommandTable> = {
    apply: async () => async (options) => {
      calls.push(options);
      const asked = plan(changes, { scopes: [planScope(ORGANIZATION, { name: 'Acme Health' })] });
      await options.show(asked);
      if (!options.yes && !(await options.confirm(asked.changes))) {
        return { plan: asked, result: null, diagnostics: [], exitCode: 1 };
      }
      return {
        plan: asked,
        result: applyResult([changeResult(changes[0] ?? grant())]),
        diagnostics: [],
        exitCode: 0,
      };
    },
  };
  return { table, calls };
}

describe('apply', () => {
  test('without --yes and without a terminal does nothing and exits 3', async () => {
    const { code, stdout, stderr } = await rolecall(['apply'], { table: { apply: commandTable.apply } });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('--yes');
  });

  test.each([
    ['--scope', 'redox/**'],
    ['--shard', '1/2'],
    ['--changed-since', 'main'],
    ['--now', '2027-01-01'],
  ])('with a plan file refuses %s beside it', async (flag, value) => {
    const { code, stderr } = await rolecall(['apply', 'plan.json', '--yes', flag, value]);
    expect(code).toBe(3);
    expect(stderr).toContain(`${flag} cannot be combined with a plan file`);
  });

  test('with --yes writes and prints the result', async () => {
    const { table, calls } = applying();
    const digest = `sha256:${'a'.repeat(64)}`;
    const argv = ['apply', 'plan.json', '--yes', '--digest', digest, '--receipt', 'r.json'];
    const { code, stdout } = await rolecall(argv, { table });
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('Apply: 1 applied.');
    expect(calls).toMatchObject([
      { planFile: 'plan.json', yes: true, interactive: false, digest, receipt: 'r.json' },
    ]);
  });

  test('with --yes shows the plan too, on stderr', async () => {
    const { table } = applying();
    const { stderr } = await rolecall(['apply', '--yes', '--format', 'json'], { table });
    expect(stderr).toContain('Plan: 1 to grant.');
  });

  test('prints the result in the asked format and nothing else', async () => {
    const { table } = applying();
    const { stdout } = await rolecall(['apply', '--yes', '--format', 'json'], { table });
    expect(JSON.parse(stdout)).toMatchObject({ summary: { applied: 1 }, converged: true });
  });

  test('on a terminal shows the plan and asks, and writes on yes', async () => {
    const { table } = applying();
    const { code, stdout, stderr } = await rolecall(['apply', '--no-color'], {
      table,
      terminal: true,
      typed: 'y\n',
    });
    expect(code).toBe(0);
    expect(stderr).toContain('Plan: 1 to grant.');
    expect(stderr).toContain('? Write 1 grant? (y/N)');
    expect(stderr).not.toMatch(/\[\d+m/u);
    expect(stdout).toContain('Apply: 1 applied.');
  });

  test('on a terminal shows a long plan shortened before it asks, and whole with --format text', async () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      grant({ principal: `user:${index}`, label: `p${index}@acme.test` }),
    );
    const { table } = applying([...many, revoke()]);
    const short = await rolecall(['apply', '--no-color'], { table, terminal: true, typed: 'n\n' });
    expect(short.stderr).toContain('+ 300 people gain project_reader in aion/project/orbit/apollo');
    expect(short.stderr).toContain('- alan@acme.test  member');
    expect(short.stderr).not.toContain('p299@acme.test');
    expect(short.stderr).toContain('? Write 300 grants and 1 revoke? (y/N)');
    const argv = ['apply', '--no-color', '--format', 'text'];
    const whole = await rolecall(argv, { table, terminal: true, typed: 'n\n' });
    expect(whole.stderr).toContain('p299@acme.test');
  });

  test('asks how many of which it is to write', async () => {
    const { table } = applying([grant(), grant(), revoke()]);
    const { stderr } = await rolecall(['apply', '--no-color'], { table, terminal: true, typed: 'n\n' });
    expect(stderr).toContain('? Write 2 grants and 1 revoke? (y/N)');
  });

  test('names scopes in the result as the plan does', async () => {
    const { table } = applying([change()]);
    expect((await rolecall(['apply', '--yes'], { table })).stdout).toMatch(
      /^Acme Health {2}redox\/organization\/1024$/mu,
    );
    expect((await rolecall(['apply', '--yes', '--format', 'markdown'], { table })).stdout).toContain(
      'in `Acme Health` (`redox/organization/1024`)',
    );
  });

  test('writes nothing on a bare return', async () => {
    const { table } = applying();
    const { code, stdout, stderr } = await rolecall(['apply'], { table, terminal: true, typed: '\n' });
    expect(code).toBe(1);
    expect(stderr).toContain('Declined: nothing was written.');
    expect(stdout).toBe('');
  });

  test('prints the plan of a declined run in another format', async () => {
    const { table } = applying();
    const { stdout } = await rolecall(['apply', '--format', 'json'], { table, terminal: true, typed: 'n\n' });
    expect(JSON.parse(stdout)).toMatchObject({ summary: { grant: 1 } });
  });

  test('ends with 130 when interrupted while it asks', async () => {
    const { table } = applying();
    const controller = new AbortController();
    const running = rolecall(['apply'], { table, terminal: true, signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    expect((await running).code).toBe(130);
  });
});
