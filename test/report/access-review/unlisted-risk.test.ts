import { describe, expect, test } from 'vitest';
import type { AccessReview, ReviewedRole } from '../../../src/planning/access-review/review.js';
import { reviewHtml } from '../../../src/report/access-review/html.js';
import { reviewText } from '../../../src/report/access-review/text.js';
import { sampleReview } from './sample-review.js';

/** A review in which one role alone is unlisted. */
function reviewWith(risk: ReviewedRole['risk']): AccessReview {
  const sample = sampleReview(40, 5);
  const people = sample.people
    .filter(({ roles }) => roles.length > 0)
    .map((person, index) => ({
      ...person,
      label: `person-${index}@acme.test`,
      roles: person.roles.slice(0, 1).map((role): ReviewedRole => {
        if (index > 0) return { ...role, standing: 'listed', risk: 'high' };
        return { ...role, role: 'root', scope: 'aion/account/orbit', standing: 'unlisted', risk };
      }),
    }));
  return { ...sample, people, summary: { ...sample.summary, unlisted: 1 } };
}

describe('a high-risk role that no file asks for', () => {
  test('comes first in the text of a review', () => {
    const text = reviewText(reviewWith('high'), { color: false });
    expect(text.startsWith('High-risk roles that no file asks for (1)\n  person-0@acme.test  root')).toBe(
      true,
    );
    expect(reviewText(reviewWith('normal'), { color: false })).not.toContain('that no file asks for');
  });

  test('makes the card of unlisted roles as strong as any, and has a mark of its own in the legend', () => {
    const card = (kind: string): string => `<button type="button" class="${kind}" data-filter="unlisted"`;
    const page = reviewHtml(reviewWith('high'));
    expect(page).toContain(card('bad'));
    expect(page).toContain('<span class="chip unlisted high">unlisted, high risk</span>');
    expect(reviewHtml(reviewWith('normal'))).toContain(card('care'));
  });
});
