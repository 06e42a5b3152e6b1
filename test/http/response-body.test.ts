import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../src/http/response-body.js';

const same = (text: string): string => text;

describe('an excerpt', () => {
  it.each([
    ['{"error":"invalid_request","error_description":"no kid"}', 'invalid_request: no kid'],
    ['{"error":"invalid_request","error_description":""}', 'invalid_request'],
    ['{"message":"no such role"}', 'no such role'],
    ['{"Meta":{"Errors":[{"ID":1,"Text":"bad id"}]}}', 'bad id'],
    ['{"errors":[{"detail":"first"},{"detail":"second"}]}', 'first'],
    ['{"error":{"message":"deep"}}', 'deep'],
    ['"just words"', 'just words'],
    ['Unauthorized', 'Unauthorized'],
    ['{"a":1}', '{"a":1}'],
    ['{broken', '{broken'],
    ['<h1>Bad\n\n  gateway</h1>', '<h1>Bad gateway</h1>'],
  ])('of %s is %s', (body, words) => {
    expect(excerptOf(body, same)).toBe(words);
  });

  it('of nothing is null', () => {
    expect(excerptOf(' ', same)).toBeNull();
  });

  it('spells out what could steer a terminal or hide text', () => {
    expect(excerptOf('a\u001b[31mb\u202ec\u200bd', same)).toBe('a\\u{1b}[31mb\\u{202e}c\\u{200b}d');
  });

  it('is short, and redacted before it is cut', () => {
    const redact = (text: string): string => text.replaceAll('S'.repeat(40), '#');
    const cut = excerptOf(`${'x'.repeat(280)}${'S'.repeat(40)}${'y'.repeat(100)}`, redact);
    expect(cut).toHaveLength(301);
    expect(cut).not.toContain('S');
  });
});
