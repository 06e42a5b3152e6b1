import { quotedFor, type Shell, variableLine } from '../shell.js';
import type { Sandbox } from './server.js';

/**
 * The text that `rolecall sandbox` prints: a shell can evaluate it, since all but the lines that set variables are comments.
 * It holds the URL, the environment variables to set, and the `providers:` block of rolecall.yaml that fits them.
 * @param more further environment variables to set
 * @param recorded addresses of what the recording holds that is served; none where it is no recording
 * @param shell the one whose words the variables are set in
 */
export function announcement(
  sandbox: Pick<Sandbox, 'url' | 'labels' | 'environment' | 'settings'>,
  more: Readonly<Record<string, string>> = {},
  recorded: readonly string[] = [],
  shell: Shell = 'posix',
): string {
  const { url, labels, environment, settings } = sandbox;
  const lines = [
    `# Sandbox of ${labels.join(' and ')}: ${url}`,
    ...Object.entries({ ...environment, ...more }).map(([name, value]) =>
      variableLine(shell, name, quotedFor(shell, value)),
    ),
    '#',
    '# In rolecall.yaml:',
    ...settings(url).map((line) => `# ${line}`),
    ...(recorded.length === 0 ? [] : ['#', '# In the recording:', ...recorded.map((line) => `#   ${line}`)]),
  ];
  return `${lines.join('\n')}\n`;
}
