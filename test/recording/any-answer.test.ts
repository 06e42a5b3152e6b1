import {
  anything,
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  double,
  emailAddress,
  integer,
  jsonValue,
  oneof,
  property,
  record,
  string,
  stringMatching,
  uuid,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordedOrLeak } from './subject.js';

describe('any JSON answer', () => {
  const scalar = oneof(string(), integer(), double(), boolean(), constant(null));
  const live = oneof(
    emailAddress(),
    uuid(),
    stringMatching(/^[A-Z][a-z]{4,9} [A-Z][a-z]{4,9}$/),
    stringMatching(/^[a-z]{3,8}[._-][a-z0-9]{3,8}$/),
  );
  const member = (value: string) =>
    record(
      {
        id: constantFrom<unknown>(value, 3363),
        name: constant(value),
        email: constant(value),
        role: constantFrom(value, 'owner'),
        status: constantFrom(value, 'active'),
        note: constant(`about ${value}`),
        [value]: constant(value),
        other: anything({ values: [constant(value), scalar], maxDepth: 3 }),
      },
      { requiredKeys: ['id', 'name'] },
    );
  const answer = live.chain((value) =>
    record({
      value: constant(value),
      members: array(oneof(member(value), scalar), { minLength: 1 }),
      extra: jsonValue(),
      status: constantFrom(200, 404),
    }),
  );

  test('goes in, and no live value comes out', () => {
    assert(
      property(answer, ({ value, members, extra, status }) => {
        const list = { members: [{ id: value, name: value }, ...members], extra };
        const outcome = recordedOrLeak([
          { body: { members: [{ id: value, name: value }] } },
          { body: list, status },
          {
            body: extra,
            path: `/v1/organizations/${encodeURIComponent(value)}/members?x=${encodeURIComponent(value)}`,
          },
        ]);
        expect(outcome.leak).toBeUndefined();
        const text = (outcome.text ?? '').toLowerCase();
        expect(text).not.toContain(value.toLowerCase());
        expect(text).not.toContain(encodeURIComponent(value).toLowerCase());
        expect(text).not.toContain(Buffer.from(value).toString('base64').toLowerCase());
        expect(text).not.toContain('3363');
      }),
      { numRuns: 100 },
    );
  });
});
