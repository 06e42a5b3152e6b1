// `npm ci` in a checkout builds, by way of the workspace in build/; without the tools to build there is nothing to do.
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const root = new URL('../', import.meta.url);
const checkout = ['src/index.ts', 'node_modules/typescript-native', 'node_modules/rolldown'].every((path) =>
  existsSync(new URL(path, root)),
);

if (checkout) {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
