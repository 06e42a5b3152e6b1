import { describe, expect, test } from 'vitest';
import { extendCommand, type ExtendOptions } from '../../../src/commands/edit/extend.js';
import { type Edited, editIn, type Files } from './edit-world.js';

const extend = async (files: Files, options: Partial<ExtendOptions>): Promise<Edited> =>
  await editIn(files, (context) =>
    extendCommand(
      { dryRun: false, who: 'ada', until: '2027-01-31', role: null, in: [], ...options },
      context,
    ),
  );

const ACME = `organization: "1024"
name: Acme Health
roles:
  member: [ada]
  owner:
    # until the audit
    - { user: ada, until: 2026-12-01, reason: INC-1 } # ask grace
---
environment: prod
organization: "1024"
roles:
  engineer:
    - user: ada@acme.test
      until: "2026-12-01T12:00:00Z"
      reason: INC-2
    - { team: core, until: 2026-12-24 }
`;
const acme = (text = ACME): Files => ({ 'access/acme.yaml': text });
const after = ({ files }: Edited): string => files['access/acme.yaml'] ?? '';

describe('extend', () => {
  test('moves the end of every entry that has one, and names those that have none', async () => {
    const edited = await extend(acme(), {});
    expect(after(edited)).toBe(
      ACME.replace('until: 2026-12-01,', 'until: 2027-01-31,').replace(
        '"2026-12-01T12:00:00Z"',
        '2027-01-31',
      ),
    );
    expect(edited.result.notes).toEqual([
      '"member" in redox/organization/1024 (access/acme.yaml:4) has no end, so nothing is moved there',
    ]);
    expect(edited.exitCode).toBe(0);
  });

  test('moves those of one role in one scope', async () => {
    const edited = await extend(acme(), { role: 'OWNER', in: ['Acme Health'], until: 'friday' });
    expect(after(edited)).toBe(ACME.replace('until: 2026-12-01,', 'until: 2026-11-27,'));
    expect(after(await extend(acme(), { role: 'engineer', until: '2026-12-31T08:00:00Z' }))).toBe(
      ACME.replace('2026-12-01T12', '2026-12-31T08'),
    );
  });

  test('moves the end of a team, and names the team where a person comes through it', async () => {
    expect(after(await extend(acme(), { who: 'team:core' }))).toBe(ACME.replace('2026-12-24', '2027-01-31'));
    const { result } = await extend(acme(), { who: 'grace' });
    expect(result.files).toEqual([]);
    expect(result.notes).toEqual([
      '"engineer" in redox/environment/prod comes through team:core until 2026-12-24 (access/acme.yaml:16): extend team:core to move that end for everyone in it',
    ]);
  });

  test('brings back what had ended, and says so', async () => {
    const { result } = await extend(acme(ACME.replace('until: 2026-12-01,', 'until: 2026-11-01,')), {
      role: 'owner',
    });
    expect(result.assignments).toMatchObject([
      { action: 'change', principal: 'user:ada@acme.test', role: 'owner', scope: 'redox/organization/1024' },
    ]);
  });

  test('says what ends earlier than so far, and who leaves before', async () => {
    const people =
      'people:\n  ada: { redox: ada@acme.test, leaves: 2026-12-24 }\n  grace: {}\nteams: { core: [] }\n';
    const edited = await extend({ ...acme(), 'people.yaml': people }, { role: 'owner', until: 'today' });
    expect(edited.result.notes).toEqual([
      '"owner" in redox/organization/1024 (access/acme.yaml:7) now ends earlier than so far, 2026-12-01',
    ]);
    const later = await extend({ ...acme(), 'people.yaml': people }, { role: 'owner' });
    expect(later.result.notes).toEqual(['ada leaves 2026-12-24 (people.yaml), and every role ends then']);
  });

  test('is refused where a policy or the start of the entry forbids it', async () => {
    const early = await extend(
      acme(ACME.replace('{ user: ada, until', '{ user: ada, from: 2026-11-20, until')),
      {
        until: '2026-11-01',
      },
    );
    expect(early.exitCode).toBe(3);
    expect(early.diagnostics.map(({ code }) => code)).toContain('term-reversed');
    expect(after(early)).toContain('until: 2026-12-01');
  });

  test.each([
    [{ who: 'adda' }, 'Did you mean "ada"?'],
    [{ who: 'lin' }, 'the files have no entry of "lin"'],
    [{ role: 'support' }, 'the files have no entry of "ada" with the role "support"'],
    [{ role: 'enginer' }, 'Did you mean "engineer"?'],
    [{ in: ['Acme Helth'] }, 'Did you mean "Acme Health"?'],
    [{ until: 'never' }, 'never drops an end'],
    [{ until: 'soon' }, '--until takes a date, not "soon"'],
  ])('refuses %o', async (options, reason) => {
    await expect(extend(acme(), options)).rejects.toThrow(reason);
  });
});
