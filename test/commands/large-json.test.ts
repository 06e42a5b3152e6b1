import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLargeJson, ValueTooLong } from '../../src/commands/large-json.js';

/** A text in chunks that end at some of its bytes. */
async function* chunksOf(text: Buffer, ends: readonly number[]): AsyncGenerator<Buffer> {
  const places = ends.map((end) => end % (text.length + 1)).sort((one, other) => one - other);
  let from = 0;
  for (const end of [...places, text.length]) {
    yield text.subarray(from, end);
    from = end;
  }
}

const read = (text: Buffer | string, ends: readonly number[] = [], longest?: number): Promise<unknown> =>
  parseLargeJson(chunksOf(Buffer.from(text), ends), longest);

const REFUSED = 'refused';
/** What a value is, prototype-like keys, doubled ones and their order included. */
const shown = (value: unknown): string => JSON.stringify(value);
const readAs = async (text: Buffer | string, ends: readonly number[]): Promise<string> =>
  read(text, ends).then(shown, (error: unknown) => (error instanceof SyntaxError ? REFUSED : String(error)));

function parsedAs(text: Buffer | string): string {
  try {
    return shown(JSON.parse(Buffer.from(text).toString()));
  } catch {
    return REFUSED;
  }
}

const blank = fc.constantFrom('', '', ' ', '\n  ', '\r\t');
const spaced = (part: fc.Arbitrary<string>) => fc.tuple(blank, part, blank).map((parts) => parts.join(''));
const value = fc.oneof(
  fc.json(),
  fc.constantFrom('"\\"]},["', '"\\\\"', '"\\ud83d\\ude00😀é"', '"\ufeff"', '-1.5e-3', 'null', '{}'),
);
const list = fc.array(spaced(value), { maxLength: 6 }).map((items) => `[${items.join(',')}]`);
const key = fc.constantFrom('a', 'b', '10', '9', '__proto__', 'constructor', 'toString', '', 'é"\\');
const member = fc
  .tuple(
    spaced(key.map(shown)),
    spaced(
      fc.oneof(
        value,
        list,
        list,
        blank.map((space) => `[${space}]`),
      ),
    ),
  )
  .map((parts) => parts.join(':'));
const object = fc.array(member, { maxLength: 6 }).map((members) => `{${members.join(',')}}`);
const text = spaced(fc.oneof({ weight: 6, arbitrary: object }, list, value, blank));
const ends = fc.array(fc.nat(), { maxLength: 12 });

test('a text read in chunks is what JSON.parse makes of it, wherever they end', async () => {
  await fc.assert(
    fc.asyncProperty(text, ends, async (json, places) => {
      expect(await readAs(json, places)).toBe(parsedAs(json));
    }),
    { numRuns: 2000 },
  );
});

test('a text that is damaged is refused where JSON.parse refuses it', async () => {
  const damage = fc.tuple(
    fc.nat(),
    fc.nat({ max: 2 }),
    fc.oneof(fc.string({ maxLength: 2, unit: fc.constantFrom(...'[]{},:"\\ \n\u0000\u00a01-e.tn') }), value),
  );
  await fc.assert(
    fc.asyncProperty(text, damage, ends, async (json, [place, taken, put], places) => {
      const at = place % (json.length + 1);
      const damaged = json.slice(0, at) + put + json.slice(at + taken);
      expect([damaged, await readAs(damaged, places)]).toEqual([damaged, parsedAs(damaged)]);
    }),
    { numRuns: 4000 },
  );
});

test.each([
  '{"a":[1,{"b":[2]},[3]],"c":{"d":[4]}}',
  '{"a":["\\"","\\\\","\\u00e9","😀é"],"\\"]":[]} ',
  '{"10":[1],"9":[2,3],"10":[4]}',
  '{"a":[1],"__proto__":[{"polluted":1}],"a":[2,3]}',
  '{"a":[1,]}',
  '{"a":[,1]}',
  '{"a":[1],}',
  '{"a":[1}}',
  '{"a":[1] [2]}',
  '{"a":[1]]',
  '{"a":1]',
  '{"a":[1]}}',
  '{"a":[1]} []',
  '{"a":[1]},{}',
  '{} {"a":1}',
  '{[1]}',
  '{"a"[1]}',
  '{"a":[1],"b"}',
  '{"a":[{]}]}',
  '{"a":[1],"b":[2',
  '[{"a":1},[2]]',
  '[1],',
  '1 {}',
  '"{',
  '\ufeff{}',
  '',
])('%s is read alike wherever two chunks of it end', async (json) => {
  const { length } = Buffer.from(json);
  for (let first = 0; first <= length; first++) {
    for (let second = first; second <= length; second++) {
      expect(await readAs(json, [first, second])).toBe(parsedAs(json));
    }
  }
});

test('bytes that are no UTF-8 are read as they are in a whole file', async () => {
  const bytes = fc.uint8Array({ maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(bytes, bytes, ends, async (one, other, places) => {
      const parts = ['{"a":["', one, '","', other, '",{"b":"', one, '"}],"', other, '":1}'];
      const json = Buffer.concat(parts.map((part) => Buffer.from(part)));
      expect(await readAs(json, places)).toBe(parsedAs(json));
    }),
  );
});

test('a member named __proto__ is a member, and nothing else changes', async () => {
  const made = await read('{"__proto__":[{"polluted":true}],"a":1}');
  expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  expect(Object.keys(made ?? {})).toEqual(['__proto__', 'a']);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('a text nested without end is refused while it is read', async () => {
  const nested = (levels: number): string => `{"a":[${'['.repeat(levels)}${']'.repeat(levels)}]}`;
  expect(await readAs(nested(998), [])).toBe(parsedAs(nested(998)));
  await expect(read(nested(999))).rejects.toThrow('nested deeper than 1000 levels');
  await expect(read('['.repeat(1001))).rejects.toThrow(SyntaxError);
});

test('a value longer than one piece is refused; many that are shorter are read', async () => {
  const item = '"0123456789"';
  const json = `{"a":[${Array.from({ length: 50 }, () => item).join(',')}]}`;
  const everyTen = Array.from({ length: json.length / 10 }, (_, index) => index * 10);
  expect(await read(json, everyTen, 40)).toEqual(JSON.parse(json));
  const long = `"${'x'.repeat(50)}"`;
  for (const broken of [`{"a":[1,${long}]}`, `{"a":${long}}`, `{${long}:[1]}`, `[${long}]`, long]) {
    await expect(read(broken, everyTen, 40)).rejects.toThrow(ValueTooLong);
  }
});
