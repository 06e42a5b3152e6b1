import { UsageError } from '../errors.js';
import { version } from '../generated/version.js';
import { type GitHub, openGitHub } from '../github/client.js';
import type { ActionContext } from './port.js';

/** GitHub's API with the step's token. @throws UsageError where there is none */
export function githubOf({ inputs, runner, port, runtime }: ActionContext): GitHub {
  if (inputs.token === null) {
    throw new UsageError('the input github-token is empty', {
      hint: 'Leave it out to use the token of the job, or give one.',
    });
  }
  return openGitHub({
    apiUrl: runner.apiUrl,
    graphqlUrl: runner.graphqlUrl,
    repository: runner.repository,
    token: inputs.token,
    userAgent: `rolecall/${version}`,
    env: runtime.env,
    onWait: (seconds) => port.log(`GitHub asks to wait ${seconds} s.`),
  });
}
