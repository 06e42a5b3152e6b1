// Runs changesets on this repository: `npm run change` describes a change for the next version.
//
// changesets sees only workspaces where a package has any. The one in build/ is not published, the package itself is: so
// changesets runs in a folder that shows this repository without that key.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { root } from '../generated-files.mjs';

const changelog = 'CHANGELOG.md';

/** Runs a command of changesets; gives the version that package.json states after it. @throws Error when it fails */
export async function changeset(...args) {
  const view = await mkdtemp(join(tmpdir(), 'rolecall-changeset-'));
  try {
    const { workspaces: _workspaces, ...alone } = await readJson(`${root}package.json`);
    await writeFile(join(view, 'package.json'), JSON.stringify(alone, null, 2));
    for (const shared of ['.changeset', '.git', 'node_modules'])
      await symlink(`${root}${shared}`, join(view, shared));
    await copyIfThere(`${root}${changelog}`, join(view, changelog));
    const main = `${root}node_modules/@changesets/cli/bin.js`;
    const [code] = await once(spawn(execPath, [main, ...args], { cwd: view, stdio: 'inherit' }), 'exit');
    if (code !== 0) throw new Error(`changeset ${args.join(' ')} failed`);
    await copyIfThere(join(view, changelog), `${root}${changelog}`);
    const { version } = await readJson(join(view, 'package.json'));
    return version;
  } finally {
    await rm(view, { recursive: true });
  }
}

export async function readJson(path) {
  return JSON.parse(await readFile(path, 'utf8'));
}

async function copyIfThere(from, to) {
  await cp(from, to).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

if (argv[1] === fileURLToPath(import.meta.url)) await changeset(...argv.slice(2));
