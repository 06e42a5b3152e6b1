import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPieces, jsonText, planJson, planJsonPieces } from '../../src/report/json.js';
import { grant, plan } from './samples.js';

const text = fc.string({
  unit: fc.oneof(fc.constantFrom('\n', '"', '\u202E', '\u{E0041}', '\uD800', '}'), fc.string()),
});

test('the pieces of an object are, joined, its JSON', () => {
  fc.assert(
    fc.property(fc.dictionary(text, fc.jsonValue()), fc.array(fc.jsonValue()), (members, items) => {
      const value = { ...members, list: items, left: undefined, later: { of: items } };
      expect([...jsonPieces(value)].join('')).toBe(jsonText(value));
    }),
  );
  expect([...jsonPieces({})].join('')).toBe(jsonText({}));
  expect([...jsonPieces({ left: undefined })].join('')).toBe(jsonText({}));
});

test('a plan of some thousand changes is the same in pieces', () => {
  const of = plan(Array.from({ length: 2001 }, () => grant()));
  expect([...planJsonPieces(of)].join('')).toBe(planJson(of));
});

test('a plan of 1.2 million changes begins to be written at once, in small pieces', () => {
  const of = { ...plan([]), changes: Array.from({ length: 1_200_000 }, () => grant()) };
  const pieces = planJsonPieces(of);
  const lengths = Array.from({ length: 100 }, () => (pieces.next().value as string).length);
  expect(Math.max(...lengths)).toBeGreaterThan(100_000);
  expect(Math.max(...lengths)).toBeLessThan(1_000_000);
});
