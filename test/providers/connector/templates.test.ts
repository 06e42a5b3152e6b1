import { describe, expect, it } from 'vitest';
import { expandUrl, withQuery } from '../../../src/providers/connector/templates.js';

describe('the query of a path', () => {
  it.each([
    ['/x', { a: 1 }, '/x?a=1'],
    ['/x?a=1', { b: 'c d' }, '/x?a=1&b=c%20d'],
    ['/x?cursor=', { cursor: 'q&r' }, '/x?cursor=q%26r'],
    ['/x?cursor=*&a=1&cursor', { cursor: 2 }, '/x?a=1&cursor=2'],
    ['/x?a?b=1', {}, '/x?a?b=1'],
    ['/x', {}, '/x'],
  ])('%s gets %j', (path, parameters, result) => {
    expect(withQuery(path, parameters)).toBe(result);
  });
});

describe('an id inside of a quoted text in a query', () => {
  const template = '/Groups?filter=members%20eq%20%22{person}%22';

  it('is percent-encoded', () => {
    expect(expandUrl(template, { person: 'a b/c' })).toBe('/Groups?filter=members%20eq%20%22a%20b%2Fc%22');
  });

  it.each(['" or id pr or id eq "', "o'neil", 'a\\', 'a\nb'])('must not end the text: %j', (person) => {
    expect(() => expandUrl(template, { person })).toThrow('could end the text');
  });
});
