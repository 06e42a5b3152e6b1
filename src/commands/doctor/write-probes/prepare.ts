import type { ValidConfig } from '../../../workspace/valid-config.js';
import type { CommandContext } from '../../context.js';
import { readOpenProbe } from './open-probe.js';
import type { WriteProbeInput } from './probe-parts.js';
import { probeTarget, type TargetOptions } from './target.js';

/**
 * Checks what can be checked of a write probe before any request, and looks for one that a run in this folder left open.
 * @throws UsageError for what is missing, cannot be read, or must not be tried
 */
export async function prepareWriteProbe(
  options: TargetOptions,
  config: ValidConfig,
  { workspace }: CommandContext,
): Promise<Pick<WriteProbeInput, 'target' | 'open'>> {
  const target = probeTarget(options, config);
  return { target, open: await readOpenProbe(workspace.location.folder) };
}
