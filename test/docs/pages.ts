import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The top of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The absolute path of every document, sorted. */
export function pages(): readonly string[] {
  const top = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'bench/README.md'];
  const below = ['docs', 'src'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  );
  return [...top, ...below]
    .filter((path) => path.endsWith('.md'))
    .map((path) => `${root}${path}`)
    .sort();
}
