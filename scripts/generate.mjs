// Writes src/generated from schemas/*.schema.json, examples/workflows and package.json: `npm run generate`.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { generatedFiles, root } from './generated-files.mjs';

export async function generate() {
  const files = await generatedFiles();
  await rm(`${root}src/generated`, { recursive: true, force: true });
  for (const [path, text] of files) {
    await mkdir(dirname(`${root}${path}`), { recursive: true });
    await writeFile(`${root}${path}`, text);
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) await generate();
