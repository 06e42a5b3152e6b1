import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Redaction } from '../../src/http/redaction/redaction.js';
import { json, startLoopback } from './loopback.js';
import { failureOf, get, openTestClient, testRuntime } from './world.js';

describe('redaction', () => {
  it('takes a secret out of a text in whatever way it is encoded', () => {
    const secret = string({ minLength: 8, maxLength: 60 }).filter((text) => text.trim() === text);
    assert(
      property(secret, string({ maxLength: 5 }), (value, around) => {
        const redaction = new Redaction();
        redaction.add(value);
        for (const encode of [plain, encodeURIComponent, JSON.stringify, base64, base64url]) {
          const shown = redaction.redact(encode(around + value + around));
          expect(shown).toContain('[redacted]');
        }
        expect(redaction.redact(`${around}${value}`)).not.toContain(value);
      }),
    );
  });

  it('takes a secret out that looks encoded itself', () => {
    const redaction = new Redaction();
    const secret = '! %00   "';
    redaction.add(secret);
    for (const encode of [plain, encodeURIComponent, JSON.stringify, base64, base64url])
      expect(redaction.redact(encode(secret))).toContain('[redacted]');
  });

  it('takes the lines of a key out one by one', () => {
    const redaction = new Redaction();
    redaction.add(
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nAQEFAASCBKcwggSjAgEAAoIB\n-----END PRIVATE KEY-----',
    );
    expect(redaction.redact('found AQEFAASCBKcwggSjAgEAAoIB here')).toBe('found [redacted] here');
  });

  it('leaves a text alone that holds none', () => {
    const redaction = new Redaction();
    redaction.add('hush-hush');
    redaction.add('abc');
    expect(redaction.redact('abc and hush')).toBe('abc and hush');
  });

  it('is applied to whatever a server echoes', async () => {
    const token = 'a-very-secret-token';
    const server = await startLoopback((response) =>
      json(response, 400, { message: `bad header Bearer ${token}` }, { 'x-request-id': token }),
    );
    const failure = await failureOf(
      openTestClient(server.url, { runtime: testRuntime({ TOKEN: token }) }).reading.get(get),
    );
    expect(JSON.stringify({ ...failure, message: failure.message, stack: failure.stack })).not.toContain(
      token,
    );
    expect(failure.excerpt).toBe('bad header Bearer [redacted]');
  });
});

function plain(text: string): string {
  return text;
}
function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
