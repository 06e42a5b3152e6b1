import { createHash } from 'node:crypto';
import type { LoadedConfig } from '../../config/load.js';
import { byCodeUnit } from '../../model/ordering.js';
import { filesRead, type Workspace } from '../../workspace/workspace.js';

/**
 * `sha256:` and the hash of the files that a configuration was read from, names and contents. Line ends do not count,
 * since git may write them as the system has them.
 */
export async function filesDigest(workspace: Workspace, config: LoadedConfig): Promise<string> {
  const hash = createHash('sha256');
  for (const path of [...filesRead(workspace.location, config)].sort(byCodeUnit)) {
    const bytes = (await workspace.tree.read(path)) ?? new Uint8Array();
    const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
    const own = createHash('sha256').update(text, 'latin1').digest('hex');
    hash.update(`${JSON.stringify([path, own])}\n`);
  }
  return `sha256:${hash.digest('hex')}`;
}
