// Generated code, the library (dist/lib) and the command line (dist/cli): `npm run build`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, readdir, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { execPath, exit } from 'node:process';
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

/** Files lie flat in dist/cli, so that `new URL('./name.worker.js', import.meta.url)` holds there as in src. */
async function buildCommandLine() {
  await rm(`${root}dist/cli`, { recursive: true, force: true });
  const input = { main: 'src/cli/main.ts', demo: 'src/cli/demo.ts' };
  for (const path of await readdir(`${root}src`, { recursive: true })) {
    if (path.endsWith('.worker.ts')) input[basename(path, '.ts')] = `src/${path}`;
  }
  await bundle({ input, to: `${root}dist/cli`, licences: 'LICENSES.txt', single: false });
  await chmod(`${root}dist/cli/main.js`, 0o755);
}
