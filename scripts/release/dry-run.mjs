// Everything of a release but the release: packs the package, looks at it, installs it into an empty folder and uses it there.
// `npm run release:dry`; with `-- --keep FOLDER` the tarball stays there, for the job that publishes it.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { appendFile, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs, promisify } from 'node:util';
import { root } from '../generated-files.mjs';
import { useInstalled } from './installed.mjs';
import { packageProblems } from './package-contents.mjs';

const run = promisify(execFile);
const shell = process.platform === 'win32';
const { values } = parseArgs({ options: { keep: { type: 'string' } } });
const temp = await mkdtemp(join(tmpdir(), 'rolecall-release-'));
try {
  await dryRun();
} finally {
  await rm(temp, { recursive: true, maxRetries: 3 });
}

async function dryRun() {
  const packed = await pack();
  const tarball = join(temp, packed.filename);
  const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const problems = packageProblems(packed, manifest, (path) => readFileSync(`${root}${path}`, 'utf8'));
  if (problems.length > 0) throw new Error(`the package is not as it should be:\n${problems.join('\n')}`);
  process.stdout.write(
    `${packed.filename}: ${packed.size} bytes, ${packed.files.length} files of ${packed.unpackedSize} bytes\n`,
  );
  await Promise.all([lint(tarball), use(tarball, manifest.version)]);
  if (values.keep !== undefined) await keep(packed, tarball, values.keep);
  process.stdout.write('The package can be released.\n');
}

async function pack() {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', temp];
  const { stdout } = await run('npm', args, { cwd: root, shell, maxBuffer: 64 * 1024 * 1024 });
  // A list, and in newer versions of npm an object by name.
  const [packed] = Object.values(JSON.parse(stdout));
  return packed;
}

/** What others find wrong with the package's exports and types. The library is for ES modules alone. */
async function lint(tarball) {
  const bin = (path) => join(root, 'node_modules', path);
  const types = ['--profile', 'esm-only', '--exclude-entrypoints', './schemas/*', '--format', 'ascii'];
  for (const args of [
    [bin('publint/src/cli.js'), 'run', tarball, '--strict'],
    [bin('@arethetypeswrong/cli/dist/index.js'), tarball, ...types],
  ]) {
    await run(process.execPath, args).catch(({ stdout, stderr }) => {
      throw new Error(`${args.join(' ')}\n${stdout}${stderr}`);
    });
  }
}

async function use(tarball, version) {
  const folder = join(temp, 'empty');
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  // A release takes the newest versions, as strangers will; a test those of the lock file, which npm ci has put into npm's cache.
  if (values.keep === undefined) await writeFile(join(folder, 'package-lock.json'), await runtimeLock());
  const options = ['--prefer-offline', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...options, tarball], { cwd: folder, shell });
  await useInstalled(folder, version);
}

/** A lock file of what the package needs at run time. */
async function runtimeLock() {
  const { lockfileVersion, packages } = JSON.parse(await readFile(`${root}package-lock.json`, 'utf8'));
  const needed = Object.entries(packages).filter(
    ([path, { dev, link }]) => path.startsWith('node_modules/') && !dev && !link,
  );
  return JSON.stringify({
    lockfileVersion,
    requires: true,
    packages: { '': {}, ...Object.fromEntries(needed) },
  });
}

/** Keeps the tarball, and tells the steps that follow which it is. */
async function keep({ filename, integrity }, tarball, folder) {
  await mkdir(folder, { recursive: true });
  await copyFile(tarball, join(folder, filename));
  const sha256 = createHash('sha256')
    .update(await readFile(tarball))
    .digest('hex');
  for (const [name, value] of Object.entries({ file: filename, sha256, integrity })) {
    process.stdout.write(`${name}: ${value}\n`);
    if (process.env.GITHUB_OUTPUT !== undefined)
      await appendFile(process.env.GITHUB_OUTPUT, `${name}=${value}\n`);
  }
}
