import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaFolder, version } from '../../src/generated/version.js';

test('each published schema is named by where the package of this major version has it', () => {
  expect(schemaFolder).toBe(`https://unpkg.com/rolecall@${version.split('.', 1)[0]}/schemas`);
  const folder = new URL('../../schemas/', import.meta.url);
  for (const name of readdirSync(folder)) {
    const { $id }: { readonly $id?: string } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    expect($id).toBe(`${schemaFolder}/${name}`);
  }
});
