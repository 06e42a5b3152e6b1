// Generated code, the library (dist/lib) and the command line (dist/cli): `npm run build`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, rm } from 'node:fs/promises';
import { execPath, exit } from 'node:process';
import { bundle } from './bundle.mjs';
import { generate } from './generate.mjs';
import { root } from './generated-files.mjs';

await generate();
await Promise.all([buildLibrary(), buildCommandLine()]);

async function buildLibrary() {
  await rm(`${root}dist/lib`, { recursive: true, force: true });
  const compiler = spawn(execPath, ['node_modules/typescript-native/bin/tsc', '-p', 'tsconfig.build.json'], {
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

/** `main.cjs` starts the command line (Node.js starts CommonJS sooner); what a command needs is loaded when it runs. */
async function buildCommandLine() {
  const to = `${root}dist/cli`;
  await rm(to, { recursive: true, force: true });
  const shared = { to, licences: 'LICENSES.txt' };
  await bundle({ ...shared, input: { demo: 'src/cli/demo.ts' }, single: true });
  await bundle({ ...shared, input: { main: 'src/cli/main.ts' }, single: false, format: 'cjs' });
  await chmod(`${to}/main.cjs`, 0o755);
}
