import { relative, resolve } from 'node:path';
import type { ProbePreview } from '../../../model/write-probe.js';
import { withSlashes } from '../../../platform.js';
import { shellWord } from '../../../shell.js';
import type { ConfigLocation } from '../../../workspace/workspace.js';

/** The command that ends a probe that was left open: it takes back what was given before it does anything else. */
export function resumeCommand(
  { mode, scope, principal }: Pick<ProbePreview, 'mode' | 'scope' | 'principal'>,
  { folder, file }: ConfigLocation,
  cwd: string,
): string {
  const config = withSlashes(relative(cwd, resolve(folder, file)));
  const words = [
    'rolecall',
    ...(config === 'rolecall.yaml' ? [] : ['-c', config]),
    'doctor',
    '--probe-writes',
    mode,
    '--scope',
    scope,
    '--principal',
    principal,
  ];
  return words.map(shellWord).join(' ');
}
