import { describe, expect, test } from 'vitest';
import type { SandboxSeed } from '../sandbox/start.js';
import { type Flow, makeFlow } from './flow.js';
import { hospital } from './hospital.js';

/** What somebody may call himself, a role, or an error. */
const hostile = [
  '\u001b[2J\u001b]0;owned\u0007',
  '\u009b31mred',
  '\u202eevil\u2066',
  '::error file=a::pwned',
  '##[set-output name=x]1',
  '@acme/owners #1 GH-1',
  '[click](javascript:alert(1)) ![x](https://evil.test/x.png)',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</details></summary>--><!--',
  '| a | b |\n|---|---|',
  '```\n# heading',
  '\u200b\u2028\u2029\ufeff',
  '%0a::warning::x',
  '=HYPERLINK("https://evil.test")',
] as const;

/** Ids of roles have at most 50 characters (N5). */
const roleId = (text: string): string => `billing ${text}`.slice(0, 50).trim();

function seedOf(text: string): SandboxSeed {
  return {
    redox: {
      tokens: hospital.redox?.tokens ?? [],
      organizations: [
        {
          id: '1024',
          name: `Acme ${text}`,
          members: [
            { id: '1', name: 'Ada', email: 'ada@acme.test', role: 'owner', verified2fa: true },
            { id: `2${text}`, name: text, email: `${text}@acme.test`, role: 'member' },
            { id: '3', name: text, email: `x${text}@acme.test`, role: 'admin' },
          ],
          environments: [],
        },
      ],
      roles: {
        organization: ['owner', 'admin', 'member', text].map((name, index) => ({ id: `r${index}`, name })),
        environment: [{ id: 'e', name: 'engineer' }],
      },
    },
    aion: {
      tokens: hospital.aion?.tokens ?? [],
      accounts: [
        {
          id: 'orbit',
          projects: [],
          users: [
            { id: 'ada', email: 'ada@acme.test', name: text },
            { id: text, email: `${text}@x.test`, name: text },
          ],
          groups: [],
          customRoles: [{ id: roleId(text), name: text, scope: 'ACCOUNT' }],
          assignments: [
            { user: 'ada', role: 'account_admin' },
            { user: text, role: roleId(text) },
          ],
        },
      ],
    },
  };
}

const files = (text: string): Readonly<Record<string, string>> => ({
  'access/all.yaml': `organization: "1024"
name: ${JSON.stringify(`Label ${text}`)}
prune: true
roles:
  owner: [ada@acme.test]
  member:
    - { user: ${JSON.stringify(`x${text}@acme.test`)}, until: 2026-12-01, reason: ${JSON.stringify(text)} }
---
account: orbit
prune: true
roles:
  account_admin: [ada, ${JSON.stringify(`user:${text}`)}]
  ${JSON.stringify(`nothing ${text}`)}: [ada]
`,
});

// oxlint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;
const commands = /^\s*::|##\[/mu;

/** Text for a terminal or a log: nothing in it moves a cursor, hides, or is a command of the runner. */
function expectInert(text: string): void {
  expect(unseen.exec(text)).toBeNull();
  expect(commands.exec(text)).toBeNull();
}

function expectInertMarkdown(text: string): void {
  expect(unseen.exec(text)).toBeNull();
  const outside = text
    .replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gmu, '')
    .replaceAll(/<code>[^<]*<\/code>/gu, '')
    .replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/gu, '');
  expect(outside).not.toMatch(/<script|<img|javascript:|evil\.test|@acme|<!--(?! rolecall)/u);
}

async function expectInertOutputs(flow: Flow): Promise<void> {
  for (const argv of [
    ['plan'],
    ['plan', '--verbose'],
    ['validate'],
    ['apply', '--yes', '--scope', 'aion/**'],
  ]) {
    const { stdout, stderr } = await flow.rolecall(...argv);
    expectInert(stdout);
    expectInert(stderr);
  }
  for (const argv of [
    ['report'],
    ['report', '--format', 'csv'],
    ['explain', 'ada@acme.test'],
    ['import', '--scope', 'redox/organization/1024', '--dir', 'imported'],
    ['import', '--scope', 'aion/account/orbit', '--dir', 'imported'],
  ]) {
    const { stdout, stderr } = await flow.rolecall(...argv);
    expectInert(stdout.replaceAll('\r\n', '\n'));
    expectInert(stderr);
  }
  const review = (await flow.rolecall('report', '--format', 'html')).stdout;
  expect(unseen.exec(review)).toBeNull();
  expect(review).not.toMatch(/<script>alert|<img src=x|href="javascript/u);
  const json = await flow.rolecall('plan', '--format', 'json');
  expect(unseen.exec(json.stdout)).toBeNull();
  const plan: unknown = JSON.parse(json.stdout);
  expect(plan).toHaveProperty('changes');
  expectInertMarkdown((await flow.rolecall('plan', '--format', 'markdown')).stdout);
  const html = (await flow.rolecall('plan', '--format', 'html')).stdout;
  expect(unseen.exec(html)).toBeNull();
  expect(html).not.toMatch(/<script>alert|<img src=x|href="javascript/u);
}

describe.each(hostile)('%j', (text) => {
  test('as a name, an id, an e-mail, a role and a reason is shown, and works nowhere', async () => {
    expect.hasAssertions();
    await expectInertOutputs(await makeFlow({ sandbox: { seed: seedOf(text) }, files: files(text) }));
  });

  test('as the words of an error, of a read or of a write, too', async () => {
    const said = {
      status: 400,
      headers: { 'x-request-id': text.replaceAll(/[^\x20-\x7e]/gu, '?') },
      body: JSON.stringify({ message: text }),
    };
    const plain = { status: 403, body: text };
    expect.hasAssertions();
    await expectInertOutputs(
      await makeFlow({
        rule: ({ method, url }) => (method !== 'GET' ? said : url.includes('2048') ? plain : 'pass'),
      }),
    );
  });

  test('in the files, where they are wrong, and on the command line', async () => {
    const flow = await makeFlow({
      files: {
        'access/all.yaml': `organization: "1024"\n${JSON.stringify(text)}: 1\nroles: { owner: [{ user: ${JSON.stringify(text)}, until: ${JSON.stringify(text)} }, ${JSON.stringify(`team:${text}`)}] }\n`,
      },
    });
    for (const argv of [
      ['validate'],
      ['plan'],
      ['plan', '--scope', text],
      [text],
      ['plan', `--${text}`],
      ['apply', text, '--yes'],
      ['plan', '--now', text],
      ['-c', text, 'plan'],
    ]) {
      const { stdout, stderr } = await flow.rolecall(...argv);
      expectInert(stdout);
      expectInert(stderr);
    }
    const github = (await flow.rolecall('validate', '--format', 'github')).stdout;
    expect(unseen.exec(github)).toBeNull();
    expect(github.split('\n').every((line) => line === '' || /^::(error|warning|notice) /u.test(line))).toBe(
      true,
    );
    const sarif = (await flow.rolecall('validate', '--format', 'sarif')).stdout;
    expect(unseen.exec(sarif)).toBeNull();
  });
});
