import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameIn } from '../../src/model/principal.js';
import { type NamedUser, personKey } from '../../src/model/person-key.js';
import { anyCharacter } from '../any-character.js';

const user = (name: string | null, email: string | null = null, id = '7'): NamedUser => ({ name, email, id });
const free = (): boolean => false;

describe('a key', () => {
  test.each([
    ['Ada Lovelace', 'ada-lovelace'],
    ['  Ada   LOVELACE ', 'ada-lovelace'],
    ['José Ñáñez', 'jose-nanez'],
    ['Søren Ødegård', 'soren-odegard'],
    ['Łukasz Weiß', 'lukasz-weiss'],
    ["Conan O'Brien", 'conan-obrien'],
    ['Lovelace, Ada (she/her)', 'lovelace-ada-she-her'],
    ['user:3363', 'user-3363'],
    ['team:core', 'team-core'],
    ['\u202Eada\u202C', 'ada'],
    ['<script>alert(1)</script>', 'script-alert-1-script'],
    ['ada\nlovelace: {}', 'ada-lovelace'],
    ['R2 D2', 'r2-d2'],
    ['null', 'null'],
  ])('of the name %j is %j', (name, key) => {
    expect(personKey(user(name), free)).toBe(key);
  });

  test.each([
    [null, 'a-lovelace'],
    ['', 'a-lovelace'],
    ['🙂', 'a-lovelace'],
    ['12345', 'a-lovelace'],
    ['山田 太郎', 'a-lovelace'],
    ['Мария', 'a-lovelace'],
    ['Maria Склодовская', 'a-lovelace'],
  ])('comes from the e-mail where the name is %j', (name, key) => {
    expect(personKey(user(name, 'a.lovelace@acme.test'), free)).toBe(key);
  });

  test.each([
    ['ada.lovelace', 'ada-lovelace'],
    ['3363', 'user-3363'],
    ['山田', 'user'],
    ['..', 'user'],
  ])('comes from the id %j where neither name nor e-mail gives one', (id, key) => {
    expect(personKey(user('山田', '山田@acme.test', id), free)).toBe(key);
  });

  test('has a number only where it is taken', () => {
    const taken = new Set(['john-smith', 'john-smith-2']);
    expect(personKey(user('John Smith'), (key) => taken.has(key))).toBe('john-smith-3');
  });

  test('is cut between words where the name is long', () => {
    const key = personKey(user(`${'very '.repeat(40)}long`), free);
    expect(key.length).toBeLessThanOrEqual(60);
    expect(key.endsWith('very')).toBe(true);
    expect(personKey(user('x'.repeat(500)), free)).toHaveLength(60);
  });

  test('is a plain name of small letters, digits and hyphens, whatever people are called', () => {
    const any = fc.option(fc.string({ unit: anyCharacter, maxLength: 80 }));
    fc.assert(
      fc.property(any, any, fc.string({ unit: anyCharacter, minLength: 1 }), (name, email, id) => {
        const key = personKey({ name, email, id }, free);
        expect(key).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
        expect(nameIn(key).kind).toBe('name');
      }),
    );
  });
});
