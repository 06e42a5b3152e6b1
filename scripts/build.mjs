// Generated code, the library (dist/lib) and the command line (dist/cli): `npm run build`.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, rm } from 'node:fs/promises';
import process, { execPath, exit } from 'node:process';
import { bundle } from './bundle.mjs';
import { generate } from './generate.mjs';
import { root } from './generated-files.mjs';

await generate();
await Promise.all([buildLibrary(), buildCommandLine()]);

async function buildLibrary() {
  await rm(`${root}dist/lib`, { recursive: true, force: true });
  const compiler = spawn(execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  const [code] = await once(compiler, 'exit');
  if (code !== 0) exit(1);
  await cp(`${root}src/generated`, `${root}dist/lib/generated`, {
    recursive: true,
    filter: (path) => !path.endsWith('.ts') || path.endsWith('.d.ts'),
  });
}

/**
 * `main.cjs` starts `program.cjs`, everything in one file, through `start.cjs`, which hands V8 what it made of that file
 * here: a start is then spent on running the program instead of parsing it.
 */
async function buildCommandLine() {
  const to = `${root}dist/cli`;
  await rm(to, { recursive: true, force: true });
  const shared = { to, licences: 'LICENSES.txt', single: true };
  const elsewhere = { './start.js': './start.cjs' };
  await bundle({ ...shared, input: { demo: 'src/cli/demo.ts' } });
  await bundle({ ...shared, input: { main: 'src/cli/main.ts' }, format: 'cjs', elsewhere });
  await bundle({ ...shared, input: { program: 'src/cli/start.ts' }, format: 'cjs', finish: asScript });
  await cp(`${root}scripts/start-from-cache.cjs`, `${to}/start.cjs`);
  await chmod(`${to}/main.cjs`, 0o755);
  await writeCodeCache(to);
}

/** As Node.js wraps a module, so that V8 takes the file as it is; and in ASCII, which is read without being decoded. */
function asScript(text) {
  const ascii = text.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `(function (exports, require, module, __filename, __dirname) {${ascii}\n})`;
}

/** Where it cannot be made (no loopback, no folder for temporary files), the program starts without it, a little later. */
async function writeCodeCache(folder) {
  const { status, error, stderr } = spawnSync(execPath, ['scripts/code-cache.mjs', folder], {
    cwd: root,
    timeout: 60_000,
    encoding: 'utf8',
  });
  if (status === 0) return;
  const reason = error?.message ?? stderr.trim().split('\n').at(-1);
  process.stderr.write(`No code cache for the start: ${reason}\n`);
}
