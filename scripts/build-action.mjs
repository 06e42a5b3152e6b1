// The committed bundle of the GitHub Action, dist/action.js: `npm run build:action`.
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { generate } from './generate.mjs';
import { root } from './generated-files.mjs';

export const actionFiles = ['action.js', 'action.LICENSES.txt'];

export async function buildAction(to) {
  await bundle({ input: { action: 'src/action.ts' }, to, licences: 'action.LICENSES.txt', single: true });
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  await generate();
  await buildAction(`${root}dist`);
}
