import { expect, test } from 'vitest';
import type { ReadClient } from '../../src/http/request.js';
import { countOf, fieldsOf, textOf } from '../../src/providers/fields.js';
import { type Page, type PagedList, readList } from '../../src/providers/list.js';

const nothingMore: Page = { rows: [], total: null, number: null, next: null, problems: [] };

interface Item {
  readonly id: string;
}

/** Reads a list whose bodies a function of the path gives. */
async function read(body: (path: string) => unknown, list: Partial<PagedList<Item>>) {
  const asked: string[] = [];
  const client: ReadClient = {
    get: ({ path }) => {
      asked.push(path);
      return Promise.resolve({ status: 200, body: body(path), requestId: null, attempts: 1 });
    },
  };
  const result = await readList<Item>(client, {
    path: '/items',
    credential: 'any',
    pageOf: () => nothingMore,
    rowOf: (value) => {
      const id = textOf(value);
      return id === null ? 'a row has no id' : { id };
    },
    identity: ({ id }) => id,
    ...list,
  });
  return { ...result, asked };
}

const byCursor: PagedList<Item>['pageOf'] = ({ body }) => {
  const { items, cursor } = fieldsOf(body);
  const next = textOf(cursor);
  if (!Array.isArray(items)) return 'the answer has no items';
  return { ...nothingMore, rows: items, next: next === null ? null : { path: `/items?after=${next}` } };
};

test('a list that is paged by cursor is read to the page without one', async () => {
  const bodies: Readonly<Record<string, unknown>> = {
    '/items': { items: ['a', 'b'], cursor: 'b' },
    '/items?after=b': { items: ['c'], cursor: null },
  };
  const { rows, problems, asked } = await read((path) => bodies[path], { pageOf: byCursor });
  expect([rows.map(({ id }) => id), problems]).toEqual([['a', 'b', 'c'], []]);
  expect(asked).toEqual(['/items', '/items?after=b']);
});

test('a list that is paged by offset is read until as many rows came as the API says there are', async () => {
  const items = ['a', 'b', 'c', 'd', 'e'];
  const pageOf: PagedList<Item>['pageOf'] = ({ body }, { rowsBefore }) => {
    const { data, total } = fieldsOf(body);
    const rows: readonly unknown[] = Array.isArray(data) ? data : [];
    const offset = rowsBefore + rows.length;
    const next = offset < items.length && rows.length > 0 ? { path: `/items?offset=${offset}` } : null;
    return { ...nothingMore, rows, total: countOf(total), next };
  };
  const from = (path: string) => Number(/\d+$/u.exec(path)?.[0] ?? 0);
  const whole = await read((path) => ({ data: items.slice(from(path), from(path) + 2), total: 5 }), {
    pageOf,
  });
  expect([whole.rows.length, whole.problems]).toEqual([5, []]);
  const cut = await read((path) => ({ data: from(path) > 0 ? [] : ['a', 'b'], total: 5 }), { pageOf });
  expect(cut.problems).toEqual(["2 rows came, the API's own total is 5"]);
});

test('a list without end is given up after 2000 pages', async () => {
  let count = 0;
  const { problems, asked } = await read(
    () => {
      count += 1;
      return { items: [`i${count}`], cursor: String(count) };
    },
    { pageOf: byCursor },
  );
  expect(problems).toEqual(['there are more than 2000 pages']);
  expect(asked).toHaveLength(2000);
});

test.each(['@elsewhere.test/items', 'https://elsewhere.test/items', '/a b', '/a\r\nb', ''])(
  'a next page that is not a path of the API is a problem and is not asked for: %j',
  async (path) => {
    const pageOf = (): Page => ({ ...nothingMore, rows: ['a'], next: { path } });
    const { problems, asked } = await read(() => null, { pageOf });
    expect(problems).toEqual([expect.stringContaining('cannot be asked for')]);
    expect(asked).toEqual(['/items']);
  },
);

test('a page that comes again is noticed where rows may be alike', async () => {
  const bodies: Readonly<Record<string, unknown>> = {
    '/items': { items: ['a', 'a'], cursor: '1' },
    '/items?after=1': { items: ['a', 'a'], cursor: '2' },
  };
  const { problems } = await read((path) => bodies[path], { pageOf: byCursor, identity: null });
  expect(problems).toEqual(['page 2 repeats the one before']);
});

test('problems that are many alike are told in part', async () => {
  const { problems, rows } = await read(() => ({ items: [...Array(50).keys(), 'a'] }), { pageOf: byCursor });
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)).toBe('and 30 more of this kind');
  expect(rows).toEqual([{ id: 'a' }]);
});
