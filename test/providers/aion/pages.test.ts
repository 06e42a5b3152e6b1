import { assert, asyncProperty, integer, nat, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadClient } from '../../../src/http/request.js';
import { numberedPages } from '../../../src/providers/aion/pages.js';
import { fieldsOf, textOf } from '../../../src/providers/fields.js';
import { readList } from '../../../src/providers/list.js';

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({ id: `r${from + index}` }));

/** Reads pages that a table gives, one an answer. */
async function read(pages: readonly unknown[], max = 100) {
  const asked: string[] = [];
  const client: ReadClient = {
    get: ({ path }) => {
      asked.push(path);
      const body = pages[asked.length - 1] ?? { data: [], meta: { total: 0, page: asked.length } };
      return Promise.resolve({ status: 200, body, requestId: null, ms: 1, attempts: 1 });
    },
  };
  const result = await readList(client, {
    ...numberedPages('/list', { page: 'p', size: 'n', max }),
    credential: 'aion',
    rowOf: (row) => {
      const id = textOf(fieldsOf(row)['id']);
      return id === null ? 'a row has no id' : { id };
    },
    identity: ({ id }) => id,
  });
  return { ...result, asked };
}

describe('a paged list is whole', () => {
  test.each([
    ['in one page', [{ data: rows(0, 3), meta: { total: 3, page: 1, pageSize: 100, totalPages: 1 } }], 3],
    ['empty', [{ data: [], meta: { total: 0, page: 1, pageSize: 100, totalPages: 0 } }], 0],
    [
      'empty, with one empty page',
      [{ data: [], meta: { total: 0, page: 1, pageSize: 100, totalPages: 1 } }],
      0,
    ],
    [
      'with smaller pages than were asked for',
      [
        { data: rows(0, 20), meta: { total: 42, page: 1, pageSize: 20, totalPages: 3 } },
        { data: rows(20, 40), meta: { total: 42, page: 2, pageSize: 20, totalPages: 3 } },
        { data: rows(40, 42), meta: { total: 42, page: 3, pageSize: 20, totalPages: 3 } },
      ],
      42,
    ],
    [
      'where meta says only the total',
      [
        { data: rows(0, 2), meta: { total: 3 } },
        { data: rows(2, 3), meta: { total: 3 } },
      ],
      3,
    ],
    [
      'unpaged, with a meta that counts pages all the same',
      [{ data: rows(0, 42), meta: { total: 42, page: 1, pageSize: 20, totalPages: 3 } }],
      42,
    ],
    ['without meta where the rows are few', [{ data: rows(0, 19) }], 19],
  ])('%s, and no further page is asked for', async (_title, pages, count) => {
    const result = await read(pages);
    expect(result.problems).toEqual([]);
    expect(result.rows).toHaveLength(count);
    expect(result.asked).toEqual(pages.map((_page, index) => `/list?p=${index + 1}&n=100`));
  });
});

describe('a paged list has a problem', () => {
  test.each([
    ['without meta where it may go on', [{ data: rows(0, 20) }], 'no meta'],
    ['without a total', [{ data: rows(0, 2), meta: { page: 1 } }], 'no total'],
    [
      'with fewer rows than the total',
      [{ data: rows(0, 2), meta: { total: 3, page: 1, pageSize: 100, totalPages: 1 } }],
      "2 rows came, the API's own total is 3",
    ],
    [
      'with more rows than the total',
      [{ data: rows(0, 4), meta: { total: 3, page: 1 } }],
      "4 rows came, the API's own total is 3",
    ],
    [
      'where the page does not advance',
      [
        { data: rows(0, 2), meta: { total: 4, page: 1 } },
        { data: rows(2, 4), meta: { total: 4, page: 1 } },
      ],
      'page 2 was asked for and page 1 came',
    ],
    [
      'where a page repeats',
      [
        { data: rows(0, 2), meta: { total: 4 } },
        { data: rows(0, 2), meta: { total: 4 } },
      ],
      'listed twice',
    ],
    [
      'where the total changes',
      [
        { data: rows(0, 2), meta: { total: 4 } },
        { data: rows(2, 5), meta: { total: 5 } },
      ],
      'changed from 4 to 5',
    ],
    [
      'where a later page has no meta',
      [{ data: rows(0, 2), meta: { total: 4 } }, { data: rows(2, 4) }],
      'page 2 has no meta',
    ],
    [
      'where a later page is empty',
      [
        { data: rows(0, 2), meta: { total: 4 } },
        { data: [], meta: { total: 4 } },
      ],
      '2 rows came',
    ],
    [
      'where the total counts only the page',
      [{ data: rows(0, 20), meta: { total: 20, page: 1, pageSize: 20, totalPages: 3 } }],
      'contradicts itself',
    ],
    ['where a row has no id', [{ data: [{}], meta: { total: 1 } }], 'no id'],
    ['where data is no list', [{ data: {}, meta: { total: 1 } }], 'no list under data'],
    ['where the answer is a list', [[]], 'no list under data'],
    ['where the total is no number', [{ data: rows(0, 1), meta: { total: '1' } }], 'no total'],
  ])('%s', async (_title, pages, message) => {
    const { problems } = await read(pages);
    expect(problems.join()).toContain(message);
  });
});

test('no page is asked for after one with a problem', async () => {
  const { asked } = await read([{ data: [{}], meta: { total: 300, page: 1, pageSize: 100, totalPages: 3 } }]);
  expect(asked).toHaveLength(1);
});

test('all rows are read in whatever pages they come, and a row that is left out is noticed', async () => {
  const sizes = record({
    count: integer({ min: 1, max: 60 }),
    size: integer({ min: 1, max: 25 }),
    lost: nat(),
  });
  await assert(
    asyncProperty(sizes, async ({ count, size, lost }) => {
      const totalPages = Math.ceil(count / size);
      const pages = Array.from({ length: totalPages }, (_, index) => ({
        data: rows(index * size, Math.min(count, (index + 1) * size)),
        meta: { total: count, page: index + 1, pageSize: size, totalPages },
      }));
      const whole = await read(pages);
      expect(whole.problems).toEqual([]);
      expect(whole.rows).toEqual(rows(0, count));
      expect(whole.asked).toHaveLength(totalPages);
      const without = pages.map((page) => ({
        ...page,
        data: page.data.filter(({ id }) => id !== `r${lost % count}`),
      }));
      expect((await read(without)).problems).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
});
