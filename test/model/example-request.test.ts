import { expect, test } from 'vitest';
import { normalizedRequest } from '../../src/model/example-request.js';

test.each([
  'GET /teams?page[size]=100&page[number]=1',
  'GET /teams?page%5Bnumber%5D=1&page%5Bsize%5D=100',
  'GET /teams?page%5bsize%5d=100&page[number]=1',
])('a request is the same in every spelling of its query: %s', (request) => {
  expect(normalizedRequest(request)).toBe('GET /teams?page%5Bnumber%5D=1&page%5Bsize%5D=100');
});

test('a query with a malformed escape, or none, stays as it is', () => {
  expect(normalizedRequest('GET /teams?q=%zz')).toBe('GET /teams?q=%zz');
  expect(normalizedRequest('GET /teams?')).toBe('GET /teams');
});
