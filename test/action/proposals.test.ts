import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../../examples/workflows/', import.meta.url));

interface Step {
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The last step of the job that opens the pull request. */
function proposal(name: string): Step {
  const { jobs } = parse(readFileSync(join(folder, name), 'utf8')) as {
    readonly jobs: { readonly propose: { readonly steps: readonly Step[] } };
  };
  return jobs.propose.steps.at(-1) ?? {};
}

/** A `gh` that lists the pull request which it was told to create, and writes down what it was asked. */
const GH = `#!/bin/sh
echo "$1 $2" >> "$GH_FOLDER/asked"
case "$1 $2" in
  "pr list") test ! -e "$GH_FOLDER/open" || cat "$GH_FOLDER/open" ;;
  "pr create") echo 7 > "$GH_FOLDER/open" ;;
esac
`;

test.each(['tidy.yml', 'accept-drift.yml'])(
  '%s makes one pull request, and then brings it up to date',
  (name) => {
    const temp = mkdtempSync(join(tmpdir(), 'rolecall-proposal-'));
    onTestFinished(() => rmSync(temp, { recursive: true }));
    const { run = '', env = {} } = proposal(name);
    const [origin, checkout, bin] = ['origin.git', 'checkout', 'bin'].map((path) => join(temp, path)) as [
      string,
      string,
      string,
    ];
    mkdirSync(bin);
    writeFileSync(join(bin, 'gh'), GH);
    chmodSync(join(bin, 'gh'), 0o755);
    const environment = {
      ...env,
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      HOME: temp,
      GH_FOLDER: temp,
      RUNNER_TEMP: temp,
      GIT_CONFIG_NOSYSTEM: '1',
    };
    const git = (cwd: string, ...args: readonly string[]): string =>
      execFileSync('git', args, { cwd, env: environment, encoding: 'utf8', stdio: 'pipe' });
    git(temp, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
    git(temp, 'clone', '--quiet', origin, checkout);
    const as = ['-c', 'user.name=Ada', '-c', 'user.email=ada@acme.test'];
    writeFileSync(join(checkout, 'acme.yaml'), 'one\ntwo\nthree\n');
    git(checkout, 'checkout', '--quiet', '-B', 'main');
    git(checkout, 'add', '--all');
    git(checkout, ...as, 'commit', '--quiet', '--message', 'Begin');
    git(checkout, 'push', '--quiet', 'origin', 'main');
    for (const text of ['one\nthree\n', 'one\n']) {
      git(checkout, 'reset', '--quiet', '--hard', 'origin/main');
      writeFileSync(join(checkout, 'acme.yaml'), text);
      writeFileSync(join(temp, 'rolecall.patch'), git(checkout, 'diff', '--binary'));
      git(checkout, 'reset', '--quiet', '--hard', 'origin/main');
      execFileSync('bash', ['-e', '-o', 'pipefail', '-c', run], {
        cwd: checkout,
        env: environment,
        stdio: 'pipe',
      });
      expect(git(origin, 'show', `${env['BRANCH'] ?? ''}:acme.yaml`)).toBe(text);
    }
    expect(git(origin, 'log', '--format=%s', `main..${env['BRANCH'] ?? ''}`)).toBe(`${env['TITLE'] ?? ''}\n`);
    expect(existsSync(join(temp, 'open'))).toBe(true);
    expect(readFileSync(join(temp, 'asked'), 'utf8').match(/pr create/gu)).toHaveLength(1);
  },
);
