import { describe, expect, test } from 'vitest';
import { redoxPage } from '../../../src/providers/redox/api.js';

const base = 'https://api.redoxengine.com/platform';
const path = '/v1/organizations/1024/role-assignment';
const position = { path, pages: 1, rowsBefore: 0 };

/** The page of a response without rows. */
function pageOf(body: { readonly payload?: object; readonly meta?: object }, baseUrl = base, at = path) {
  const payload = { memberships: [], ...body.payload };
  const page = redoxPage(
    { body: { ...body, payload } },
    { ...position, path: at },
    { baseUrl, key: 'memberships' },
  );
  if (typeof page === 'string') throw new Error(page);
  return page;
}

const next = (link: unknown) => pageOf({ meta: { page: { links: { next: link } } } }).next;

describe('the link to the next page', () => {
  const second = { path: `${path}?_page=2&_count=50` };

  test.each([
    ['as documented, without /platform/v1', '/organizations/1024/role-assignment?_page=2&_count=50'],
    ['without /platform', '/v1/organizations/1024/role-assignment?_page=2&_count=50'],
    ['whole', '/platform/v1/organizations/1024/role-assignment?_page=2&_count=50'],
    ['absolute', `${base}${path}?_page=2&_count=50`],
    ['the query alone', '?_page=2&_count=50'],
    ['with a fragment', '/organizations/1024/role-assignment?_page=2&_count=50#x'],
    ['with a user name', `https://eve:x@api.redoxengine.com/platform${path}?_page=2&_count=50`],
  ])('is followed %s', (_title, link) => {
    expect(next(link)).toEqual(second);
  });

  test.each([
    ['another host', `https://api.example.com/platform${path}?_page=2`],
    ['another host without a scheme', '//api.example.com/platform'],
    ['another scheme', `http://api.redoxengine.com/platform${path}`],
    ['another port', `https://api.redoxengine.com:8443/platform${path}`],
    ['a script', 'javascript:alert(1)'],
    ['a backslash', '\\\\api.example.com\\x'],
  ])('is refused where it leads to %s', (_title, link) => {
    expect(next(link)).toEqual({ problem: expect.stringContaining('another origin') });
  });

  test.each([[7], [{ href: '/x' }], [true], ['http://[']])('is a problem where it is no link: %j', (link) => {
    expect(next(link)).toEqual({ problem: expect.stringContaining('cannot be followed') });
  });

  test.each([[undefined], [null], ['']])('is the end where there is none: %j', (link) => {
    expect(next(link)).toBeNull();
  });

  test('is found under a base without a path', () => {
    const body = { meta: { page: { links: { next: '/organizations/1?_page=2' } } } };
    expect(pageOf(body, 'http://127.0.0.1:1', '/v1/organizations/1').next).toEqual({
      path: '/v1/organizations/1?_page=2',
    });
  });
});

test('a total is found in every place where Redox may state it', () => {
  expect(pageOf({ meta: { page: { total: 3 } } }).total).toBe(3);
  expect(pageOf({ meta: { totalCount: 4 } }).total).toBe(4);
  expect(pageOf({ payload: { total: 5 } }).total).toBe(5);
  expect(pageOf({ meta: { page: { total: 'x' } } }).total).toBeNull();
});
