import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cpuTime } from '../cpu-time.js';
import { makeFlow } from './flow.js';

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

describe('answers', () => {
  test('without end are broken off, and the rest of the run goes on', async () => {
    const flow = await makeFlow({
      rule: ({ method, url }) => (method === 'GET' && url.includes('/1024/') ? 'endless' : 'pass'),
    });
    flow.write('rolecall.yaml', flow.read('rolecall.yaml').replaceAll('300ms', '20s'));
    const before = process.memoryUsage().rss;
    const { code, plan } = await flow.plan('--scope', 'redox/**');
    expect(code).toBe(1);
    expect(plan.warnings.map(({ message }) => message).join()).toContain('too large to read');
    expect(plan.scopes.find(({ scope }) => scope.endsWith('2048'))?.complete).toBe(true);
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
  });

  test('without end, many at once, take no more memory than a few', async () => {
    const organizations = Array.from({ length: 12 }, (_, index) => `organization: "o${index}"\nroles: {}\n`);
    const flow = await makeFlow({
      rule: () => 'endless',
      files: { 'access/all.yaml': organizations.join('---\n') },
    });
    flow.write('rolecall.yaml', flow.read('rolecall.yaml').replaceAll('300ms', '20s'));
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 5);
    const { code, plan } = await flow.plan('--concurrency', '12');
    clearInterval(watch);
    expect(code).toBe(1);
    expect(plan.scopes.every(({ complete }) => !complete)).toBe(true);
    expect(most - before).toBeLessThan(700e6);
  });

  test('to a write without end make it failed, once', async () => {
    const flow = await makeFlow({
      rule: ({ method, url }) => (method === 'PUT' && url.includes('/2048/') ? 'endless' : 'pass'),
      files: { 'access/all.yaml': 'organization: "2048"\nroles: { admin: [dorothy@borealis.test] }\n' },
    });
    flow.write('rolecall.yaml', flow.read('rolecall.yaml').replaceAll('300ms', '20s'));
    const { code, result } = await flow.apply();
    expect([code, result.summary.failed, flow.wire.writes().length]).toEqual([6, 1, 1]);
  });

  test('that hang end within the timeout, repetitions of reads within a minute', async () => {
    const flow = await makeFlow({
      rule: ({ method, url }) => (method === 'GET' && url.includes('/prod/') ? 'hang' : 'pass'),
    });
    flow.write('rolecall.yaml', flow.read('rolecall.yaml').replaceAll('300ms', '30ms'));
    const begun = flow.runtime.monotonic();
    const { code, plan } = await flow.plan('--scope', 'redox/**');
    expect(code).toBe(1);
    expect(plan.scopes.filter(({ complete }) => !complete).map(({ scope }) => scope)).toEqual([
      'redox/environment/prod',
    ]);
    expect(flow.runtime.monotonic() - begun).toBeLessThan(62_000);
  });

  test('that ask for a wait of hours are not waited for', async () => {
    const flow = await makeFlow({
      rule: ({ url }) =>
        url.startsWith('/api') ? { status: 429, headers: { 'retry-after': '7200' }, body: '' } : 'pass',
    });
    const begun = flow.runtime.monotonic();
    const { code, plan } = await flow.plan();
    expect(code).toBe(1);
    expect(plan.scopes.filter(({ complete }) => complete).map(({ scope }) => scope)).toEqual([
      'redox/environment/prod',
      'redox/organization/1024',
      'redox/organization/2048',
    ]);
    expect(flow.runtime.monotonic() - begun).toBeLessThan(62_000);
  });
});

test.each([429, 500, 503])(
  'a server that answers %i and asks for no wait is not hammered',
  async (status) => {
    const flow = await makeFlow({
      rule: ({ url }) =>
        url.startsWith('/api') ? { status, headers: { 'retry-after': '0' }, body: '' } : 'pass',
    });
    expect((await flow.plan('--scope', 'aion/account/nova')).code).toBe(1);
    expect(flow.wire.seen.length).toBeLessThan(200);
  },
);

describe('files', () => {
  const validated = async (files: Readonly<Record<string, string>>, settings = '', format = 'json') => {
    const flow = await makeFlow({ files, settings });
    const computed = cpuTime();
    const ran = await flow.rolecall('validate', '--format', format);
    expect(computed()).toBeLessThan(8_000);
    return ran;
  };

  test('with thousands of mistakes end in findings, not in an outage', async () => {
    const access = `organization: "1024"\nroles:\n  owner:\n${lines(20_000, (index) => `    - { usr: u${index}@acme.test }\n`)}`;
    const { code, stdout } = await validated({ 'access/all.yaml': access });
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toHaveProperty('diagnostics.0.code');
  });

  test('with thousands of mistakes in one line, or of one kind, are told within seconds', async () => {
    const twice = `organization: "1024"\nroles: { owner: [${lines(20_000, () => 'ada, ')}] }\n`;
    const { code, stdout } = await validated(
      { 'access/twice.yaml': twice, 'access/wrong.yaml': '%a\n'.repeat(40_000) },
      '',
      'text',
    );
    expect([code, stdout]).toEqual([3, expect.stringContaining('stands in "owner" already')]);
  });

  test('with thousands of names that nobody knows are told within seconds', async () => {
    const people = `people:\n${lines(3_000, (index) => `  person-${index}: { redox: p${index}@acme.test }\n`)}`;
    const access = `organization: "1024"\nroles:\n  owner:\n${lines(3_000, (index) => `    - persom-${index}\n`)}`;
    const { code } = await validated(
      { 'access/all.yaml': access, 'people.yaml': people },
      'people: people.yaml\n',
    );
    expect(code).toBe(3);
  });

  test('with one person in thousands of terms are compared within seconds', async () => {
    const term = (index: number): string =>
      `    - { user: ada@acme.test, from: ${new Date(1.8e12 + index * 86.4e6).toISOString().slice(0, 10)}, until: ${new Date(1.8e12 + index * 86.4e6).toISOString().slice(0, 10)} }\n`;
    const { code } = await validated({
      'access/all.yaml': `organization: "1024"\nroles:\n  owner:\n${lines(3_000, term)}`,
    });
    expect([0, 3]).toContain(code);
  });

  test('with teams in teams in teams, each twice, are resolved within seconds', async () => {
    const teams = lines(
      60,
      (index) =>
        `  t${index}: [team:t${index + 1}, "team:t${index + 1}", team:s${index + 1}]\n  s${index}: [team:t${index + 1}, team:s${index + 1}]\n`,
    );
    const people = `people:\n  ada: { redox: ada@acme.test }\nteams:\n${teams}  t60: [ada]\n  s60: [ada]\n`;
    const { stdout } = await validated(
      { 'access/all.yaml': 'organization: "1024"\nroles: { owner: [team:t0] }\n', 'people.yaml': people },
      'people: people.yaml\n',
    );
    expect(stdout).toContain('diagnostics');
  });

  test.each([
    [
      'a billion laughs',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghijk'
        .split('')
        .map(
          (name, index) =>
            `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefghij'[index]}`).join(',')}]\n`,
        )
        .join('')}organization: "1024"\nroles: { owner: *k }\n`,
    ],
    ['a hundred thousand levels', `organization: "1024"\nroles: ${'['.repeat(100_000)}\n`],
    ['a tag that would run', 'organization: !!js/function "function () { process.exit() }"\nroles: {}\n'],
    ['a merge key', 'organization: "1024"\n<<: { prune: true }\nroles: {}\n'],
    ['zero bytes', 'organization: "1024"\u0000\nroles: {}\n'],
  ])('with %s are refused', async (_, access) => {
    expect((await validated({ 'access/all.yaml': access })).code).toBe(3);
  });

  test('are read inside the folder only, whatever links, globs and paths say', async () => {
    const flow = await makeFlow({ files: {} });
    const outside = join(flow.folder, '..', `${flow.folder.split('/').at(-1)}-outside`);
    mkdirSync(outside);
    onTestFinished(() => rmSync(outside, { recursive: true }));
    writeFileSync(join(outside, 'stolen.yaml'), 'marked-secret-of-another-folder');
    mkdirSync(join(flow.folder, 'access'));
    symlinkSync(join(outside, 'stolen.yaml'), join(flow.folder, 'access', 'link.yaml'));
    symlinkSync(outside, join(flow.folder, 'access', 'folder'));
    const settings = flow.read('rolecall.yaml');
    for (const access of [
      'access/**/*.yaml',
      '../*/stolen.yaml',
      outside,
      'access/folder/*.yaml',
      '{..,x}/*/stolen.yaml',
      '**/*.yaml',
    ]) {
      flow.write('rolecall.yaml', `${settings}access: [${JSON.stringify(access)}]\n`);
      const { code, stdout, stderr } = await flow.rolecall('validate');
      expect(code).toBe(3);
      expect(stdout + stderr).not.toContain('marked-secret-of-another-folder');
    }
    flow.write('rolecall.yaml', `${settings}people: ../${outside.split('/').at(-1)}/stolen.yaml\n`);
    expect((await flow.rolecall('validate')).code).toBe(3);
  });

  test.each([
    '{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}.yaml',
    `access/${'*a'.repeat(200)}b.yaml`,
    `access/${'+(a|aa)'.repeat(20)}b.yaml`,
    `${'**/'.repeat(200)}x.yaml`,
  ])('named by the glob %.40s… are looked for within seconds', async (glob) => {
    const flow = await makeFlow({
      files: { [`access/${'a'.repeat(120)}.yaml`]: 'organization: "1024"\nroles: {}\n' },
    });
    flow.write('rolecall.yaml', `${flow.read('rolecall.yaml')}access: [${JSON.stringify(glob)}]\n`);
    const computed = cpuTime();
    await flow.rolecall('validate');
    expect(computed()).toBeLessThan(5_000);
  });
});
