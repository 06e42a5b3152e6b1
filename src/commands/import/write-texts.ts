import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { UsageError } from '../../errors.js';

/**
 * Writes texts to files below a folder. A path that starts with `..` is meant to leave it; any other must not, by no link.
 * @throws UsageError for a link that leads out, or a file that is there where none may be
 */
export async function writeTexts(
  texts: ReadonlyMap<string, string>,
  folder: string,
  overwrite: boolean,
): Promise<void> {
  const top = await realpath(folder);
  for (const [path, text] of texts) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    const real = await realpath(dirname(target));
    if (!path.startsWith('..') && real !== top && !real.startsWith(top + sep)) {
      throw new UsageError(
        `${JSON.stringify(path)} is behind a link that leads out of the folder of rolecall.yaml`,
        {
          hint: 'Choose another --dir.',
        },
      );
    }
    await writeFile(target, text, { flag: overwrite ? 'w' : 'wx' });
  }
}
