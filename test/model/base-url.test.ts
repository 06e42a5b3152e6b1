import { describe, expect, it } from 'vitest';
import { parseBaseUrl } from '../../src/model/base-url.js';

describe('a base URL', () => {
  it.each([
    ['https://api.example.com/platform/', 'https://api.example.com/platform'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.9.9.9', 'http://127.9.9.9'],
    ['http://[::1]:80/x', 'http://[::1]/x'],
    ['http://localhost:3000', 'http://localhost:3000'],
  ])('%s is fine', (value, url) => {
    expect(parseBaseUrl(value)).toMatchObject({ ok: true, url });
  });

  it.each([
    ['http://api.example.com', 'must use https: plain http is for loopback addresses only'],
    ['http://127.0.0.1.example.com', 'must use https: plain http is for loopback addresses only'],
    ['http://localhost.example.com', 'must use https: plain http is for loopback addresses only'],
    ['ftp://api.example.com', 'must use https: plain http is for loopback addresses only'],
    ['https://user:password@api.example.com', 'must not hold a user name or password'],
    ['https://api.example.com/?a=b', 'must not have a query or fragment'],
    ['api.example.com', 'is not an absolute URL such as https://api.example.com'],
  ])('%s is not', (value, reason) => {
    expect(parseBaseUrl(value)).toMatchObject({ ok: false, reason });
  });
});
