// Whether src/generated and the Action's bundle are what their sources give: `npm run check:generated`.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { actionFiles, buildAction } from './build-action.mjs';
import { generatedFiles, root, staleFiles, strayFiles } from './generated-files.mjs';

const files = await generatedFiles();
const findings = [
  ...(await staleFiles(files)).map((path) => `${path} is stale: run npm run generate`),
  ...(await strayFiles(files)).map((path) => `${path} has no source: run npm run generate`),
  ...(await staleBundle()).map((file) => `dist/${file} is stale: run npm run build:action`),
];
for (const finding of findings) process.stdout.write(`${finding}\n`);
process.exitCode = findings.length === 0 ? 0 : 1;

async function staleBundle() {
  if (!existsSync(`${root}src/action.ts`)) return [];
  const fresh = await mkdtemp(join(tmpdir(), 'rolecall-action-'));
  try {
    await buildAction(fresh);
    const stale = [];
    for (const file of actionFiles) {
      const committed = existsSync(`${root}dist/${file}`)
        ? await readFile(`${root}dist/${file}`, 'utf8')
        : null;
      if (committed !== (await readFile(join(fresh, file), 'utf8'))) stale.push(file);
    }
    return stale;
  } finally {
    await rm(fresh, { recursive: true });
  }
}
