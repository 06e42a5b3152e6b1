import { describe, expect, test } from 'vitest';
import { cut, labelEmail, principalLabel } from '../../src/model/label.js';

describe('the label of a principal', () => {
  const known = { id: '9', email: null, name: null };

  test('is the e-mail that the API gives', () => {
    expect(principalLabel('user:9', { ...known, email: 'ada@acme.test', name: 'Ada' })).toBe('ada@acme.test');
  });

  test('has the address beside a name, which people choose themselves', () => {
    expect(principalLabel('user:9', { ...known, name: 'grace@acme.test' })).toBe('grace@acme.test (user:9)');
    expect(principalLabel('user:9', { ...known, name: 'user:1' })).toBe('user:1 (user:9)');
  });

  test('is the id where there is no name', () => {
    for (const name of [null, '', ' ', '9']) expect(principalLabel('user:9', { ...known, name })).toBe('9');
  });

  test('shows the address however long the name or the e-mail is', () => {
    const long = 'x'.repeat(66_000);
    for (const named of [
      { ...known, name: long },
      { ...known, email: `${long}@acme.test` },
    ]) {
      const label = principalLabel('user:9', named);
      expect(label).toMatch(/^x{100}… \(user:9\)$/u);
      expect(labelEmail({ principal: 'user:9', label })).toBeNull();
    }
  });
});

test('only an e-mail label is read as an e-mail', () => {
  expect(labelEmail({ principal: 'user:9', label: 'Ada@acme.test' })).toBe('ada@acme.test');
  expect(labelEmail({ principal: 'user:9', label: 'ada@acme.test (user:9)' })).toBeNull();
  expect(labelEmail({ principal: 'user:9', label: 'Ada' })).toBeNull();
});

test('text is cut between characters', () => {
  expect(cut('abc', 3)).toBe('abc');
  expect(cut('abcd', 3)).toBe('abc…');
  expect(cut('ab😀d', 3)).toBe('ab…');
});
