import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sandboxCommand } from '../../../src/commands/sandbox/sandbox.js';
import { type Answerer, json, startLoopback } from '../../http/loopback.js';
import { contextIn } from '../context.js';
import { bare, elsewhere } from '../../recording/recording-world.js';

const connector = (examples: string): string => `connector: 1
title: Crew
paging: { by: link, size: per_page, max: 2 }
people: { list: { get: "/orgs/{org}/people", id: id, email: mail, name: name } }
kinds:
  org:
    description: An id.
    roles: [{ id: owner }, { id: member }]
    assignments: [{ get: "/orgs/{org}/members", paging: { by: whole, items: data }, person: who, role: role }]
    grant: { put: "/orgs/{org}/members/{person}/{role}" }
    revoke: { delete: "/orgs/{org}/members/{person}/{role}" }
${examples}
`;

const crew: Answerer = (response, { path, headers }) => {
  if (headers.authorization !== 'Bearer good-token-1') return json(response, 401, { message: 'no' });
  if (path.includes('/acme/members'))
    return json(response, 200, {
      data: [
        { who: 'u-augusta', role: 'owner' },
        { who: 'u-grace', role: 'member' },
      ],
    });
  if (path === '/api/orgs/acme/people?per_page=2')
    return json(
      response,
      200,
      ['u-augusta', 'u-grace'].map((id) => ({ id, mail: `${id}@acme.test`, name: id })),
      { link: '</api/orgs/acme/people?per_page=2&page=2>; rel="next"' },
    );
  if (path.startsWith('/api/orgs/acme/people?'))
    return json(response, 200, [{ id: 'u-lin', mail: 'lin@acme.test', name: 'Lin' }]);
  return json(response, 404, { message: 'no' });
};

/** A folder with a recording of an API, and a connector whose examples are in it. */
async function recorded(examples = 'examples: { recording: crew.har }') {
  const { url } = await startLoopback(crew);
  const folder = elsewhere();
  mkdirSync(join(folder, 'access'));
  writeFileSync(join(folder, 'crew.yaml'), connector(''));
  writeFileSync(
    join(folder, 'rolecall.yaml'),
    `version: 1\nproviders:\n  crew: { connector: crew.yaml, url: "${url}/api", auth: { method: bearer, token: { env: TOKEN } } }\n`,
  );
  writeFileSync(join(folder, 'access/a.yaml'), 'org: acme\nroles: { owner: [u-augusta@acme.test] }\n');
  const made = await bare(folder, ['doctor', '--record', 'crew.har'], { TOKEN: 'good-token-1' });
  expect(made.stderr).toContain('Wrote crew.har');
  writeFileSync(join(folder, 'crew.yaml'), connector(examples));
  return { folder, rolecall: (...argv: readonly string[]) => bare(folder, argv) };
}

describe('a connector whose examples are a recording', () => {
  test('is checked against it, page by page', async () => {
    const { rolecall } = await recorded();
    const { code, stdout } = await rolecall('connector', 'check', 'crew.yaml');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^crew\/org\/\w+\n {2}roles: member, owner\n {2}user:\S+ {2}(owner|member)\n {2}user:/u,
    );
    expect(stdout).toMatch(/Crew: 1 scope, 2 assignments, 3 changes\.\n$/u);
    expect(stdout).not.toContain('Not read');
    expect(stdout).not.toContain('no-such-id');
    const { code: valid } = await rolecall('validate');
    expect(valid).toBe(0);
  });

  test('is served with it', async () => {
    const { folder } = await recorded();
    const end = new AbortController();
    onTestFinished(() => end.abort());
    const imported: { readonly lines: string[] } = { lines: [] };
    await sandboxCommand(
      {
        port: 0,
        seed: null,
        from: null,
        connectors: ['crew.yaml'],
        printSeed: false,
        printConnector: null,
        latency: 0,
        rateLimit: null,
        fail: 0,
        tokenTtl: null,
        listening: async (sandbox) => {
          const settings = sandbox.settings(sandbox.url).join('\n');
          writeFileSync(join(folder, 'rolecall.yaml'), `version: 1\n${settings}\n`);
          const { stdout } = await bare(folder, ['connector', 'check', 'crew.yaml'], sandbox.environment);
          const scope = /^crew\/org\/\S+/u.exec(stdout)?.[0] ?? '';
          const done = await bare(folder, ['import', '--scope', scope], sandbox.environment);
          imported.lines.push(`${done.code}`, done.stderr);
          end.abort();
        },
      },
      { ...contextIn(folder), signal: end.signal },
    );
    expect(imported.lines[0]).toBe('0');
  });

  test.each([
    ['lost.har', 'there is no recording \\"lost.har\\"'],
    ['crew.yaml', 'is not JSON'],
    ['../crew.har', 'keep the recording beside this file'],
  ])('%s that cannot be used is a finding at its line', async (file, words) => {
    const { rolecall } = await recorded(`examples: { recording: ${file} }`);
    const { code, stdout } = await rolecall('connector', 'check', 'crew.yaml', '--format', 'json');
    expect(code).toBe(3);
    expect(stdout).toContain(words);
    expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ file: 'crew.yaml', line: 12, column: 24 }] });
  });
});
