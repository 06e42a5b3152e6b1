import type { Diagnostic } from '../../model/diagnostic.js';
import { workflowMessage, workflowProperty } from '../escape-workflow.js';

/**
 * Findings as workflow commands, which GitHub shows on the lines of the files. `folder` is that of the configuration,
 * relative to the top of the repository (`''` where it is the top itself).
 */
export function diagnosticsGithub(diagnostics: readonly Diagnostic[], folder = ''): string {
  return diagnostics
    .map(({ severity, code, message, file, line, column }) => {
      const path = workflowProperty(inFolder(folder, file));
      const place = `file=${path},line=${line},col=${column},title=${workflowProperty(code)}`;
      return `::${severity} ${place}::${workflowMessage(message)}\n`;
    })
    .join('');
}

/** A path of a finding as seen from the top of the repository. */
export function inFolder(folder: string, file: string): string {
  return folder === '' ? file : `${folder}/${file}`;
}
