import { expect, test } from 'vitest';
import { fileName } from '../../../src/commands/import/new-documents.js';

test.each([
  ['1024', 'redox/1024.yaml'],
  ['a/b:c', 'redox/a%2Fb%3Ac.yaml'],
  ['.hidden', 'redox/%2Ehidden.yaml'],
  ['con', 'redox/%63on.yaml'],
  ['AUX.1', 'redox/%41UX.1.yaml'],
  ['console', 'redox/console.yaml'],
])('the file of %s is %s, which every file system accepts', (id, name) => {
  expect(fileName({ provider: 'redox', id })).toBe(name);
});
