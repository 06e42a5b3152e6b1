import { expect, test } from 'vitest';
import type { Change } from '../../src/model/change.js';
import { resultOf } from '../../src/model/result.js';

const change: Change = {
  action: 'revoke',
  scope: 'redox/organization/1024',
  principal: 'user:7',
  label: 'ada@acme.test',
  from: { role: 'member', status: 'active' },
  to: null,
  source: { file: 'access/acme.yaml', line: 3, column: 7 },
  cause: 'files',
  term: 'left',
  risk: 'normal',
  blocked: null,
};
const outcome = { status: 'failed', reason: 'no', requestId: 'r-1', ms: 20.5 } as const;

test('a result is its change, whole and in its order, and then what became of it', () => {
  const changes: readonly Change[] = [
    change,
    { ...change, verifiable: false },
    { ...change, takesAlong: ['redox/environment/e engineer'] },
  ];
  for (const one of changes) {
    expect(JSON.stringify(resultOf(one, outcome))).toBe(JSON.stringify({ ...one, ...outcome }));
  }
});
