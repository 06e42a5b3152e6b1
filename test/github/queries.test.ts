import { validate } from '@octokit/graphql-schema';
import { expect, test } from 'vitest';
import { branchTip } from '../../src/github/branch-tip.js';
import { type GitHub, openGitHub } from '../../src/github/client.js';
import { ownComments } from '../../src/github/comments.js';
import { updateDriftIssue } from '../../src/github/drift-issue.js';
import { GitHubFailure } from '../../src/github/failure.js';
import { mergedPulls, pullsOfCommit } from '../../src/github/merged-pulls.js';
import { stickyBody, updateSticky } from '../../src/github/sticky-comment.js';
import { GitHubServer, WORKFLOW } from './server.js';

const domain = { repository: 'acme/access', config: 'rolecall.yaml' };
interface Stand {
  readonly server: GitHubServer;
  readonly github: GitHub;
  readonly waits: number[];
}

async function inStand(work: (stand: Stand) => Promise<void>): Promise<void> {
  const server = await GitHubServer.start();
  const waits: number[] = [];
  const github = openGitHub({
    apiUrl: server.url,
    graphqlUrl: `${server.url}/graphql`,
    repository: server.repository,
    token: 'github-secret-token',
    userAgent: 'rolecall/test',
    onWait: (seconds) => waits.push(seconds),
  });
  try {
    await work({ server, github, waits });
  } finally {
    await server.close();
  }
}

test.concurrent(
  "every query is one that GitHub's schema allows",
  () =>
    inStand(async ({ server, github }) => {
      await ownComments(github, 1);
      await mergedPulls(github, 'main', domain, null);
      await pullsOfCommit(github, 'a'.repeat(40), 'main', domain, null);
      await updateDriftIssue(github, domain, null);
      const queries = server.queries();
      expect(queries).toHaveLength(4);
      for (const query of queries) expect(validate(query)).toEqual([]);
      expect(
        server.received.every(({ authorization }) => authorization === 'token github-secret-token'),
      ).toBe(true);
    }),
  30_000,
);

test.concurrent(
  'every page is read, of pull requests and of comments',
  () =>
    inStand(async ({ server, github }) => {
      for (let number = 1; number <= 120; number += 1) {
        const pull = server.pull(number);
        Object.assign(pull, { merged: true, head: 'a'.repeat(40) });
      }
      for (let index = 0; index < 150; index += 1) server.comment(3, `comment ${index}`, WORKFLOW);
      server.comment(3, stickyBody('text', null, domain, null), WORKFLOW);
      const pulls = await mergedPulls(github, 'main', domain, null);
      expect(pulls).toHaveLength(120);
      expect(pulls.find(({ number }) => number === 3)?.comment?.text).toBe('text');
    }),
  30_000,
);

test.concurrent(
  'a comment that is deleted while it is edited is written anew',
  () =>
    inStand(async ({ server, github }) => {
      const comment = server.comment(1, stickyBody('old', null, domain, null), WORKFLOW);
      server.fault = ({ method }) => {
        if (method !== 'PATCH') return null;
        server.pull(1).comments.splice(0);
        return { status: 404, body: { message: 'Not Found' } };
      };
      await updateSticky(github, 1, {
        domain,
        signingKey: null,
        body: stickyBody('new', null, domain, null),
        head: 'h',
        create: true,
      });
      expect(server.pull(1).comments.map(({ id, body }) => [id === comment.id, body.split('\n')[0]])).toEqual(
        [[false, 'new']],
      );
    }),
  30_000,
);

test.concurrent(
  'a secondary rate limit is waited out',
  () =>
    inStand(async ({ server, github, waits }) => {
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
    }),
  30_000,
);

test.concurrent(
  'a branch may have any name, and one that is gone is told apart from a refusal',
  () =>
    inStand(async ({ server, github }) => {
      server.branches.set('release/1 x', 'b'.repeat(40));
      expect(await branchTip(github, 'release/1 x')).toBe('b'.repeat(40));
      expect(await branchTip(github, 'gone')).toBeNull();
      server.fault = () => ({ status: 403, body: { message: 'Resource not accessible by integration' } });
      const failure = await branchTip(github, 'main').catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(GitHubFailure);
      expect(failure).toMatchObject({
        status: 403,
        hint: expect.stringContaining('contents: read') as string,
      });
    }),
  30_000,
);
