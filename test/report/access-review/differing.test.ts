import { expect, test } from 'vitest';
import type { ReviewedRole } from '../../../src/planning/access-review/review.js';
import { reviewText } from '../../../src/report/access-review/text.js';
import { sampleReview } from './sample-review.js';

test('a role that is held in place of another makes one row of what differs, as in a plan', () => {
  const sample = sampleReview(1, 1);
  const [person] = sample.people;
  const role = (more: Partial<ReviewedRole>): ReviewedRole => ({
    scope: 'redox/organization/1024',
    role: 'member',
    status: 'active',
    risk: 'normal',
    standing: 'drift',
    via: null,
    from: null,
    until: null,
    endsSoon: false,
    reason: null,
    source: null,
    ...more,
  });
  const roles = [
    role({}),
    role({ role: 'admin', standing: 'missing' }),
    role({ role: 'support', standing: 'missing', scope: 'redox/environment/prod' }),
  ];
  const people = person === undefined ? [] : [{ ...person, label: 'ada@acme.test', roles }];
  expect(reviewText({ ...sample, people }, { color: false })).toContain(`Differs from the files (2)
  ada@acme.test  member -> admin     redox/organization/1024
  ada@acme.test  support (not held)  redox/environment/prod
`);
});
