import type { GitHub } from './client.js';
import { fieldAt } from './fields.js';
import { GitHubFailure } from './failure.js';

/** The commit a branch points to now; null where it is gone. @throws GitHubFailure */
export async function branchTip(github: GitHub, branch: string): Promise<string | null> {
  try {
    const data = await github.rest(
      'GET /repos/{owner}/{repo}/branches/{branch}',
      { branch },
      'contents: read',
    );
    const sha = fieldAt(data, 'commit', 'sha');
    return typeof sha === 'string' ? sha : null;
  } catch (error) {
    if (error instanceof GitHubFailure && error.status === 404) return null;
    throw error;
  }
}
