import { afterEach, describe, expect, it } from 'vitest';
import type { ReportOptions } from '../../../src/commands/report/report.js';
import { reviewCsv } from '../../../src/report/access-review/csv.js';
import { reviewJson } from '../../../src/report/json.js';
import { reviewText } from '../../../src/report/access-review/text.js';
import { reportCommand } from '../../../src/commands/report/report.js';
import type { AccessReview } from '../../../src/planning/access-review/review.js';
import { schemaProblems } from '../../schema-problems.js';
import { startWorld, type World } from '../people-world.js';

const PEOPLE = `people:
  ada: { name: Ada Lovelace, redox: ada@acme.test, aion: ada.lovelace }
  alan: { redox: alan@acme.test, aion: alan.turing, leaves: 2026-11-30 }
teams: { core: [ada] }
`;
const ACME = `organization: "1024"
roles:
  owner: ["team:core", grace@acme.test]
  admin: [margaret@acme.test, alan]
  member:
    - { user: katherine@acme.test, until: 2026-11-25, reason: INC-7 }
`;
const ORBIT = `account: orbit
roles: { account_admin: [ada], billing_admin: ["user:grace.hopper"] }
---
project: apollo
account: orbit
roles: { project_admin: [ada, alan] }
`;

const open: World[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()));
});

async function world(settings = '', at?: number): Promise<World> {
  const started = await startWorld(
    { 'people.yaml': PEOPLE, 'access/acme.yaml': ACME, 'access/orbit.yaml': ORBIT },
    { settings: `people: people.yaml\n${settings}`, ...(at === undefined ? {} : { at }) },
  );
  open.push(started);
  return started;
}

const reviewing = (it: World, more: Partial<ReportOptions> = {}) =>
  reportCommand({ inactiveDays: 90, scope: [], concurrency: null, ...more }, it.context);

async function reporting(it: World, more: Partial<ReportOptions> = {}) {
  const { review, exitCode } = await reviewing(it, more);
  return { output: reviewJson(review), exitCode };
}

describe('report', () => {
  it('gives everyone with every role in every system, and what to look at', async () => {
    const it = await world();
    const { output, exitCode } = await reporting(it);
    const review = JSON.parse(output) as AccessReview;
    expect(schemaProblems('report', review)).toEqual([]);
    expect(exitCode).toBe(0);
    const of = (label: string) => review.people.find((person) => person.label === label);
    expect(of('ada@acme.test')).toMatchObject({
      person: 'ada',
      principals: ['aion/account/orbit user:ada.lovelace', 'redox/organization/1024 user:3363'],
      lastLogin: '2026-11-20T08:15:00Z',
      twoFactor: true,
      stale: false,
    });
    expect(
      of('ada@acme.test')?.roles.map(({ role, standing, risk, via }) => [role, standing, risk, via]),
    ).toEqual([
      ['account_admin', 'listed', 'high', null],
      ['team_member', 'system', 'normal', null],
      ['project_admin', 'listed', 'high', null],
      ['owner', 'listed', 'high', 'team:core'],
    ]);
    expect(of('alan@acme.test')?.roles.filter(({ scope }) => scope.startsWith('redox'))).toMatchObject([
      { role: 'admin', standing: 'missing', until: '2026-11-30', endsSoon: true },
      { role: 'member', standing: 'drift' },
    ]);
    expect(of('mallory@acme.test')).toMatchObject({ stale: true, twoFactor: false });
    expect(of('katherine@acme.test')?.roles).toMatchObject([{ endsSoon: true, reason: 'INC-7' }]);
    expect(of('trent@auditor.test')).toMatchObject({ lastLogin: null, stale: false });
    expect(review.summary).toMatchObject({
      people: 12,
      scopes: 3,
      stale: 2,
      withoutTwoFactor: 3,
      endingSoon: 3,
    });
    const standings = review.people.flatMap(({ roles }) => roles.map(({ standing }) => standing));
    const differing = standings.filter((standing) => standing === 'drift' || standing === 'missing');
    expect(review.summary.drift).toBeLessThan(differing.length);
  });

  it('shows findings of policies with their lines instead of stopping at them', async () => {
    const it = await world(
      'policies:\n  maxTerm: [{ scope: "**", role: owner, days: 30 }]\n  require2fa: [{ scope: "redox/**", roles: [admin] }]\n',
    );
    const { output, exitCode } = await reporting(it);
    const review = JSON.parse(output) as AccessReview;
    expect(exitCode).toBe(3);
    expect(review.findings).toMatchObject([
      { severity: 'error', code: 'max-term', source: { file: 'access/acme.yaml', line: 3, column: 11 } },
      { severity: 'error', code: 'max-term' },
      { code: 'without-2fa', message: expect.stringContaining('linus@contractor.test') },
    ]);
  });

  it('calls stale who has not logged in for as many days as are asked for', async () => {
    const it = await world();
    const { output } = await reporting(it, { inactiveDays: 30, scope: ['redox/**'] });
    const review = JSON.parse(output) as AccessReview;
    expect(review.people.filter(({ stale }) => stale).map(({ label }) => label)).toEqual([
      'breakglass@acme.test',
      'katherine@acme.test',
      'linus@contractor.test',
      'mallory@acme.test',
    ]);
  });

  it('prints what to look at as text', async () => {
    const { review } = await reviewing(await world(), { scope: ['redox/**'] });
    const output = reviewText(review, { color: false });
    expect(output).toContain('Cannot be listed\n  Redox lists only the environments');
    expect(output).toContain('Ending within 14 days (2)\n');
    expect(output).toContain('  katherine@acme.test  member  until 2026-11-25 in redox/organization/1024\n');
    expect(output).toMatch(/As of 2026-11-22T09:00:00Z: 10 people, 1 scope, 10 roles, 6 high-risk, /u);
  });

  it('says what it rests on: files, credentials, and rows that the totals of the API confirm', async () => {
    const it = await world();
    const { output } = await reporting(it);
    const review = JSON.parse(output) as AccessReview;
    expect(review.evidence.files.map(({ file }) => file)).toEqual([
      'access/acme.yaml',
      'access/orbit.yaml',
      'people.yaml',
      'rolecall.yaml',
    ]);
    expect(review.evidence.credentials.map(({ provider }) => provider)).toEqual(['aion', 'redox']);
    expect(review.scopes.filter(({ confirmed }) => confirmed).map(({ scope }) => scope)).toEqual([
      'aion/account/orbit',
      'aion/project/orbit/apollo',
    ]);
  });

  it('writes one role a line as CSV, and nothing a spreadsheet would run', async () => {
    const { review } = await reviewing(await world(), { scope: ['redox/**'] });
    expect(review.evidence.notListed.join()).toContain('Redox lists only the environments');
    const output = reviewCsv(review);
    const lines = output.split('\r\n');
    expect(lines[0]).toMatch(/^who,name,kind,person,scope,/u);
    expect(lines).toContain(
      'katherine@acme.test,Katherine Johnson,user,,redox/organization/1024,Acme Health,member,active,normal,listed,,,2026-11-25,yes,INC-7,access/acme.yaml:6,2026-10-02T12:00:00Z,no,yes,,redox/organization/1024 user:3367',
    );
  });
});
