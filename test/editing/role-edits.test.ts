import { expect, test } from 'vitest';
import { documentAt, editedText, openFile } from '../../src/editing/file.js';
import { editRoles, type RoleEdit } from '../../src/editing/role-edits.js';

/** The text after edits of its first document; roles are found by their very name. */
function edited(text: string, edits: readonly RoleEdit[]): string | null {
  const file = openFile(text);
  const document = documentAt(file, at(1, 1));
  if (document === null) throw new Error('no document');
  const splices = editRoles(file, document, edits, (role, written) => (written.includes(role) ? role : null));
  return splices === null ? null : editedText(file, splices);
}

const at = (line: number, column: number) => ({ file: 'access/a.yaml', line, column });
const ada = { text: 'ada', comment: 'Ada Lovelace' };

test('an entry comes at its sorted position, and a new role after the others', () => {
  const text = 'account: orbit\nroles:\n  admin:\n    - zoe # stays\n';
  const edits: readonly RoleEdit[] = [
    { kind: 'add', role: 'admin', name: ada, status: 'active' },
    { kind: 'add', role: 'viewer', name: ada, status: 'inactive' },
  ];
  expect(edited(text, edits)).toBe(
    'account: orbit\nroles:\n  admin:\n    - ada # Ada Lovelace\n    - zoe # stays\n  viewer:\n    - { user: ada, status: inactive } # Ada Lovelace\n',
  );
});

test('an entry that moves keeps its keys, and its empty list stays named', () => {
  const text =
    'account: orbit\nroles:\n  admin:\n    - { user: ada, until: 2027-01-31 } # on call\n  viewer: [zoe]\n';
  const edits: readonly RoleEdit[] = [{ kind: 'move', role: 'admin', source: at(4, 7), to: 'viewer' }];
  expect(edited(text, edits)).toBe(
    'account: orbit\nroles:\n  admin: []\n  viewer: [zoe, { user: ada, until: 2027-01-31 }]\n',
  );
});

test('the byte order mark and the line endings of a file stay', () => {
  const text = '\uFEFFaccount: orbit\r\nroles:\r\n  admin:\r\n    - ada\r\n    - zoe\r\n';
  const edits: readonly RoleEdit[] = [
    { kind: 'remove', role: 'admin', source: at(4, 7) },
    { kind: 'add', role: 'admin', name: { text: 'bob', comment: null }, status: 'active' },
  ];
  expect(edited(text, edits)).toBe(
    '\uFEFFaccount: orbit\r\nroles:\r\n  admin:\r\n    - bob\r\n    - zoe\r\n',
  );
});

test('roles that are not written out cannot be edited', () => {
  const edits: readonly RoleEdit[] = [{ kind: 'add', role: 'admin', name: ada, status: 'active' }];
  expect(edited('account: orbit\nroles: &none\n', edits)).toBeNull();
});
