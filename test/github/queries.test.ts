import { validate } from '@octokit/graphql-schema';
import { expect, test } from 'vitest';
import { branchTip, type GitHub, openGitHub } from '../../src/github/client.js';
import { createComment, pullComments } from '../../src/github/pull-request.js';
import { updateDriftIssue } from '../../src/github/drift-issue.js';
import { GitHubFailure } from '../../src/github/failure.js';
import { labelledPulls, pullsOfCommits, recentPulls } from '../../src/github/merged-pulls.js';
import { stickyBody, updateSticky } from '../../src/github/sticky-comment.js';
import { GitHubServer, WORKFLOW } from './server.js';

const search = {
  branch: 'main',
  domain: { repository: 'acme/access', config: 'rolecall.yaml' },
  signingKey: null,
  label: 'rolecall: open',
};
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
    env: () => undefined,
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

test.concurrent.each([{ viewer: null, repository: null }, {}, 'hello', null])(
  'an answer that tells nothing is not taken for a repository without comments, reviews and issues: %j',
  (data) =>
    inStand(async ({ server, github }) => {
      server.fault = () => ({ status: 200, body: { data } });
      await expect(labelledPulls(github, search)).rejects.toThrow('tells no repository.pullRequests');
      await expect(pullsOfCommits(github, ['a'.repeat(40)], search)).rejects.toThrow(GitHubFailure);
      await expect(
        updateSticky(github, 1, { domain, signingKey: null, body: 'text', head: 'a', create: true }),
      ).rejects.toThrow(GitHubFailure);
      const report = { title: 'Drift', text: 'text', labels: [] };
      await expect(updateDriftIssue(github, domain, report)).rejects.toThrow(GitHubFailure);
      expect(server.writes()).toEqual([]);
    }),
  30_000,
);

test.concurrent(
  "every query is one that GitHub's schema allows",
  () =>
    inStand(async ({ server, github }) => {
      await pullComments(github, 1);
      await labelledPulls(github, search);
      await recentPulls(github, search, 0);
      await pullsOfCommits(github, ['a'.repeat(40), 'b'.repeat(40)], search);
      await updateDriftIssue(github, domain, null);
      const queries = server.queries();
      expect(queries).toHaveLength(5);
      for (const query of queries) expect(validate(query)).toEqual([]);
      expect(
        server.received.every(({ authorization }) => authorization === 'token github-secret-token'),
      ).toBe(true);
    }),
  30_000,
);

test.concurrent(
  'a branch with thousands of merged pull requests is looked through in a few requests, without a pace',
  () =>
    inStand(async ({ server, github }) => {
      const since = Date.now() - 90 * 86_400_000;
      for (let number = 1; number <= 3000; number += 1) {
        Object.assign(server.pull(number), { merged: true, head: 'a'.repeat(40), updatedAt: number * 1e9 });
      }
      server.pull(3).labels.add('rolecall: open');
      const began = performance.now();
      const recent = await recentPulls(github, search, 0);
      expect([recent.length, recent[0]?.number]).toEqual([400, 3000]);
      expect((await labelledPulls(github, search)).map(({ number }) => number)).toEqual([3]);
      expect(server.received.length).toBe(5);
      expect(performance.now() - began).toBeLessThan(3000);
      await recentPulls(github, search, since);
      expect(server.received.length).toBeLessThan(10);
    }),
  30_000,
);

test.concurrent(
  'every page of the comments is read of a pull request that carries the label',
  () =>
    inStand(async ({ server, github }) => {
      Object.assign(server.pull(3), { merged: true, head: 'a'.repeat(40) });
      server.pull(3).labels.add('rolecall: open');
      for (let index = 0; index < 150; index += 1) server.comment(3, `comment ${index}`, WORKFLOW);
      server.comment(3, stickyBody('text', null, domain, null), WORKFLOW);
      const [pull] = await labelledPulls(github, search);
      expect(pull?.comment?.text).toBe('text');
    }),
  30_000,
);

test.concurrent(
  'a server that repeats its pages for ever is asked a bounded number of times',
  () =>
    inStand(async ({ server, github }) => {
      const endless = { pageInfo: { hasNextPage: true, endCursor: 'same' }, nodes: [] };
      const body = {
        data: { repository: { pullRequests: endless, pullRequest: { comments: endless }, issues: endless } },
      };
      server.fault = () => ({ status: 200, body });
      await recentPulls(github, search, 0);
      await labelledPulls(github, search);
      expect(server.received.length).toBe(6);
      await pullComments(github, 1);
      expect(server.received.length).toBeLessThan(30);
    }),
  30_000,
);

test.concurrent(
  'a comment is edited by its node id, and on an older server by its number',
  () =>
    inStand(async ({ server, github }) => {
      for (const older of [false, true]) {
        Object.assign(server, { older });
        server.pull(1).comments.splice(0);
        server.comment(1, stickyBody('old', null, domain, null), WORKFLOW);
        const body = stickyBody('new', null, domain, null);
        await updateSticky(github, 1, { domain, signingKey: null, body, head: 'h', create: true });
        expect(server.pull(1).comments.map((comment) => comment.body)).toEqual([body]);
        expect(server.writes().at(-1)?.path).toMatch(older ? /issues\/comments\/\d+$/u : /graphql$/u);
      }
    }),
  30_000,
);

test.concurrent(
  'what a lost answer may have made is looked for before it is made again',
  () =>
    inStand(async ({ server, github }) => {
      const lost = { status: 502, body: { message: 'Bad Gateway' } };
      const landed = new Set<string>();
      server.fault = ({ method, path, body }) => {
        if (method !== 'POST' || path === '/graphql' || landed.has(path)) return null;
        landed.add(path);
        if (path.endsWith('/comments'))
          server.comment(1, String(Reflect.get(Object(body), 'body')), WORKFLOW);
        return lost;
      };
      await createComment(github, 1, 'a text');
      expect(server.pull(1).comments.map(({ body }) => body)).toEqual(['a text']);
      expect(server.writes()).toHaveLength(1);
      // This one did not land.
      await updateDriftIssue(github, domain, { title: 'Drift', text: 'text', labels: [] });
      expect(server.issues).toHaveLength(1);
      expect(server.writes()).toHaveLength(3);
    }),
  30_000,
);

test.concurrent.each([
  ['Unable to create comment because issue is locked.', 'The conversation is locked'],
  ['Repository was archived so is read-only.', 'The repository is archived'],
  ['Resource not accessible by integration', 'pull-requests: write'],
])(
  'a refusal is told by its own reason: %s',
  (message, told) =>
    inStand(async ({ server, github }) => {
      server.fault = () => ({ status: 403, body: { message } });
      const failure: unknown = await createComment(github, 1, 'text').catch((error: unknown) => error);
      expect(failure).toMatchObject({ status: 403, hint: expect.stringContaining(told) as string });
      expect(Reflect.get(Object(failure), 'hint')).not.toMatch(
        /^The token may lack.*locked|archived.*permission/u,
      );
    }),
  30_000,
);

test.concurrent(
  'a branch that cannot be seen is gone only where the repository can be seen',
  () =>
    inStand(async ({ server, github }) => {
      expect(await branchTip(github, 'gone')).toBeNull();
      server.visible = false;
      const failure: unknown = await branchTip(github, 'gone').catch((error: unknown) => error);
      expect(failure).toMatchObject({
        status: 404,
        hint: expect.stringContaining('contents: read') as string,
      });
    }),
  30_000,
);

test.concurrent(
  'a comment that is deleted while it is edited is written anew',
  () =>
    inStand(async ({ server, github }) => {
      const comment = server.comment(1, stickyBody('old', null, domain, null), WORKFLOW);
      server.fault = ({ body }) => {
        if (!String(Reflect.get(Object(body), 'query')).startsWith('mutation')) return null;
        server.pull(1).comments.splice(0);
        const errors = [{ type: 'NOT_FOUND', message: 'Could not resolve to a node' }];
        return { status: 200, body: { data: null, errors } };
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
