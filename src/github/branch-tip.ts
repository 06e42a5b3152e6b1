import type { GitHub } from './client.js';
import { fieldAt } from './fields.js';
import { GitHubFailure } from './failure.js';

const PERMISSION = 'contents: read';

/**
 * The commit a branch points to now; null where it is gone, which is believed only where the repository can be seen: a
 * token that sees neither is answered the same. @throws GitHubFailure
 */
export async function branchTip(github: GitHub, branch: string): Promise<string | null> {
  try {
    const data = await github.rest('GET /repos/{owner}/{repo}/branches/{branch}', { branch }, PERMISSION);
    const sha = fieldAt(data, 'commit', 'sha');
    if (typeof sha === 'string') return sha;
    throw new GitHubFailure(`GitHub tells no commit of the branch ${branch}`, null, {});
  } catch (error) {
    if (!(error instanceof GitHubFailure) || error.status !== 404) throw error;
    if (await canSeeRepository(github)) return null;
    throw error;
  }
}

async function canSeeRepository(github: GitHub): Promise<boolean> {
  try {
    await github.rest('GET /repos/{owner}/{repo}', {}, PERMISSION);
    return true;
  } catch (error) {
    if (error instanceof GitHubFailure && error.status === 404) return false;
    throw error;
  }
}
