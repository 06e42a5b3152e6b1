import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CommandTable } from '../../src/cli/command-table.js';
import type { PlanOutcome } from '../../src/commands/plan.js';
import { Interrupted, InvalidFilesError, RolecallError } from '../../src/errors.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import { grant, plan } from '../report/samples.js';
import { rolecall } from './harness.js';

const planning = (outcome: PlanOutcome): Partial<CommandTable> => ({ plan: async () => async () => outcome });
const failing = (error: Error): Partial<CommandTable> => ({
  plan: async () => async () => {
    throw error;
  },
});
const finding: Diagnostic = {
  severity: 'warning',
  code: 'name-differs',
  message: 'the live name differs',
  file: 'access/a.yaml',
  line: 1,
  column: 1,
};

describe('what a command returns', () => {
  test('is printed on stdout, findings on stderr', async () => {
    const outcome = { plan: plan([grant()]), diagnostics: [finding], exitCode: 2 } as const;
    const { code, stdout, stderr } = await rolecall(['plan', '--format', 'json'], {
      table: planning(outcome),
    });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ formatVersion: 1, summary: { grant: 1 } });
    expect(stderr).toContain('access/a.yaml:1:1 warning name-differs');
  });

  test.each([1, 2, 3, 4, 5, 6, 130] as const)('is printed with exit %i too', async (exitCode) => {
    const ran = await rolecall(['plan'], { table: planning({ plan: plan([]), diagnostics: [], exitCode }) });
    expect(ran).toMatchObject({ code: exitCode, stdout: 'No changes. Live state matches the files.\n' });
  });

  test.each([
    ['markdown', '**Plan: 1 to grant.**'],
    ['html', '<!doctype html>'],
  ])('is printed as %s', async (format, start) => {
    const table = planning({ plan: plan([grant()]), diagnostics: [], exitCode: 0 });
    const { stdout } = await rolecall(['plan', '--format', format], { table });
    expect(stdout.startsWith(start)).toBe(true);
  });
});

describe('colour', () => {
  const table = planning({ plan: plan([grant()]), diagnostics: [], exitCode: 0 });

  test('is for terminals', async () => {
    expect((await rolecall(['plan'], { table, terminal: true })).stdout).toContain('\u001B[32m');
    expect((await rolecall(['plan'], { table })).stdout).not.toContain('\u001B');
  });

  test('is left out with --no-color, before or after the command, and with NO_COLOR', async () => {
    for (const argv of [
      ['plan', '--no-color'],
      ['--no-color', 'plan'],
    ]) {
      expect((await rolecall(argv, { table, terminal: true })).stdout).not.toContain('\u001B');
    }
    const env = { NO_COLOR: '1' };
    expect((await rolecall(['plan'], { table, terminal: true, env })).stdout).not.toContain('\u001B');
  });
});

describe('an error', () => {
  test('is a message, a hint and its exit code', async () => {
    const table = failing(new RolecallError('no token', { hint: 'Set REDOX_TOKEN.' }));
    expect(await rolecall(['plan'], { table })).toEqual({
      code: 1,
      stdout: '',
      stderr: 'error: no token\nSet REDOX_TOKEN.\n',
    });
  });

  test('shows its stack with --verbose alone', async () => {
    const table = failing(new TypeError('broken'));
    expect((await rolecall(['plan'], { table })).stderr).toBe('error: broken\n');
    expect((await rolecall(['plan', '--verbose'], { table })).stderr).toContain('run.test.ts');
  });

  test('about the files shows each finding', async () => {
    const table = failing(new InvalidFilesError('1 error', [{ ...finding, severity: 'error' }]));
    const { code, stderr } = await rolecall(['plan'], { table });
    expect(code).toBe(3);
    expect(stderr).toContain('access/a.yaml:1:1 error name-differs the live name differs');
  });

  test('shows foreign text as text', async () => {
    const { stderr } = await rolecall(['plan'], { table: failing(new Error('x\u001B[2J\u202E')) });
    expect(stderr).toBe('error: x\\x1b[2J\\u{202e}\n');
  });

  test('after an interrupt exits 130', async () => {
    expect(await rolecall(['plan'], { table: failing(new Interrupted()) })).toMatchObject({ code: 130 });
    const signal = AbortSignal.abort();
    expect(await rolecall(['plan'], { table: failing(new Error('aborted')), signal })).toMatchObject({
      code: 130,
    });
  });
});

describe('progress', () => {
  const table: Partial<CommandTable> = {
    plan:
      async () =>
      async (_options, { events }) => {
        events({ kind: 'read-started', roots: 2, scopes: 5 });
        events({
          kind: 'request',
          provider: 'redox',
          method: 'GET',
          path: '/x\u001B',
          status: 200,
          ms: 12.4,
          attempt: 2,
          waitMs: 0,
        });
        events({
          kind: 'root-read',
          root: 'redox/organization/1',
          scopes: 1,
          done: 1,
          roots: 2,
          complete: false,
        });
        return { plan: plan([]), diagnostics: [], exitCode: 0 };
      },
  };

  test('is plain lines on stderr where there is no terminal', async () => {
    const { stdout, stderr } = await rolecall(['plan'], { table });
    expect(stdout).toBe('No changes. Live state matches the files.\n');
    expect(stderr).toBe('Reading 5 scopes of 2 organizations and accounts.\n');
  });

  test('is one line drawn over on a terminal, taken away at the end', async () => {
    const { stderr } = await rolecall(['plan'], { table, terminal: true });
    expect(stderr).toContain('Reading [------------------------] 0/2');
    expect(stderr.endsWith('\r\u001B[K')).toBe(true);
    expect(stderr.split('\n')).toHaveLength(1);
  });

  test('shows each request with --verbose', async () => {
    const { stderr } = await rolecall(['--verbose', 'plan'], { table });
    expect(stderr).toContain('redox GET /x\\x1b 200 12 ms (attempt 2)\n');
  });
});

describe('validate', () => {
  const text = 'roles:\n  admin: [adda]\n';
  const bad: Diagnostic = { ...finding, severity: 'error', file: 'a.yaml', line: 2, column: 11 };
  const validating = (diagnostics: readonly Diagnostic[]): Partial<CommandTable> => ({
    validate:
      async () =>
      async ({ cwd }) => {
        writeFileSync(join(cwd, 'a.yaml'), text);
        return { diagnostics, exitCode: diagnostics.length === 0 ? 0 : 3 };
      },
  });

  test('prints its findings on stdout, with their lines', async () => {
    const { code, stdout, stderr } = await rolecall(['validate'], { table: validating([bad]) });
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(stdout).toContain('  2 |   admin: [adda]\n    |           ^\n');
  });

  test('never shows a line of the settings, where a secret may stand', async () => {
    const table = validating([{ ...bad, file: 'rolecall.yaml', line: 1, column: 1 }]);
    const { stdout } = await rolecall(['validate'], { table });
    expect(stdout).toContain('rolecall.yaml:1:1 error');
    expect(stdout).not.toContain('version: 1');
  });

  test('shows nothing of a file outside the folder', async () => {
    const table = validating([{ ...bad, file: '../../etc/passwd', line: 1, column: 1 }]);
    expect((await rolecall(['validate'], { table })).stdout).not.toContain('root');
  });

  test('says that the files are valid', async () => {
    const ran = await rolecall(['validate'], { table: validating([]) });
    expect(ran).toEqual({ code: 0, stdout: 'The files are valid.\n', stderr: '' });
  });

  test.each([
    ['json', '{\n  "formatVersion": 1,'],
    ['github', '::error file=a.yaml,line=2,col=11'],
    ['gitlab', '[\n  {\n    "description"'],
    ['sarif', '{\n  "$schema"'],
  ])('prints %s', async (format, start) => {
    const { stdout } = await rolecall(['validate', '--format', format], { table: validating([bad]) });
    expect(stdout.startsWith(start)).toBe(true);
  });
});

describe('a plan of more than some screens', () => {
  const many = Array.from({ length: 300 }, (_, index) =>
    grant({ principal: `user:${index}`, label: `p${index}@acme.test` }),
  );
  const table = planning({ plan: plan(many), diagnostics: [], exitCode: 0 });
  const lines = (text: string): number => text.split('\n').length;

  test('is shortened on a terminal', async () => {
    const { stdout } = await rolecall(['plan', '--no-color'], { table, terminal: true });
    expect(stdout).toContain('+ 300 people gain project_reader in aion/project/orbit/apollo');
    expect(lines(stdout)).toBeLessThan(15);
  });

  test('is whole on a terminal that has room for it', async () => {
    const { stdout } = await rolecall(['plan'], { table, terminal: true, rows: 110 });
    expect(lines(stdout)).toBeGreaterThan(300);
  });

  test('is whole with --format text, and where it goes elsewhere, byte for byte the same', async () => {
    const asked = await rolecall(['plan', '--format', 'text', '--no-color'], { table, terminal: true });
    const piped = await rolecall(['plan'], { table });
    expect(lines(piped.stdout)).toBeGreaterThan(300);
    expect(asked.stdout.replaceAll(/ +/gu, ' ')).toBe(piped.stdout.replaceAll(/ +/gu, ' '));
  });
});
