// Whether the Action's committed bundle is what its sources give: `npm run check:action`.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { actionFiles, buildAction } from './build-action.mjs';
import { root } from './generated-files.mjs';

const fresh = await mkdtemp(join(tmpdir(), 'rolecall-action-'));
try {
  await buildAction(fresh);
  for (const file of actionFiles) {
    const committed = await readFile(`${root}dist/${file}`, 'utf8');
    if (committed === (await readFile(join(fresh, file), 'utf8'))) continue;
    process.stdout.write(`dist/${file} is stale: run npm run build:action\n`);
    process.exitCode = 1;
  }
} finally {
  await rm(fresh, { recursive: true });
}
