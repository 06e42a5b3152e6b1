import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { readRegularFile } from '../config/disk-tree.js';
import { nearestTop } from '../git/locate.js';
import { stepsInside, withSlashes } from '../platform.js';
import type { ConfigLocation } from '../workspace/workspace.js';
import type { SourceText } from '../report/diagnostics.js';

/**
 * Reads the lines that findings point at. The settings are never shown, since a finding there may be about a secret written
 * into them. Nothing outside of their folder is, either.
 */
export function sourcesOf({ folder, file: settings }: ConfigLocation): SourceText {
  const texts = new Map<string, string | null>();
  return (file) => {
    const path = resolve(folder, file);
    if (path === resolve(folder, settings)) return null;
    const known = texts.get(file);
    if (known !== undefined) return known;
    const text = readWithin(folder, path);
    texts.set(file, text);
    return text;
  };
}

/** A file that cannot be read has a finding of its own, so no excerpt is shown here. */
function readWithin(root: string, path: string): string | null {
  try {
    const steps = stepsInside(realpathSync.native(root), realpathSync.native(path));
    return steps === null ? null : Buffer.from(readRegularFile(path)).toString();
  } catch {
    return null;
  }
}

/** The folder of the configuration as seen from another (the top of the repository), with `/`; `''` where they are one. */
export function folderFrom(top: string, root: string): string {
  return withSlashes(relative(top, root));
}

/**
 * The folder of the configuration from the top of its repository, wherever the program was started; from the current
 * folder where it is in none.
 */
export function repositoryFolder(folder: string, cwd: string): string {
  return folderFrom(nearestTop(folder) ?? cwd, folder);
}
