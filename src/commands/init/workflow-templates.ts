import { workflows } from '../../generated/workflows.js';
import { type Named, systemsOf } from './settings-template.js';

/** The workflows of a starter, by path: the examples, with the variables that its systems need. */
export function workflowTemplates(named: Named): readonly (readonly [path: string, text: string])[] {
  const { redox, aion } = systemsOf(named);
  return Object.entries(workflows).map(([name, text]) => {
    const lines = text
      .split('\n')
      .filter((line) => redox || !/^\s+REDOX_\w+: /u.test(line))
      .filter((line) => aion || !/^\s+AION_\w+: /u.test(line));
    return [`.github/workflows/rolecall-${name}.yml`, withOwnAction(lines.join('\n'))];
  });
}

/** The examples use the action beside them; elsewhere it is named by its repository, pinned to a commit. */
function withOwnAction(text: string): string {
  return text
    .replaceAll(
      '# In a repository of yours: OWNER/rolecall@COMMIT.',
      '# Replace OWNER by who publishes rolecall, and COMMIT by the full commit of a release.',
    )
    .replaceAll('uses: ./\n', 'uses: OWNER/rolecall@COMMIT\n');
}
