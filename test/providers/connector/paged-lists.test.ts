import { describe, expect, it } from 'vitest';
import type { Reply } from '../rig.js';
import { read, ROWS } from './reading.js';

const whole = '{ by: whole, items: data }';
const pages = '{ by: page, parameter: page, size: size, max: 2, items: data, total: total }';
const cursor = '{ by: cursor, parameter: after, size: size, max: 2, items: data, next: next }';
const link = '{ by: link, size: size, max: 2 }';

describe('a connector that pages', () => {
  const three = [...ROWS, { id: 'zed', role: 'member' }];
  const page = (path: string) => Number(new URL(path, 'http://x').searchParams.get('page'));

  it('reads to the total', async () => {
    const {
      asked,
      held: rows,
      complete,
    } = await read(pages, (path) => ({
      json: { data: three.slice((page(path) - 1) * 2, page(path) * 2), total: 3 },
    }));
    expect(asked).toEqual(['/api/orgs/acme/members?size=2&page=1', '/api/orgs/acme/members?size=2&page=2']);
    expect([rows.length, complete]).toEqual([3, true]);
  });

  it.each([
    ['a total that is not reached', { data: ROWS, total: 9 }],
    ['a total that is a text', { data: ROWS, total: '2' }],
    ['a total that is gone', { data: ROWS }],
    ['more rows than the total', { data: three, total: 2 }],
    ['the same page again and again', { data: ROWS, total: 1_000_000 }],
  ])('takes %s for a list that is not whole', async (_, json) => {
    expect((await read(pages, () => ({ json }))).complete).toBe(false);
  });

  it('says what is wrong with a total, and that it was the answer itself that is no list', async () => {
    const { problems } = await read(pages, () => ({ json: { data: ROWS, total: '2' } }));
    expect(problems[0]?.message).toBe('the total at total is not a whole number: "2"');
    const empty = await read('{ by: whole }', () => ({ json: null }));
    expect(empty.problems[0]?.message).toBe('no list stands at "." (all of it): null');
  });

  it('takes a list without total and end mark for one that is not whole', async () => {
    const endless = '{ by: page, parameter: page, size: size, max: 2, items: data }';
    const { asked, complete } = await read(endless, (path) => ({
      json: { data: three.slice((page(path) - 1) * 2, page(path) * 2) },
    }));
    expect(asked).toHaveLength(2);
    expect(complete).toBe(false);
  });

  /** The rows of one page after another, and the total that each states. */
  const turns =
    (...answers: readonly (readonly [readonly object[], unknown])[]) =>
    (path: string): Reply => {
      const [data, total] = answers[page(path) - 1] ?? [[], 0];
      return { json: { data, total } };
    };
  const zed = [{ id: 'zed', role: 'member' }];

  it.each<readonly [string, (path: string) => Reply]>([
    ['a total that shrinks', turns([ROWS, 4], [zed, 3])],
    ['a total that grows', turns([ROWS, 3], [zed, 4])],
    ['a total that is gone on the second page', turns([ROWS, 3], [zed, null])],
    ['a total below zero', turns([ROWS, -1])],
    ['a total that is a fraction', turns([ROWS, 2.5])],
    ['a total that no number holds', turns([ROWS, 1e300])],
    ['a total that is the largest number, and no more rows', turns([ROWS, Number.MAX_SAFE_INTEGER])],
    ['a total that is a list', turns([ROWS, [2]])],
    ['a row that comes on two pages', turns([ROWS, 4], [[...zed, ROWS[0] ?? {}], 4])],
    [
      'pages of which one is longer than asked, past the total',
      turns([[...ROWS, ...zed, { id: 'y', role: 'owner' }], 3]),
    ],
    ['an empty page before the total', turns([ROWS, 5], [[], 5])],
    [
      'a redirect',
      () => ({ status: 302, headers: { location: 'https://evil.test/x' }, json: { data: ROWS, total: 2 } }),
    ],
    ['an answer that is no success', () => ({ status: 207, json: { data: [], errors: [1] } })],
  ])('takes %s for a list that is not whole', async (_, reply) => {
    expect((await read(pages, reply)).complete).toBe(false);
  });

  it('takes a page that is longer than asked as it comes, where the total says so too', async () => {
    const { held: rows, complete } = await read(pages, turns([three, 3]));
    expect([rows.length, complete]).toEqual([3, true]);
  });

  it.each([
    ['two cursors that lead to each other', (after: string | null) => (after === 'a' ? 'b' : 'a')],
    ['a cursor that is new each time, with the same rows', (after: string | null) => `${after ?? ''}x`],
  ])('ends with %s, and takes the list for not whole', async (_, following) => {
    const { asked, complete } = await read(cursor, (path) => {
      const after = new URL(path, 'http://x').searchParams.get('after');
      return { json: { data: ROWS, next: following(after) } };
    });
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(complete).toBe(false);
  });

  it('ends after 500 pages whose cursors and rows are always new', async () => {
    const { asked, complete } = await read(cursor, (path) => {
      const number = Number(new URL(path, 'http://x').searchParams.get('after') ?? 0);
      return { json: { data: [{ id: `u${number}`, role: 'member' }], next: number + 1 } };
    });
    expect(asked).toHaveLength(500);
    expect(complete).toBe(false);
  });

  it('takes keys of prototypes for keys like any other', async () => {
    const json: unknown = JSON.parse(
      '{ "__proto__": { "data": [] }, "constructor": 1, "data": [{ "id": "__proto__", "role": "owner" }, { "id": "constructor", "role": "member", "__proto__": { "role": "owner" } }] }',
    );
    const { held: rows, complete } = await read(whole, () => ({ json }));
    expect(rows).toEqual([
      'test/org/acme user:__proto__ owner active',
      'test/org/acme user:constructor member active',
    ]);
    expect(complete).toBe(true);
    expect(
      (await read(whole, () => ({ json: JSON.parse('{ "__proto__": { "data": [] } }') }))).complete,
    ).toBe(false);
  });

  it('stops after 500 pages', async () => {
    const { asked, complete } = await read(pages, (path) => ({
      json: { data: [{ id: `u${page(path)}`, role: 'member' }], total: 100_000 },
    }));
    expect(asked).toHaveLength(500);
    expect(complete).toBe(false);
  });

  it('follows a cursor to its end, and takes a full page that says nothing of it for not whole', async () => {
    const reply = (path: string): Reply =>
      path.includes('after=c1')
        ? { json: { data: [three[2]], next: null } }
        : { json: { data: ROWS, next: 'c1' } };
    expect(await read(cursor, reply)).toMatchObject({
      asked: ['/api/orgs/acme/members?size=2', '/api/orgs/acme/members?size=2&after=c1'],
      complete: true,
    });
    expect((await read(cursor, () => ({ json: { data: ROWS } }))).complete).toBe(false);
    expect((await read(cursor, () => ({ json: { data: ROWS, next: { a: 1 } } }))).complete).toBe(false);
    expect((await read(cursor, () => ({ json: { data: ROWS, next: 'c1' } }))).complete).toBe(false);
  });

  it.each([
    ['another origin', '<https://evil.test/api/orgs/acme/members?page=2>; rel="next"'],
    ['another origin without a scheme', '<//evil.test/api/x>; rel="next"'],
    ['above the base path', '</admin>; rel="next"'],
    ['above the base path by dots', '</api/../admin>; rel="next"'],
    ['nowhere that can be read', 'rubbish'],
    ['itself', '</api/orgs/acme/members?size=2>; rel="next"'],
  ])('does not follow a link to %s', async (_, header) => {
    const { asked, complete } = await read(link, () => ({ json: ROWS, headers: { link: header } }));
    expect(asked).toEqual(['/api/orgs/acme/members?size=2']);
    expect(complete).toBe(false);
  });

  it('ends where the link to the next page says that it has no results', async () => {
    const before = '</api/orgs/acme/members?cursor=0:0:1>; rel="previous"; results="true"';
    const header = `${before}, </api/orgs/acme/members?cursor=0:2:0>; rel="next"; results="false"`;
    const { asked, complete } = await read(link, () => ({ json: ROWS, headers: { link: header } }));
    expect([asked.length, complete]).toEqual([1, true]);
  });

  it('takes a full page without a Link header for not whole, where it cannot ask for the next', async () => {
    expect((await read(link, () => ({ json: ROWS }))).complete).toBe(false);
    expect((await read(link, () => ({ json: [ROWS[0]] }))).complete).toBe(true);
  });
});

describe('a connector whose list', () => {
  it('is whole by its file, and links to another page, is not whole', async () => {
    const headers = { link: '</api/orgs/acme/members?page=2>; rel="next"' };
    expect((await read(whole, () => ({ json: { data: ROWS }, headers }))).complete).toBe(false);
  });

  it.each(['{ by: whole', '{ by: cursor, parameter: after, size: size, max: 2, next: next'])(
    '%s } says that it is not the last page, and names no next one, is not whole',
    async (paging) => {
      const marked = `${paging}, items: data, end: { at: last, is: true } }`;
      const json = { data: [ROWS[0]], last: false };
      expect((await read(marked, () => ({ json }))).complete).toBe(false);
      expect((await read(marked, () => ({ json: { ...json, last: true } }))).complete).toBe(true);
    },
  );

  it('has lost what its cursor stands in is not whole, even if the page is short', async () => {
    const nested = '{ by: cursor, parameter: after, size: size, max: 2, items: data, next: meta.next }';
    const answer = (meta: object) => read(nested, () => ({ json: { data: [ROWS[0]], ...meta } }));
    expect((await answer({})).complete).toBe(false);
    expect((await answer({ meta: {} })).complete).toBe(true);
  });
});
