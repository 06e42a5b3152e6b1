import { describe, expect, test } from 'vitest';
import {
  canonicalAddress,
  isAddressGlob,
  parsePrincipalAddress,
  principalNamed,
} from '../../src/model/address.js';
import { addressGlob } from '../../src/model/glob.js';
import { principalAddress } from '../../src/model/principal.js';

describe('every spelling that decodes to an id is that id', () => {
  test.each(['user:auth0|ada@acme.test', 'user:auth0%7Cada@acme.test', 'user:auth0%7cada%40acme.test'])(
    'as a principal: %s',
    (text) => {
      expect(parsePrincipalAddress(text)).toEqual({ kind: 'user', id: 'auth0|ada@acme.test' });
      expect(principalNamed(text)).toBe(principalAddress('user', 'auth0|ada@acme.test'));
    },
  );

  test.each(['group:data science', 'group:data%20science', 'group:%64ata%20science'])(
    'as a group: %s',
    (text) => expect(parsePrincipalAddress(text)).toEqual({ kind: 'group', id: 'data science' }),
  );

  test.each([
    ['aion/account/a|b', 'aion/account/a%7Cb', true],
    ['aion/account/a%7cb', 'aion/account/a%7Cb', true],
    ['aion/account/%61%7Cb', 'aion/account/a%7Cb', true],
    ['aion/project/a@b/*', 'aion/project/a%40b/web', true],
    ['aion/account/a%7*', 'aion/account/a%7Cb', false],
    ['aion/account/a|*', 'aion/account/a%7Cb', true],
    ['aion/account/a%2Ab', 'aion/account/a*b', true],
    ['aion/account/a%2Ab', 'aion/account/aXb', false],
    ['aion/account/a%2Fb', 'aion/account/a%2Fb', true],
    ['aion/account/ä', 'aion/account/%C3%A4', true],
  ])('as a glob: %s over %s', (glob, address, fits) => expect(addressGlob(glob)(address)).toBe(fits));

  test('as the address of a scope', () => {
    expect(canonicalAddress('aion/project/a|b/c%40d')).toBe('aion/project/a%7Cb/c%40d');
  });
});

test.each([
  'user:',
  'user:%',
  'user:%zz',
  'user:a%7',
  'user:%E2%82',
  'user:%2E%2E',
  'team:core',
  'ada@acme.test',
])('%s is not the address of a principal', (text) => expect(parsePrincipalAddress(text)).toBeNull());

test.each([
  ['redox/**', true],
  ['aion/account/a%7Cb*', true],
  ['aion/account/50%off', false],
  ['aion/account/%E2*', false],
  ['aion/account/\ud800', false],
])('whether %s can be read as a glob: %s', (glob, readable) => expect(isAddressGlob(glob)).toBe(readable));
