// Makes the next version of what the changesets describe, and generates what states it: `npm run release:version`.
import { writeFile } from 'node:fs/promises';
import { buildAction } from '../build-action.mjs';
import { generate } from '../generate.mjs';
import { root } from '../generated-files.mjs';
import { changeset, readJson } from './changeset.mjs';

const version = await changeset('version');
await edit('package.json', (manifest) => {
  manifest.version = version;
});
await edit('package-lock.json', (lock) => {
  lock.version = version;
  lock.packages[''].version = version;
});
await generate();
await buildAction(`${root}dist`);

/** Changes a file that npm formats. */
async function edit(file, change) {
  const content = await readJson(`${root}${file}`);
  change(content);
  await writeFile(`${root}${file}`, `${JSON.stringify(content, null, 2)}\n`);
}
