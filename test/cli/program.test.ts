import { describe, expect, test } from 'vitest';
import type { PlanOptions } from '../../src/commands/plan.js';
import { commandTable } from '../../src/cli/command-table.js';
import { commandSpecs } from '../../src/cli/specs.js';
import type { Workspace } from '../../src/workspace/workspace.js';
import { plan } from '../report/samples.js';
import { rolecall } from './harness.js';

async function planned(argv: readonly string[]) {
  const calls: { readonly options: PlanOptions; readonly workspace: Workspace }[] = [];
  const ran = await rolecall(argv, {
    table: {
      plan:
        async () =>
        async (options, { workspace }) => {
          calls.push({ options, workspace });
          return { plan: plan([]), diagnostics: [], exitCode: 0 };
        },
    },
  });
  return { ...ran, ...calls[0] };
}

describe('options', () => {
  test('that every command has may stand before or after it', async () => {
    for (const argv of [
      ['-c', 'iam/other.yaml', 'plan'],
      ['plan', '-c', 'iam/other.yaml'],
      ['plan', '--config=iam/other.yaml'],
    ]) {
      const { code, workspace } = await planned(argv);
      expect({ code, file: workspace?.location.file }).toEqual({ code: 0, file: 'other.yaml' });
    }
  });

  test('reach the command', async () => {
    const flags = [
      '--scope',
      'redox/**',
      '--scope',
      'aion/**',
      '--shard',
      '2/3',
      '--changed-since',
      'v1',
      '--base',
      'main',
    ];
    const more = [
      '--now',
      '2027-01-31',
      '--concurrency',
      '4',
      '--allow-revokes',
      '0',
      '--detailed-exitcode',
      '--fail-on-blocked',
    ];
    const files = ['--audit-log', 'a.jsonl', '--out', 'p.json', '--providers-from', 'main'];
    const { options, workspace } = await planned(['plan', ...flags, ...more, ...files]);
    expect(workspace?.at).toBe(Date.parse('2027-01-31'));
    expect(options).toEqual({
      scope: ['redox/**', 'aion/**'],
      shard: '2/3',
      changedSince: 'v1',
      base: 'main',
      concurrency: 4,
      allowRevokes: 0,
      detailedExitcode: true,
      failOnBlocked: true,
      roleLists: true,
      out: 'p.json',
      record: null,
      providersFrom: 'main',
    });
  });

  test('that are left out are null', async () => {
    const { options } = await planned(['plan']);
    expect(options).toMatchObject({
      scope: [],
      shard: null,
      allowRevokes: null,
      detailedExitcode: false,
      failOnBlocked: false,
    });
  });

  test.each([
    [['plan', '--nonsense'], "unknown option '--nonsense'"],
    [['plan', 'extra'], 'too many arguments'],
    [['plan', '--format', 'yaml'], 'Allowed choices are text, json, markdown, html'],
    [['plan', '--scope', ''], '--scope is empty'],
    [['plan', '--shard', '4/3'], 'not "4/3"'],
    [['plan', '--now', 'tomorrow'], 'not "tomorrow"'],
    [['plan', '--now', '2027-02-30'], 'not "2027-02-30"'],
    [['plan', '--concurrency', '0'], 'not "0"'],
    [['plan', '--allow-revokes', '1e3'], 'not "1e3"'],
    [['apply', '--digest', 'abc'], 'not "abc"'],
    [['sandbox', '--fail', '2'], 'not "2"'],
    [['sandbox', '--rate-limit', 'x'], 'not "x"'],
    [['validate', '--receipt', 'x'], "unknown option '--receipt'"],
    [['plna'], 'Did you mean plan?'],
    [['explain'], 'explain needs a principal, --role or --scope'],
  ])('%j is refused with exit 3, on stderr alone', async (argv, words) => {
    const { code, stdout, stderr } = await rolecall(argv);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain(words);
  });

  test('what was typed is quoted as text', async () => {
    const { stderr } = await rolecall(['pl\u001B[31man\u202E']);
    expect(stderr).not.toContain('\u001B');
    expect(stderr).not.toContain('\u202E');
  });
});

describe('help', () => {
  test('is for stdout and lists every command', async () => {
    const { code, stdout, stderr } = await rolecall(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { name } of commandSpecs) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'mu'));
    expect(stdout).toContain('Examples:');
  });

  test.each(commandSpecs.map(({ name }) => name))('of %s teaches by example', async (name) => {
    const { code, stdout } = await rolecall([name, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples:\\n  rolecall ${name}`, 'u'));
    expect(stdout).toContain('--config');
    expect(await rolecall(['help', name])).toMatchObject({ code: 0, stdout });
  });

  test('is shown on stderr, with exit 3, where no command was named', async () => {
    const { code, stdout, stderr } = await rolecall([]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('Usage: rolecall');
  });
});

test('--version prints the version', async () => {
  expect(await rolecall(['--version'])).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' });
});

test('without settings a command says so, and what to do', async () => {
  const { code, stdout, stderr } = await rolecall(['plan'], {
    settings: false,
    table: { plan: commandTable.plan },
  });
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr).toMatch(/there is no "rolecall\.yaml" here\nRun rolecall init/u);
});

test('a folder in place of the settings is called one', async () => {
  const { code, stderr } = await rolecall(['-c', '.', 'plan'], { table: { plan: commandTable.plan } });
  expect(code).toBe(3);
  expect(stderr).toContain('"." is a folder\nName the file in it with -c.');
});
