import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { readRegularFile } from '../config/disk-tree.js';
import type { SourceText } from '../report/diagnostics.js';

/**
 * Reads the lines that findings point at; `config` is the path of the settings. That file is never shown: a finding there may be about a secret
 * written into it. Nothing outside the folder is, either.
 */
export function sourcesIn(root: string, config: string): SourceText {
  const texts = new Map<string, string | null>();
  const settings = resolve(root, config);
  return (file) => {
    const path = resolve(root, file);
    if (path === settings) return null;
    const known = texts.get(file);
    if (known !== undefined) return known;
    const text = readWithin(root, path);
    texts.set(file, text);
    return text;
  };
}

/** The excerpt is an extra: a file that cannot be read has its own finding, so here it is only not shown. */
function readWithin(root: string, path: string): string | null {
  try {
    return realpathSync(path).startsWith(realpathSync(root) + sep)
      ? Buffer.from(readRegularFile(path)).toString()
      : null;
  } catch {
    return null;
  }
}

/** The folder of the configuration as seen from another (the top of the repository), with `/`; `''` where they are one. */
export function folderFrom(top: string, root: string): string {
  return relative(top, root).split(sep).join('/');
}
