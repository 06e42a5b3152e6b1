import { createHash } from 'node:crypto';
import type { GitHub } from './client.js';
import { GitHubFailure } from './failure.js';
import type { RecordDomain } from './record-effects.js';

/** Setting a label that exists needs no more; making it needs `issues: write`. */
const PERMISSION = 'pull-requests: write';
const LONGEST_LABEL = 50;
/** The label for settings at their usual path. */
export const USUAL_LABEL = 'rolecall: open';
const USUAL_CONFIG = 'rolecall.yaml';

/** The label of pull requests whose record for a config has something left to do: it finds them among thousands. */
export function openLabel({ config }: RecordDomain): string {
  if (config === USUAL_CONFIG) return USUAL_LABEL;
  const named = `${USUAL_LABEL} ${config}`;
  if (named.length <= LONGEST_LABEL && !named.includes(',')) return named;
  return `${USUAL_LABEL} ${createHash('sha256').update(config).digest('hex').slice(0, 12)}`;
}

/** Puts the label on a pull request or takes it off. @throws GitHubFailure */
export async function setOpenLabel(
  github: GitHub,
  pullRequest: number,
  label: string,
  open: boolean,
): Promise<void> {
  const labels = '/repos/{owner}/{repo}/issues/{issue_number}/labels';
  const about = { issue_number: pullRequest };
  if (open) {
    await github.rest(`POST ${labels}`, { ...about, labels: [label] }, PERMISSION);
    return;
  }
  try {
    await github.rest(`DELETE ${labels}/{name}`, { ...about, name: label }, PERMISSION);
  } catch (error) {
    // It is off already: taken off by hand, or by another run.
    if (!(error instanceof GitHubFailure) || error.status !== 404) throw error;
  }
}
