import { join, relative, sep } from 'node:path';
import { locateRepository } from './locate.js';
import { gitOutput } from './run.js';
import { topsBetween } from './top.js';

/** Those of the files below a folder that a checkout there has from git, by paths from the folder. */
export async function trackedFiles(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const tops = new Set(paths.flatMap((path) => topsBetween(folder, join(folder, path))));
  const tracked = new Set<string>();
  for (const top of tops) {
    const place = locateRepository({ folder: top, checkout: top });
    const fromTop = new Map(
      paths.map((path) => [relative(top, join(folder, path)).split(sep).join('/'), path]),
    );
    const inside = [...fromTop.keys()].filter((path) => path !== '..' && !path.startsWith('../'));
    const listed = await gitOutput(place, ['ls-files', '-z', '--', ...inside]);
    for (const path of listed.toString().split('\0')) tracked.add(fromTop.get(path) ?? '');
  }
  return paths.filter((path) => tracked.has(path));
}
