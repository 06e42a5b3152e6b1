import { posix } from 'node:path';
import { folderPath, type Repository } from './repository.js';
import { gitOutput } from './run.js';

const LINK = /^120000 \w+ [0-9a-f]+\t(.*)$/su;

/** The first link on the way from the top to a file of the repository's folder, in a commit; null where there is none. */
export async function linkedPath(
  repository: Repository,
  commit: string,
  file: string,
): Promise<string | null> {
  const parts = posix.join(folderPath(repository), file).split('/');
  const steps = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const listed = await gitOutput(repository, ['ls-tree', '-z', '--full-tree', commit, '--', ...steps]);
  const links = listed
    .toString()
    .split('\0')
    .flatMap((line) => LINK.exec(line)?.[1] ?? []);
  return links[0] ?? null;
}
