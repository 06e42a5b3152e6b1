import { validate } from '@octokit/graphql-schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { branchTip } from '../../src/github/branch-tip.js';
import { type GitHub, openGitHub } from '../../src/github/client.js';
import { ownComments } from '../../src/github/comments.js';
import { updateDriftIssue } from '../../src/github/drift-issue.js';
import { GitHubFailure } from '../../src/github/failure.js';
import { mergedPulls, pullsOfCommit } from '../../src/github/merged-pulls.js';
import { stickyBody, updateSticky } from '../../src/github/sticky-comment.js';
import { GitHubServer, WORKFLOW } from './server.js';

const domain = { repository: 'acme/access', config: 'rolecall.yaml' };
let server: GitHubServer;
let github: GitHub;
const waits: number[] = [];

beforeEach(async () => {
  server = await GitHubServer.start();
  waits.splice(0);
  github = openGitHub({
    apiUrl: server.url,
    graphqlUrl: `${server.url}/api/graphql`.replace('/api', ''),
    repository: server.repository,
    token: 'github-secret-token',
    userAgent: 'rolecall/test',
    onWait: (seconds) => waits.push(seconds),
  });
});
afterEach(() => server.close());

test("every query is one that GitHub's schema allows", async () => {
  await ownComments(github, 1);
  await mergedPulls(github, 'main', domain, null);
  await pullsOfCommit(github, 'a'.repeat(40), 'main', domain, null);
  await updateDriftIssue(github, domain, null);
  const queries = server.queries();
  expect(queries).toHaveLength(4);
  for (const query of queries) expect(validate(query)).toEqual([]);
  expect(server.received.every(({ authorization }) => authorization === 'token github-secret-token')).toBe(
    true,
  );
}, 30_000);

test('every page is read, of pull requests and of comments', async () => {
  for (let number = 1; number <= 120; number += 1) {
    const pull = server.pull(number);
    Object.assign(pull, { merged: true, head: 'a'.repeat(40) });
  }
  for (let index = 0; index < 150; index += 1) server.comment(3, `comment ${index}`, WORKFLOW);
  server.comment(3, stickyBody('text', null, domain, null), WORKFLOW);
  const pulls = await mergedPulls(github, 'main', domain, null);
  expect(pulls).toHaveLength(120);
  expect(pulls.find(({ number }) => number === 3)?.comment?.text).toBe('text');
}, 30_000);

test('a comment that is deleted while it is edited is written anew', async () => {
  const comment = server.comment(1, stickyBody('old', null, domain, null), WORKFLOW);
  server.fault = ({ method }) => {
    if (method !== 'PATCH') return null;
    server.pull(1).comments.splice(0);
    return { status: 404, body: { message: 'Not Found' } };
  };
  await updateSticky(github, 1, domain, stickyBody('new', null, domain, null), true);
  expect(server.pull(1).comments.map(({ id, body }) => [id === comment.id, body.split('\n')[0]])).toEqual([
    [false, 'new'],
  ]);
}, 30_000);

test('a secondary rate limit is waited out', async () => {
  let refused = 0;
  server.branches.set('main', 'a'.repeat(40));
  server.fault = () => {
    refused += 1;
    const headers = { 'retry-after': '1' };
    return refused > 1
      ? null
      : { status: 403, headers, body: { message: 'You have exceeded a secondary rate limit.' } };
  };
  expect(await branchTip(github, 'main')).toBe('a'.repeat(40));
  expect(waits).toEqual([1]);
}, 30_000);

test('a branch may have any name, and one that is gone is told apart from a refusal', async () => {
  server.branches.set('release/1 x', 'b'.repeat(40));
  expect(await branchTip(github, 'release/1 x')).toBe('b'.repeat(40));
  expect(await branchTip(github, 'gone')).toBeNull();
  server.fault = () => ({ status: 403, body: { message: 'Resource not accessible by integration' } });
  const failure = await branchTip(github, 'main').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(GitHubFailure);
  expect(failure).toMatchObject({ status: 403, hint: expect.stringContaining('contents: read') as string });
}, 30_000);
