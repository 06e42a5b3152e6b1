import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { jobs } = parse(readFileSync(`${root}.github/workflows/release.yml`, 'utf8')) as {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
};

/** The script of the one step of a job that contains these words. */
function script(job: string, words: string): string {
  const found = (jobs[job]?.steps ?? []).flatMap(({ run = '' }) => (run.includes(words) ? [run] : []));
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

/** Runs a step as the runner does, with programs of the same names in place of npm and gh; gives what these were asked. */
function runStep(text: string, programs: Readonly<Record<string, string>>, env: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-step-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, body] of Object.entries(programs)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\necho "$@" >> "${folder}/asked"\n${body}\n`);
    chmodSync(file, 0o755);
  }
  const { status, stdout } = spawnSync('bash', ['-e', '-c', text], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, ...env },
  });
  const asked = join(folder, 'asked');
  return { status, stdout, asked: existsSync(asked) ? readFileSync(asked, 'utf8').trim().split('\n') : [] };
}

const facts = {
  NAME: 'rolecall',
  VERSION: '1.2.0',
  CHANNEL: 'latest',
  TAG: 'v1.2.0',
  MOVING: 'v1',
  FILE: 'rolecall-1.2.0.tgz',
  INTEGRITY: 'sha512-packed',
  GH_REPO: 'acme/rolecall',
  GITHUB_SHA: 'c0ffee',
};

describe.skipIf(process.platform === 'win32')('the release workflow', () => {
  const npm = '.github/npm/node_modules/.bin/npm';

  test('stages the packed file, and nothing where npm has that very file', () => {
    const publish = script('publish', 'stage publish');
    expect(runStep(publish, { [npm]: '' }, facts)).toMatchObject({
      status: 0,
      asked: [
        'view rolecall@1.2.0 dist.integrity',
        'stage publish ./release/rolecall-1.2.0.tgz --access public --tag latest --ignore-scripts',
      ],
    });
    expect(runStep(publish, { [npm]: 'echo sha512-packed' }, facts).asked).toHaveLength(1);
  });

  test('releases only when npm has what was packed, and says what to do while it has not', () => {
    const check = script('release', 'dist.integrity');
    expect(runStep(check, { npm: 'echo sha512-packed' }, facts).status).toBe(0);
    for (const absent of ['', 'exit 1']) {
      expect(runStep(check, { npm: absent }, facts)).toMatchObject({
        status: 1,
        stdout: expect.stringContaining('Approve the staged version there, then run this job again'),
      });
    }
    expect(runStep(check, { npm: 'echo sha512-other' }, facts)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('it has sha512-other, not sha512-packed'),
    });
  });

  test('releases with tarball, attestation and dependencies; a prerelease is never the latest', () => {
    const release = script('release', 'gh release create');
    const files =
      'release/rolecall-1.2.0.tgz release/rolecall-1.2.0.tgz.intoto.jsonl release/rolecall.spdx.json';
    const look = 'api --silent repos/acme/rolecall/releases/tags/v1.2.0';
    const options = 'release create v1.2.0 --target c0ffee --title v1.2.0 --notes-file release/notes.md';
    const absent = 'test "$1" != api';
    expect(runStep(release, { gh: absent }, facts).asked).toEqual([look, `${options} ${files}`]);
    expect(runStep(release, { gh: absent }, { ...facts, CHANNEL: 'next' }).asked).toEqual([
      look,
      `${options} --prerelease --latest=false ${files}`,
    ]);
    expect(runStep(release, { gh: '' }, facts)).toMatchObject({ status: 0, asked: [look] });
  });

  test('moves the tag of the major version, or makes it', () => {
    const move = script('release', 'git/refs/tags');
    const list = 'api --paginate repos/acme/rolecall/git/matching-refs/tags/v1. --jq .[].ref';
    const look = 'api --silent repos/acme/rolecall/git/ref/tags/v1';
    expect(runStep(move, { gh: '' }, facts).asked).toEqual([
      list,
      look,
      'api --silent --method PATCH repos/acme/rolecall/git/refs/tags/v1 --field sha=c0ffee --field force=true',
    ]);
    expect(
      runStep(move, { gh: 'case "$*" in *POST* | *matching*) ;; *) exit 1 ;; esac' }, facts).asked,
    ).toEqual([
      list,
      look,
      'api --silent --method POST repos/acme/rolecall/git/refs --field ref=refs/tags/v1 --field sha=c0ffee',
    ]);
  });

  test('leaves the tag of the major version at a newer version, as when an older release is tried again', () => {
    const move = script('release', 'git/refs/tags');
    const tags = (...names: string[]) => ({
      gh: `case "$*" in *matching*) printf 'refs/tags/%s\\n' ${names.join(' ')} ;; esac`,
    });
    const kept = runStep(move, tags('v1.2.0', 'v1.9.1', 'v1.10.0', 'v1.11.0-next.1'), facts);
    expect(kept).toMatchObject({ status: 0, stdout: expect.stringContaining('v1 stays at v1.10.0') });
    expect(kept.asked).toHaveLength(1);
    expect(runStep(move, tags('v1.1.9', 'v1.2.0', 'v1.3.0-next.1'), facts).asked).toHaveLength(3);
  });
});
