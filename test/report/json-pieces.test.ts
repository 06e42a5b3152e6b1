import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../src/model/change.js';
import type { Plan } from '../../src/model/plan.js';
import { jsonText } from '../../src/report/escape.js';
import { jsonPieces } from '../../src/report/json-pieces.js';
import { planJson, planJsonPieces } from '../../src/report/plan/json.js';
import { change, grant, plan, planScope, revoke, UNLISTED } from './samples.js';

function* each<T>(items: readonly T[]): Generator<T> {
  yield* items;
}

const text = fc.string({
  unit: fc.oneof(fc.constantFrom('\n', '"', '\u202E', '\u{E0041}', '\uD800', '}'), fc.string()),
});

test('pieces of any object are, joined, the bytes of its JSON', () => {
  fc.assert(
    fc.property(fc.dictionary(text, fc.jsonValue()), fc.array(fc.jsonValue()), (members, items) => {
      const whole = { ...members, list: items, left: undefined, later: { of: items } };
      const pieces = { ...members, list: each(items), left: undefined, later: { of: items } };
      expect([...jsonPieces(pieces)].join('')).toBe(jsonText(whole));
    }),
  );
  expect([...jsonPieces({})].join('')).toBe(jsonText({}));
  expect([...jsonPieces({ left: undefined })].join('')).toBe(jsonText({}));
});

/** A plan's members in the order of the schema, all at once. */
function whole(of: Plan): unknown {
  return JSON.parse(JSON.stringify(of));
}

test('pieces of any plan are, joined, its JSON, and hold what it holds', () => {
  const changes = fc.array(
    fc
      .tuple(fc.constantFrom(grant, change, revoke), text, fc.option(text))
      .map(([made, label, blocked]) =>
        made({ label, blocked, ...(blocked === null ? {} : { verifiable: false }) }),
      ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(changes, text, fc.boolean(), (made, name, later) => {
      const { scope, principal, label, from, to, risk } = grant();
      const of = plan(made, {
        scopes: [planScope('redox/organization/1', { name })],
        unlisted: later ? [UNLISTED] : [],
        narrowing: { scope: ['redox/**'], shard: '1/2' },
        ...(later
          ? { later: [{ at: '2027-01-01T00:00:00Z', scope, principal, label, from, to, risk }] }
          : {}),
      });
      const json = [...planJsonPieces(of)].join('');
      expect(json).toBe(planJson(of));
      const parsed: unknown = JSON.parse(json);
      expect(parsed).toEqual(whole(of));
      expect(json).toBe(jsonText(parsed));
    }),
  );
});

/** As many changes as are asked for, of which none is there before it is read. */
function* changesOnDemand(count: number, read: { made: number }): Generator<Change> {
  for (const one = grant(); read.made < count; read.made += 1) yield one;
}

test('a list is made as it is written, and no piece grows with it', () => {
  const read = { made: 0 };
  const pieces: { readonly length: number; readonly madeBy: number }[] = [];
  for (const { length } of jsonPieces({ changes: changesOnDemand(30_000, read) })) {
    pieces.push({ length, madeBy: read.made });
  }
  expect(pieces[0]?.madeBy).toBeLessThan(5000);
  expect(read.made).toBe(30_000);
  expect(pieces.length).toBeGreaterThan(10);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(300_000);
});

test('a plan of 1.2 million changes begins to be written at once, in small pieces', () => {
  const of = plan([]);
  const one = grant();
  const millions = Array.from({ length: 1_200_000 }, () => one);
  const lengths: number[] = [];
  for (const { length } of planJsonPieces({ ...of, changes: millions })) {
    if (lengths.push(length) === 5) break;
  }
  expect(Math.min(...lengths)).toBeGreaterThan(100_000);
  expect(Math.max(...lengths)).toBeLessThan(300_000);
});
