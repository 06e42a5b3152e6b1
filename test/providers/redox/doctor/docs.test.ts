import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { redoxDoctor } from '../../../../src/providers/redox/doctor/index.js';

test('the list of unknowns names every check', () => {
  const page = readFileSync(new URL('../../../../docs/apis.md', import.meta.url), 'utf8');
  const unknowns = page.slice(page.indexOf('# Part C'));
  expect(redoxDoctor.probes.map(({ id }) => id).filter((id) => !unknowns.includes(`\`${id}\``))).toEqual([]);
});
