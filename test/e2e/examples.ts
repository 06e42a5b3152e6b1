import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withProviders } from '../../src/cli/demo-settings.js';

const root = fileURLToPath(new URL('../../examples/', import.meta.url));

/** The files of an example by path, its providers left out. */
export function exampleFiles(name: string): Readonly<Record<string, string>> {
  const folder = join(root, name);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(
    paths.map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return [
        relative(folder, join(folder, path)),
        path === 'rolecall.yaml' ? withProviders(text, []) : text,
      ];
    }),
  );
}

/** The names of the examples that hold a configuration. */
export function exampleNames(): readonly string[] {
  return readdirSync(root).filter((name) => readdirSync(join(root, name)).includes('rolecall.yaml'));
}
