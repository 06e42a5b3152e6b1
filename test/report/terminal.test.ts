import { expect, test } from 'vitest';
import { folded } from '../../src/report/terminal.js';

test('lines end between words where the terminal is narrower', () => {
  const text = '  ! ada@acme.test  owner  no person of that e-mail is known here\nshort\n';
  expect(folded(text, 40)).toBe(
    '  ! ada@acme.test  owner  no person of\n    that e-mail is known here\nshort\n',
  );
  expect(folded(text, undefined)).toBe(text);
});

test('a word that is longer than the terminal stays whole, and colours take no room', () => {
  const address = 'redox/environment/7f0c2d6e-1111-4222-8333-944455556666';
  expect(folded(`in ${address} here`, 30)).toBe(`in\n  ${address}\n  here`);
  const painted = '\u001B[31mred words\u001B[39m and more';
  expect(folded(painted, 18)).toBe(painted);
});
