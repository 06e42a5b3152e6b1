import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rolecall } from './harness.js';

async function script(shell: string): Promise<string> {
  const { code, stdout } = await rolecall(['completion', shell], { settings: false });
  expect(code).toBe(0);
  return stdout;
}

/** What bash offers after some words; the last of them is being typed. */
function offered(completion: string, words: readonly string[]): readonly string[] {
  const line = words.map((word) => `'${word}'`).join(' ');
  const run = `${completion}\nCOMP_WORDS=(rolecall ${line}); COMP_CWORD=${words.length}; _rolecall; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', run], { cwd: '/' }).toString().trim().split('\n');
}

describe('completion', () => {
  it('completes commands, options and their values in bash', async () => {
    const completion = await script('bash');
    expect(offered(completion, ['pl'])).toEqual(['plan']);
    expect(offered(completion, ['-c', 'x.yaml', 'exp'])).toEqual(['explain']);
    expect(offered(completion, ['plan', '--form'])).toEqual(['--format']);
    expect(offered(completion, ['plan', '--format', ''])).toEqual(['text', 'json', 'markdown', 'html']);
    expect(offered(completion, ['report', '--format', 'c'])).toEqual(['csv']);
    expect(offered(completion, ['completion', 'z'])).toEqual(['zsh']);
    expect(offered(completion, ['apply', 'et'])).toEqual(['etc']);
  });

  it('completes connectors by their names and files', async () => {
    const completion = await script('bash');
    expect(offered(completion, ['init', '--connector', 'git'])).toEqual(['github']);
    expect(offered(completion, ['sandbox', '--connector', 'sc'])).toEqual(['scim']);
    expect(offered(completion, ['sandbox', '--connector', 'et'])).toEqual(['etc']);
    expect(offered(completion, ['connector', 'c'])).toEqual(['check']);
    expect(offered(completion, ['connector', 'check', 'et'])).toEqual(['etc']);
    expect(offered(completion, ['connector', 'check', '--format', ''])).toEqual(['text', 'json']);
  });

  it('asks the cache for roles and scopes in bash, with the settings of the line, and evaluates none of them', async () => {
    const known = `rolecall() { printf '%s\\n' 'viewer' 'view all' '$(touch x)' "$2"; }\n`;
    const completion = `${known}${await script('bash')}`;
    expect(offered(completion, ['grant', 'ada', 'vi'])).toEqual(['viewer', 'view\\ all']);
    expect(offered(completion, ['grant', 'ada', ''])).toEqual([
      'viewer',
      'view\\ all',
      '\\$\\(touch\\ x\\)',
      'rolecall.yaml',
    ]);
    expect(offered(completion, ['-c', 'x.yaml', 'revoke', 'ada', 'x'])).toEqual(['x.yaml']);
    expect(offered(completion, ['grant', 'ada', 'viewer', '--in', 'viewe'])).toEqual(['viewer']);
    expect(offered(completion, ['plan', '--scope', 'viewe'])).toEqual(['viewer']);
    expect(offered(completion, ['grant', 'vi'])).toEqual(['']);
  });

  it('prints known roles one a line', async () => {
    const words = ['owner', 'view all'];
    const knownWords = () => Promise.resolve(() => Promise.resolve(words));
    const { code, stdout } = await rolecall(['completion', 'roles'], { table: { knownWords } });
    expect([code, stdout]).toEqual([0, 'owner\nview all\n']);
  });

  it.each(['zsh', 'fish'])('prints a script that %s can read, where it is installed', async (shell) => {
    const completion = await script(shell);
    expect(completion).toContain('explain');
    expect(completion).toContain('inactive-days');
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-completion-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'script'), completion);
    // A shell that is missing, or there and cannot start, has nothing to say about the script.
    if (spawnSync(shell, ['--version']).status !== 0) return;
    const read = spawnSync(shell, ['-n', join(folder, 'script')]);
    expect([read.status, read.stderr.toString()]).toEqual([0, '']);
  });

  it('names the shells it knows for any other', async () => {
    const { code, stderr } = await rolecall(['completion', 'tcsh'], { settings: false });
    expect(code).toBe(3);
    expect(stderr).toContain('Name one of bash, zsh, fish.');
  });
});
