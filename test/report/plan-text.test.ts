import { describe, expect, test } from 'vitest';
import { planLastLine } from '../../src/report/plan/summary.js';
import { planText } from '../../src/report/plan/text.js';
import { change, grant, ORGANIZATION, PROJECT, plan, planScope, revoke, UNLISTED } from './samples.js';

const plain = { color: false };
const lastLine = (text: string): string | undefined => text.trimEnd().split('\n').at(-1);

describe('the last line', () => {
  test('counts what is to be done and leaves zero parts out', () => {
    const blocked = grant({ blocked: 'not a member of the organization' });
    expect(planLastLine(plan([grant(), change(), revoke(), blocked], { unlisted: [UNLISTED] }))).toBe(
      'Plan: 1 to grant, 1 to change, 1 to revoke, 1 blocked, 1 unlisted.',
    );
    expect(planLastLine(plan([revoke()]))).toBe('Plan: 1 to revoke.');
  });

  test('says that live state matches the files', () => {
    expect(planLastLine(plan([]))).toBe('No changes. Live state matches the files.');
    expect(planLastLine(plan([], { unlisted: [UNLISTED] }))).toBe(
      'No changes. Live state matches the files. 1 unlisted.',
    );
  });

  test('says so too where only what cannot be read back is written', () => {
    const text = planText(plan([grant({ verifiable: false })]), plain);
    expect(lastLine(text)).toBe('No changes. Live state matches the files.');
    expect(text).toContain('1 write that cannot be read back is sent each time.');
  });

  test('says that nothing can be done where all is blocked', () => {
    expect(planLastLine(plan([grant({ blocked: 'no' })]))).toBe('No changes can be made: 1 blocked.');
    expect(planLastLine(plan([grant({ blocked: 'no' })], { unlisted: [UNLISTED] }))).toBe(
      'No changes can be made: 1 blocked, 1 unlisted.',
    );
  });

  test('claims no match for a scope that was not read whole', () => {
    const text = planText(plan([], { scopes: [planScope(ORGANIZATION, { complete: false })] }), plain);
    expect(text).not.toContain('Live state matches');
    expect(text).toContain('No changes found; 1 scope could not be read whole.');
    expect(lastLine(text)).toBe('Plan: 0 to grant, 0 to change, 0 to revoke.');
  });

  test('does not say that no changes were found in a scope that was not read whole where some are blocked', () => {
    const blocked = change({ blocked: 'it is not known' });
    const text = planText(plan([blocked], { scopes: [planScope(ORGANIZATION, { complete: false })] }), plain);
    expect(text).not.toContain('No changes found');
    expect(text).toContain('1 scope could not be read whole.');
    expect(lastLine(text)).toBe('No changes can be made: 1 blocked.');
  });
});

describe('plan as text', () => {
  test('shows each scope, high risk first, then what is blocked, then what is kept', () => {
    const changes = [
      grant({ scope: ORGANIZATION, label: 'bob@acme.test', to: { role: 'member', status: 'inactive' } }),
      change(),
      revoke({ term: 'left', takesAlong: ['redox/environment/e1 engineer'] }),
      grant({ scope: ORGANIZATION, label: 'new@acme.test', blocked: 'not a member', source: null }),
      grant(),
    ];
    expect(
      planText(plan(changes, { unlisted: [UNLISTED] }), plain),
    ).toBe(`Acme Health  redox/organization/1024
  ~ ada@acme.test   member -> admin       high risk, access/acme.yaml:6
  + bob@acme.test   member (inactive)     access/orbit.yaml:9
  - alan@acme.test  member                person left
      takes along redox/environment/e1 engineer
  ! new@acme.test   grant project_reader
      blocked: not a member
  ? eve@acme.test   member                unlisted, kept

aion/project/orbit/apollo
  + lin  project_reader  access/orbit.yaml:9

Plan: 2 to grant, 1 to change, 1 to revoke, 1 blocked, 1 unlisted.
`);
  });

  test('hides scopes where nothing changes', () => {
    expect(planText(plan([grant()]), plain)).not.toContain(ORGANIZATION);
  });

  test('shows what the files bring about apart from drift', () => {
    const text = planText(
      plan([revoke({ cause: 'drift' }), change({ cause: 'files' })], { base: 'main' }),
      plain,
    );
    expect(text.indexOf('Brought about by the files:')).toBe(0);
    expect(text.indexOf('ada@acme.test')).toBeLessThan(text.indexOf('Drift'));
    expect(text.indexOf('Drift')).toBeLessThan(text.indexOf('alan@acme.test'));
  });

  test('shows warnings and guards before the last line', () => {
    const text = planText(
      plan([revoke()], {
        guards: [{ guard: 'maxRevokes', scope: ORGANIZATION, message: '6 revokes, 5 allowed' }],
        warnings: [
          { code: 'term-ends-soon', message: 'in 3 days', source: { file: 'a.yaml', line: 2, column: 1 } },
        ],
      }),
      plain,
    );
    expect(text).toContain('  term-ends-soon  in 3 days  a.yaml:2\n');
    expect(text).toContain('  maxRevokes  redox/organization/1024: 6 revokes, 5 allowed\n');
    expect(lastLine(text)).toBe('Plan: 1 to revoke.');
  });

  test('shows foreign text as text', () => {
    const evil = 'x\u001B[2J\n+ root\u202E';
    const text = planText(plan([grant({ label: evil, blocked: evil, source: null })]), plain);
    expect(text).not.toContain('\u001B');
    expect(text).not.toContain('\u202E');
    expect(text.split('\n').filter((line) => line.startsWith('+'))).toEqual([]);
  });

  test('cuts a long name on a terminal only', () => {
    const label = 'a'.repeat(200);
    expect(planText(plan([grant({ label })]), plain)).toContain(label);
    expect(planText(plan([grant({ label })]), { color: false, width: 80 })).toContain(
      `${'a'.repeat(31)}…  project_reader`,
    );
  });

  test('paints only when asked', () => {
    expect(planText(plan([grant({ scope: PROJECT })]), { color: true })).toContain('\u001B[32m+');
    expect(planText(plan([grant()]), plain)).not.toContain('\u001B');
  });
});
