import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../src/model/change.js';
import { digestOf } from '../../src/planning/digest.js';
import { anyCharacter } from '../any-character.js';

const grant: Change = {
  action: 'grant',
  scope: 'redox/environment/é',
  principal: 'user:7',
  label: 'ada@acme.test',
  from: null,
  to: { role: 'on"call\n\u20ac', status: 'active' },
  source: { file: 'access/acme.yaml', line: 3, column: 7 },
  cause: null,
  term: null,
  risk: 'normal',
  blocked: null,
};
const revoke: Change = { ...grant, action: 'revoke', scope: 'aion/account/a', from: grant.to, to: null };

test('the digest of no changes is that of an empty array', () => {
  expect(digestOf([])).toBe(`sha256:${createHash('sha256').update('[]').digest('hex')}`);
});

test('the digest is the hash of the RFC 8785 JSON, written here by hand', () => {
  const json =
    '[{"action":"revoke","from":{"role":"on\\"call\\n€","status":"active"},"principal":"user:7","scope":"aion/account/a","to":null},' +
    '{"action":"grant","from":null,"principal":"user:7","scope":"redox/environment/é","to":{"role":"on\\"call\\n€","status":"active"}}]';
  expect(digestOf([grant, revoke])).toBe(`sha256:${createHash('sha256').update(json, 'utf8').digest('hex')}`);
});

test('any text is written as an RFC 8785 library writes it', () => {
  const text = string({ unit: anyCharacter, maxLength: 20 });
  assert(
    property(text, text, text, (principal, role, scope) => {
      const change: Change = { ...grant, principal, scope, to: { role, status: 'active' } };
      const { action, from, to } = change;
      const json = canonicalize([{ to, scope, principal, from, action }]) ?? '';
      expect(digestOf([change])).toBe(`sha256:${createHash('sha256').update(json, 'utf8').digest('hex')}`);
    }),
  );
});

test('the digest of many changes is that of the whole text', () => {
  const many = Array.from({ length: 300 }, (_, index): Change => ({ ...grant, principal: `user:${index}` }));
  const sorted = many.toSorted((a, b) => (a.principal < b.principal ? -1 : 1));
  const json = canonicalize(
    sorted.map(({ action, from, principal, scope, to }) => ({ action, from, principal, scope, to })),
  );
  expect(digestOf(many)).toBe(
    `sha256:${createHash('sha256')
      .update(json ?? '', 'utf8')
      .digest('hex')}`,
  );
});

test('the digest ignores order, blocked changes and everything that is not an effect', () => {
  const told: Change = {
    ...grant,
    label: 'other',
    source: null,
    cause: 'drift',
    term: 'started',
    risk: 'high',
    takesAlong: ['x'],
  };
  const blocked: Change = { ...grant, principal: 'user:8', blocked: 'no such user' };
  expect(digestOf([revoke, blocked, told])).toBe(digestOf([grant, revoke]));
});

test('null sorts before any role', () => {
  const change: Change = { ...grant, action: 'change', from: { role: '', status: 'active' } };
  const covered = [grant, change].map(
    ({ action, from, principal, scope, to }) =>
      `{"action":"${action}","from":${JSON.stringify(from)},"principal":"${principal}","scope":"${scope}","to":${JSON.stringify(to)}}`,
  );
  const hash = createHash('sha256')
    .update(`[${covered.join(',')}]`)
    .digest('hex');
  expect(digestOf([change, grant])).toBe(`sha256:${hash}`);
});

test('Redox roles are in lower case whether their spelling was seen or not, and Aion roles are as the API spells them', () => {
  const spelled = (scope: string, role: string): string =>
    digestOf([{ ...grant, scope, to: { role, status: 'active' } }]);
  const json =
    '[{"action":"grant","from":null,"principal":"user:7","scope":"redox/organization/1","to":{"role":"owner","status":"active"}}]';
  const lower = `sha256:${createHash('sha256').update(json).digest('hex')}`;
  expect(spelled('redox/organization/1', 'Owner')).toBe(lower);
  expect(spelled('redox/organization/1', 'owner')).toBe(lower);
  expect(spelled('aion/account/a', 'Owner')).not.toBe(spelled('aion/account/a', 'owner'));
});

test('changes are sorted by their roles in lower case', () => {
  const moves = ['b', 'A'].map(
    (role): Change => ({ ...revoke, scope: 'redox/environment/é', from: { role, status: 'active' } }),
  );
  const lower = moves.map((move) => ({
    ...move,
    from: { role: move.from?.role.toLowerCase() ?? '', status: 'active' as const },
  }));
  expect(digestOf(moves)).toBe(digestOf(lower.toReversed()));
});
