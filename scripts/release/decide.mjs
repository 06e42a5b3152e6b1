// Tells the release workflow what this run is to do. It needs no installed package.
import { execFileSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { env, exit, stdout } from 'node:process';
import { distTagOf, movingTagOf, releaseMode, tagOf } from './facts.mjs';
import { repositoryProblem } from './repository.mjs';

const root = new URL('../../', import.meta.url);
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });

const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const { name, version } = manifest;
const mode = releaseMode({
  changesets: readdirSync(new URL('.changeset/', root)).filter((name) => /^(?!README).*\.md$/.test(name)),
  version,
  before: versionBefore(env.BEFORE ?? ''),
  tags: git('tag', '--list').split('\n'),
});
const outputs = {
  mode,
  name,
  version,
  tag: tagOf(version),
  moving: movingTagOf(version),
  channel: distTagOf(version),
};
for (const [name, value] of Object.entries(outputs)) {
  stdout.write(`${name}: ${value}\n`);
  if (env.GITHUB_OUTPUT !== undefined) appendFileSync(env.GITHUB_OUTPUT, `${name}=${value}\n`);
}
const problem = mode === 'none' ? null : repositoryProblem(manifest, env.GITHUB_REPOSITORY);
if (problem !== null) {
  // The pull request of a version may come before its owner is named, the release may not.
  stdout.write(`::${mode === 'publish' ? 'error' : 'warning'} file=package.json::${problem}\n`);
  exit(mode === 'publish' ? 1 : 0);
}

/** The version before a push; null where there is no commit before, and for a run by hand. */
function versionBefore(commit) {
  if (!/^[0-9a-f]{40}$/.test(commit) || /^0+$/.test(commit)) return null;
  return JSON.parse(git('show', `${commit}:package.json`)).version;
}
