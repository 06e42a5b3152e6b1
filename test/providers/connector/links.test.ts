import { assert, property, string, webPath, webQueryParameters } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linksIn, pinnedPath } from '../../../src/providers/connector/links.js';

const base = 'https://api.acme.test/v2';
const follow = (link: string) => pinnedPath(link, base, '/orgs/acme/members?page=1');

describe('the link to a next page', () => {
  it.each([
    ['https://api.acme.test/v2/orgs/acme/members?page=2', '/orgs/acme/members?page=2'],
    ['https://API.acme.test:443/v2/orgs/acme/members?page=2', '/orgs/acme/members?page=2'],
    ['/v2/orgs/acme/members?page=2', '/orgs/acme/members?page=2'],
    ['?page=2', '/orgs/acme/members?page=2'],
    ['members?page=2', '/orgs/acme/members?page=2'],
    ['/v2/orgs/42/members?after=a%2Fb', '/orgs/42/members?after=a%2Fb'],
  ])('%s is followed', (link, path) => {
    expect(follow(link)).toEqual({ path });
  });

  it.each([
    'https://evil.test/v2/orgs/acme/members?page=2',
    'https://api.acme.test.evil.test/v2/orgs',
    'https://api.acme.test@evil.test/v2/orgs',
    'https://user:secret@api.acme.test/v2/orgs',
    'http://api.acme.test/v2/orgs',
    'https://api.acme.test:8443/v2/orgs',
    '//evil.test/v2/orgs',
    '\\\\evil.test/v2/orgs',
    '/\\evil.test/v2/orgs',
    'https:/\\evil.test/v2/orgs',
    '/v2/../admin',
    '/v2/%2e%2e/admin',
    '/v2/.%2E/admin',
    '/v2/orgs%2f..%2f..%2fadmin',
    '/v2/orgs/..%5c..%5cadmin',
    '/v2/%252e%252e/admin',
    '/v2/orgs/..%252fadmin',
    '/v2/..;/admin',
    '/v2/orgs/..;a=1/../admin',
    'https:evil.test/../../../../admin',
    'http:evil.test/v2/orgs',
    'https:///evil.test/v2/orgs',
    '///evil.test/v2/orgs',
    '/v2/orgs/%2E%2E/%2e%2e/admin',
    '..%2f..%2fadmin?page=2',
    '../../../admin',
    '/v22/orgs',
    '/v2',
    '/',
    '/admin?x=/v2/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/plain,x',
    'https://api.acme.test/\t/evil',
    'https://api.acme.test\n.evil.test/v2/x',
  ])('%j is refused', (link) => {
    expect(follow(link)).toHaveProperty('problem');
  });

  it('keeps the encoded slash of an id that was asked for, and takes no other', () => {
    const here = '/projects/crew%2Fbridge/members?page=1';
    const next = (link: string) => pinnedPath(link, base, here);
    expect(next('https://api.acme.test/v2/projects/crew%2Fbridge/members?page=2')).toEqual({
      path: '/projects/crew%2Fbridge/members?page=2',
    });
    expect(next('?page=2')).toEqual({ path: '/projects/crew%2Fbridge/members?page=2' });
    expect(next('/v2/projects/crew%2F..%2Fbridge/members?page=2')).toHaveProperty('problem');
  });

  it('stays below a base path that has an encoded slash itself', () => {
    const next = pinnedPath('?page=2', 'https://api.acme.test/a%2Fb', '/orgs?page=1');
    expect(next).toEqual({ path: '/orgs?page=2' });
  });

  it('never leads to another origin, nor out of the base path, whatever it is', () => {
    assert(
      property(string({ unit: 'grapheme-ascii', maxLength: 60 }), (link) => {
        const next = follow(link);
        if ('problem' in next) return;
        const url = new URL(`${base}${next.path}`);
        expect(url.origin).toBe('https://api.acme.test');
        expect(url.pathname.startsWith('/v2/')).toBe(true);
      }),
    );
  });

  it('is followed whatever its path and query below the base path', () => {
    assert(
      property(webPath(), webQueryParameters(), (path, query) => {
        const plain = path
          .replaceAll(/%(?:25)*(?:2e|2f|5c)/giu, '')
          .replaceAll(/(^|\/)\.{1,2}(?=[/;]|$)/gu, '$1x');
        const wanted = `/orgs${plain}?${query}`;
        const url = new URL(`${base}${wanted}`);
        expect(follow(url.href)).toEqual({ path: `${url.pathname.slice('/v2'.length)}${url.search}` });
      }),
    );
  });
});

describe('a Link header', () => {
  it('is read as RFC 8288 writes it', () => {
    const header =
      '<https://a.test/x?a=1,2;3>; rel="next last"; title="a, b", </y>;rel=prev, <z>; type="a"; rel="first"';
    expect([...(linksIn(header) ?? [])]).toEqual([
      ['next', 'https://a.test/x?a=1,2;3'],
      ['last', 'https://a.test/x?a=1,2;3'],
      ['prev', '/y'],
      ['first', 'z'],
    ]);
  });

  it.each(['next', '<a', '<a>; rel="next', '<a> <b>', 'a; rel=next', '<a>; rel=next, <b>; rel=next'])(
    '%j cannot be read',
    (header) => {
      expect(linksIn(header)).toBeNull();
    },
  );

  it('says nothing of another context, and may name one next page twice', () => {
    expect([...(linksIn('<a>; rel="next"; anchor="/other", <b>; rel=next, <b>; rel="next"') ?? [])]).toEqual([
      ['next', 'b'],
    ]);
  });

  it('is read in time that its length bounds', () => {
    expect(linksIn(`<a>${'; a='.repeat(20_000)}`)).toBeNull();
    expect(linksIn(`${'<a>; rel="x", '.repeat(20_000)}<b>; rel="next"`)?.get('next')).toBe('b');
  });
});
