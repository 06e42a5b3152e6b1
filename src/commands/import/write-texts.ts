import { constants } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { targetInside } from '../target-inside.js';

/**
 * Writes texts to files below a folder: all of them, or none where one of the paths leads out of it.
 * @throws UsageError for a link that leads out; the file system's own error for a file that is there where none may be
 */
export async function writeTexts(
  texts: ReadonlyMap<string, string>,
  folder: string,
  overwrite: boolean,
): Promise<void> {
  const { O_WRONLY, O_CREAT, O_TRUNC, O_EXCL, O_NOFOLLOW } = constants;
  const flag = O_WRONLY | O_CREAT | O_NOFOLLOW | (overwrite ? O_TRUNC : O_EXCL);
  const targets = new Map<string, string>();
  for (const [path, text] of texts) targets.set(await targetInside(folder, path), text);
  for (const [target, text] of targets) {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text, { flag });
  }
}
