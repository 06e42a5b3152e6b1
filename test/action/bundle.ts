import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

let built: string | null = null;

/** The Action's bundle, built afresh once for all test files of this process; gives the path of action.js. */
export function freshBundle(): string {
  built ??= build();
  return built;
}

function build(): string {
  const folder = mkdtempSync(join(inject('runFolder'), 'bundle-'));
  const script = `import { buildAction } from './scripts/build-action.mjs'; await buildAction(${JSON.stringify(folder)});`;
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, stdio: 'pipe' });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return join(folder, 'action.js');
}

/** The Node.js that runs the Action: 24 where one is named or running, else the present one. */
export function actionNode(): string {
  const named = process.env['ROLECALL_NODE24'];
  if (named !== undefined && spawnSync(named, ['--version']).status === 0) return named;
  return process.execPath;
}

/** Runs a bundle as the runner does; gives its exit code, and what it printed. */
export function runBundle(
  node: string,
  bundle: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly code: number; readonly log: string }> {
  return new Promise((resolve) => {
    execFile(node, [bundle], { env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, log: `${stdout}${stderr}` });
    });
  });
}
