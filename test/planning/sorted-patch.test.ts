import { createTwoFilesPatch } from 'diff';
import { assert, integer, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedPatch } from '../../src/planning/role-lists.js';

const lists = uniqueArray(integer({ min: 100, max: 160 }).map(String), { maxLength: 60 }).map((all) =>
  all.sort(),
);

function text(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

describe('the diff of two sorted lists', () => {
  it('is what a comparison line by line finds', () => {
    assert(
      property(lists, lists, (before, after) => {
        const patch = createTwoFilesPatch('a', 'a', text(before), text(after), '(live)', '(planned)', {
          context: 2,
        });
        const expected = patch.replace(/^(?:Index:.*\n)?=+\n/u, '').replaceAll('\t(', ' (');
        expect(sortedPatch({ address: 'a', before, after }, 1000)).toBe(expected);
      }),
    );
  });

  it('is none where too much differs', () => {
    const all = { address: 'a', before: ['1', '2'], after: ['3'] };
    expect(sortedPatch(all, 2)).toBeUndefined();
    expect(sortedPatch(all, 3)).toContain('-1\n-2\n+3\n');
  });
});
