import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { diskTree } from '../../src/config/disk-tree.js';
import { diagnosticCodes } from '../../src/config/codes.js';
import { type LoadedConfig, loadConfig } from '../../src/config/load.js';
import { modules } from '../modules.js';
import { now } from './now.js';

const golden = fileURLToPath(new URL('golden/', import.meta.url));
const situations = readdirSync(golden).toSorted();

describe('every situation has exactly these findings', () => {
  test.each(situations)('%s', async (situation) => {
    const { diagnostics } = await load(situation);
    await expect(`${JSON.stringify(diagnostics, null, 2)}\n`).toMatchFileSnapshot(
      `golden/${situation}/diagnostics.json`,
    );
  });
});

test('every code of a finding is in the table, and has a situation that shows it', async () => {
  const loaded = await Promise.all(situations.map(load));
  const shown = new Set(loaded.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
  // Links and bytes that are not text cannot be kept in a repository well: disk.test.ts and yaml.test.ts show them.
  // No two of the built-in providers have one kind: document-head.test.ts shows that.
  const elsewhere = ['file-refused', 'link-refused', 'provider-ambiguous'];
  expect([...shown, ...elsewhere].toSorted()).toEqual(Object.keys(diagnosticCodes).toSorted());
});

test('no finding repeats a secret that stands where only a name may', async () => {
  const { diagnostics } = await load('settings-mistakes');
  expect(JSON.stringify(diagnostics)).not.toMatch(/secret-literal-\d|hunter2/);
});

async function load(situation: string): Promise<LoadedConfig> {
  return await loadConfig({
    tree: diskTree(`${golden}${situation}`),
    configFile: 'rolecall.yaml',
    modules,
    now,
  });
}
