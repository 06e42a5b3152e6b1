import { describe, expect, it } from 'vitest';
import { acme, diagnose, member, organization, production, staging } from './rig.js';

/** Acme with so many members in all. */
function membersOf(number: number): readonly (typeof acme)[] {
  const more = Array.from({ length: number - acme.members.length }, (_, index) =>
    member(String(100 + index)),
  );
  return [{ ...acme, members: [...acme.members, ...more] }];
}

describe('the JSON type of user ids', () => {
  it.each([
    [[], 'string', 'all 7 user ids in 3 lists are JSON strings, of digits'],
    [['organization', 'environment'], 'number', 'all 7 user ids in 3 lists are JSON numbers'],
  ] as const)('is settled where all lists agree: numbers in %j', async (numberIdsOf, value, evidence) => {
    const { findings } = await diagnose({ behaviour: { numberIdsOf } });
    expect(findings('user-id-type')).toEqual([{ state: 'settled', value, evidence }]);
  });

  it('is not settled where lists differ', async () => {
    const { findings } = await diagnose({ behaviour: { numberIdsOf: ['environment'] } });
    expect(findings('user-id-type')).toMatchObject([
      {
        state: 'needs-write-probe',
        evidence: '3 user ids are strings and 4 are numbers in 3 lists',
        remedy:
          'Run rolecall doctor --probe-writes noop --scope redox/environment/staging --principal user:ID, with somebody who has a role there.',
      },
    ]);
  });

  it('is left to what keeps every list from being read', async () => {
    const { findings } = await diagnose({ actsAs: '33' });
    expect(findings('user-id-type')).toEqual([]);
  });
});

describe('a list that may be cut', () => {
  it('is told by a second page with people whom the first one lacks', async () => {
    const { findings } = await diagnose({
      organizations: membersOf(23),
      behaviour: { cutsLists: 10, pagesCutLists: true },
    });
    expect(findings('cut-lists')).toMatchObject([
      { state: 'failed', subject: organization.address, blocks: 'plan' },
    ]);
  });

  it('is whole where a second page is empty', async () => {
    const { findings } = await diagnose({
      organizations: membersOf(20),
      behaviour: { cutsLists: 20, pagesCutLists: true },
    });
    expect(findings('cut-lists')).toEqual([{ state: 'ok', evidence: '3 lists show no sign of being cut' }]);
  });

  it('is said to be unclear where its rows are a round number and no page can be asked for', async () => {
    const { findings, sent } = await diagnose({ organizations: membersOf(23), behaviour: { cutsLists: 20 } });
    expect(findings('cut-lists')).toMatchObject([
      {
        state: 'needs-data',
        evidence: expect.stringContaining(`${organization.address} (20 rows; ?_page=2: 400)`),
      },
    ]);
    expect(sent.filter((line) => line.endsWith('?_page=2'))).toHaveLength(1);
  });

  it('is suspected where its rows fill a page of 25', async () => {
    const { findings } = await diagnose({ organizations: membersOf(30), behaviour: { cutsLists: 25 } });
    expect(findings('cut-lists')).toMatchObject([{ state: 'needs-data' }]);
  });

  it('is not suspected where it says that no page follows', async () => {
    const { findings } = await diagnose({ organizations: membersOf(20), behaviour: { pageSize: 10 } });
    expect(findings('cut-lists')).toEqual([
      { state: 'ok', evidence: '3 lists show no sign of being cut; the links of 1 in pages were followed' },
    ]);
  });

  it('is suspected where an environment has people whom the organization lacks', async () => {
    const { findings } = await diagnose({ behaviour: { cutsLists: 2 } });
    expect(findings('cut-lists')).toMatchObject([
      {
        state: 'needs-data',
        subject: organization.address,
        evidence: '1 user holds a role in an environment and is not among the 2 that the organization lists',
      },
    ]);
  });
});

describe('two reads of a list', () => {
  it('are compared without asking again where it was read twice already', async () => {
    const { findings, sent } = await diagnose();
    expect(findings('two-reads')).toEqual([
      { state: 'ok', evidence: '2 lists read twice had the same rows' },
    ]);
    expect(sent.filter((line) => line.includes('/organizations/1024/role-assignment'))).toHaveLength(3);
  });

  it('that differ to and fro stop an apply', async () => {
    const { findings } = await diagnose({ behaviour: { flickers: true } });
    expect(findings('two-reads')).toMatchObject([
      { state: 'failed', subject: organization.address, blocks: 'apply' },
      { state: 'failed', subject: production.address, blocks: 'apply' },
    ]);
  });
});

describe('the environments that the API lists', () => {
  it('are told with their flags', async () => {
    const { findings } = await diagnose({ scopes: [production] });
    expect(findings('environments-listed')).toEqual([
      {
        state: 'ok',
        subject: organization.address,
        evidence:
          '2 environments are listed; redox/environment/prod is flagged Production; 1 listed one is in no file',
      },
    ]);
  });

  it('may lack some that can be read', async () => {
    const { findings } = await diagnose({ behaviour: { listsEnvironments: 'none' } });
    expect(findings('environments-listed')).toMatchObject([
      {
        state: 'ok',
        evidence: `0 environments are listed; ${production.address} and ${staging.address} can be read and are not listed, so that rolecall import needs --scope for them`,
      },
    ]);
  });
});
