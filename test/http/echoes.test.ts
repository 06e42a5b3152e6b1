import { array, assert, constantFrom, integer, property, string, stringMatching, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Redaction } from '../../src/http/redaction/redaction.js';
import { cpuTime } from '../cpu-time.js';

type Encode = (text: string) => string;
const hexOf = (text: string): string => Buffer.from(text).toString('hex');
const codes = (text: string, write: (code: number) => string): string =>
  Array.from(text, (character) => write(character.codePointAt(0) ?? 0)).join('');

/** What servers, gateways and error pages do to what they quote. */
const encodings: Readonly<Record<string, Encode>> = {
  'as it is': (text) => text,
  'in upper case': (text) => text.toUpperCase(),
  'in lower case': (text) => text.toLowerCase(),
  'percent-encoded': encodeURIComponent,
  'percent-encoded in lower case': (text) => encodeURIComponent(text).toLowerCase(),
  'percent-encoded throughout': (text) => hexOf(text).replaceAll(/../g, '%$&'),
  'as a field of a form': (text) => new URLSearchParams({ s: text }).toString().slice(2),
  'as HTML': (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
      .replaceAll('/', '&#x2F;')
      .replaceAll('=', '&#x3D;'),
  'as decimal HTML entities': (text) => codes(text, (code) => `&#${code};`),
  'as hexadecimal HTML entities': (text) => codes(text, (code) => `&#x${code.toString(16)};`),
  'as JSON': (text) => JSON.stringify(text).slice(1, -1),
  'as Unicode escapes': (text) => codes(text, (code) => `\\u${code.toString(16).padStart(4, '0')}`),
  'as hexadecimal escapes': (text) => hexOf(text).replaceAll(/../g, '\\x$&'),
  'broken in lines': (text) => text.replaceAll(/.{5}(?=.)/g, '$&\n'),
  'broken in indented lines': (text) => text.replaceAll(/.{7}(?=.)/g, '$&\r\n\t  '),
  'broken by HTML': (text) => text.replaceAll(/.{6}(?=.)/g, '$&<br/>'),
  'with soft hyphens': (text) => text.replaceAll(/.{4}(?=.)/g, '$&\u00ad'),
};
const last: Readonly<Record<string, Encode>> = {
  'as it is': (text) => text,
  'as hex': hexOf,
  'as hex in upper case': (text) => hexOf(text).toUpperCase(),
  'as base64': (text) => Buffer.from(text).toString('base64'),
  'as base64 for URLs': (text) => Buffer.from(text).toString('base64url'),
};

/** Tokens as they are issued, and passwords. */
const secrets = constantFrom(
  stringMatching(/^[A-Za-z0-9_-]{16,60}$/),
  stringMatching(/^eyJ[A-Za-z0-9_-]{20,40}\.eyJ[A-Za-z0-9_-]{20,60}\.[A-Za-z0-9_-]{20,40}$/),
  stringMatching(/^[A-Za-z0-9+/]{12,40}={0,2}$/),
  string({ unit: 'grapheme-ascii', minLength: 12, maxLength: 40 }).filter(
    (text) => text.replaceAll(/\s/g, '').length >= 10 && text.trim() === text && !/[%&\\<]/.test(text),
  ),
).chain((arbitrary) => arbitrary);

const around = constantFrom('', 'x', 'Bearer ', 'invalid token: "', '<p>', 'ü ');

function redactionOf(...values: readonly string[]): Redaction {
  const redaction = new Redaction();
  for (const value of values) redaction.add(value);
  return redaction;
}

describe('a secret that a server echoes', () => {
  it.each(Object.keys(encodings))('is taken out %s', (name) => {
    const encode = encodings[name] ?? String;
    assert(
      property(secrets, around, around, (secret, before, after) => {
        const shown = redactionOf(secret).redact(before + encode(secret) + after);
        expect(shown).toBe(`${before}[redacted]${after}`);
      }),
      { numRuns: 60 },
    );
  });

  it('is taken out however often it was encoded, whatever stands around it', () => {
    const names = Object.keys(encodings).filter((name) => !name.startsWith('broken in indented'));
    const breaks = names.filter((name) => /^broken|^with soft/.test(name));
    const others = names.filter((name) => !breaks.includes(name));
    const steps = tuple(
      constantFrom('as it is', ...breaks),
      array(constantFrom(...others), { minLength: 1, maxLength: 3 }),
    ).map(([first, rest]) => [first, ...rest].map((name) => encodings[name] ?? String));
    assert(
      property(secrets, steps, constantFrom(...Object.values(last)), around, (secret, chain, end, before) => {
        const inner = end(before + secret);
        const echoed = chain.reduce((text, encode) => encode(text), inner);
        const shown = redactionOf(secret).redact(`${before}${echoed} .`);
        expect(shown).toContain('[redacted]');
        expect(shown.length).toBeLessThan(before.length + echoed.length + 12 - secret.length / 2);
      }),
      { numRuns: 600 },
    );
  });

  it('is taken out where it was cut after eight characters or more', () => {
    assert(
      property(
        secrets,
        integer({ min: 8, max: 30 }),
        constantFrom('…', '...', '***', ' (truncated)', '"'),
        constantFrom(...Object.values(encodings)),
        (secret, length, mark, encode) => {
          const beginning = secret.replaceAll(/\s/g, '').slice(0, length);
          const shown = redactionOf(secret).redact(`token ${encode(beginning)}${mark} is wrong`);
          expect(shown).toMatch(/^token \[redacted\].{0,12} is wrong$/u);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is taken out where its beginning was cut off', () => {
    const secret = 'sk_live_51HxT0pSecretPartOfAToken9Zq';
    expect(redactionOf(secret).redact('token …PartOfAToken9Zq'.concat(' is wrong'))).not.toContain('PartOfA');
    expect(redactionOf(secret).redact('the token 51HxT0pSecretPartOfATo is')).toBe('the token [redacted] is');
  });

  it('is taken out in part where it is a key or a token of several parts', () => {
    const jwk = JSON.stringify({ kty: 'RSA', n: 'public-number-of-the-key', d: 'private-number-of-the-key' });
    expect(redactionOf(jwk).redact('d: private-number-of-the-key')).toBe('d: [redacted]');
    const token = `eyJhbGciOiJIUzI1NiJ9.${Buffer.from('{"sub":"ada","scope":"all"}').toString('base64url')}.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg`;
    const [, claims = ''] = token.split('.');
    expect(redactionOf(token).redact(`claims ${claims}`)).toBe('claims [redacted]');
  });

  it('of which another one is the beginning goes as a whole', () => {
    const [short, long] = ['shared-beginning', 'shared-beginning-and-then-more'];
    for (const redaction of [redactionOf(short, long), redactionOf(long, short)]) {
      expect(redaction.redact(`a ${long} b ${short} c`)).toBe('a [redacted] b [redacted] c');
    }
  });
});

describe('a text without secrets', () => {
  it('stays as it is, whatever it holds', () => {
    const words = tuple(stringMatching(/^[a-m%&;#x<>\\ \n\d]{0,80}$/), stringMatching(/^[n-z]{8,40}$/));
    assert(
      property(words, ([text, secret]) => {
        expect(redactionOf(secret).redact(text)).toBe(text);
      }),
    );
  });
});

describe('redaction ends soon', () => {
  const size = 1_000_000;
  const texts: Readonly<Record<string, string>> = {
    'one letter': 'a'.repeat(size),
    'percent signs': '%'.repeat(size),
    'percent signs of percent signs': '%25'.repeat(size / 3),
    'entities of entities': '&amp;'.repeat(size / 5),
    'unfinished entities': '&#x'.repeat(size / 3),
    backslashes: '\\'.repeat(size),
    'beginnings of the secret': 'aaaaaaab'.repeat(size / 8),
    'white space': ' \n'.repeat(size / 2),
  };
  it.each(Object.keys(texts))('on a million characters: %s', (name) => {
    const redaction = redactionOf('a'.repeat(3000), 'aaaaaaaab'.repeat(50));
    const computed = cpuTime();
    redaction.redact(texts[name] ?? '');
    expect(computed()).toBeLessThan(5_000);
  });

  it('though a server gave thousands of tokens that begin alike', () => {
    const redaction = new Redaction();
    const token = (nth: number): string =>
      `eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9_${nth}_`.padEnd(600, `${nth}xyz`);
    for (let nth = 0; nth < 2_000; nth += 1) redaction.add(token(nth));
    const computed = cpuTime();
    expect(redaction.redact(`no: ${token(1_999)}.`)).toBe('no: [redacted].');
    expect(computed()).toBeLessThan(1_000);
  });
});
