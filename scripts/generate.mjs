// Writes src/generated from schemas/*.schema.json and package.json: `npm run generate`.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { generatedFiles, root, staleFiles, strayFiles } from './generated-files.mjs';

/** Brings src/generated up to date; gives the paths that were written or removed. */
export async function generate() {
  const files = await generatedFiles();
  const stale = await staleFiles(files);
  for (const path of stale) {
    await mkdir(dirname(`${root}${path}`), { recursive: true });
    await writeFile(`${root}${path}`, files.get(path));
  }
  const stray = await strayFiles(files);
  for (const path of stray) await rm(`${root}${path}`);
  return [...stale, ...stray];
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const path of await generate()) process.stdout.write(`${path}\n`);
}
