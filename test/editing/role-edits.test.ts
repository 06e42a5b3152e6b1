import { describe, expect, test } from 'vitest';
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

test('an entry that moves keeps its keys and comment, and its empty list stays named', () => {
  const text =
    'account: orbit\nroles:\n  admin:\n    - { user: ada, until: 2027-01-31 } # on call\n  viewer: [zoe]\n';
  const edits: readonly RoleEdit[] = [{ kind: 'move', role: 'admin', source: at(4, 7), to: 'viewer' }];
  expect(edited(text, edits)).toBe(
    'account: orbit\nroles:\n  admin: []\n  viewer: [zoe, { user: ada, until: 2027-01-31 }] # on call\n',
  );
});

test('an entry comes below the comments between the brackets of an empty list', () => {
  const edits: readonly RoleEdit[] = [{ kind: 'add', role: 'admin', name: ada, status: 'active' }];
  expect(edited('account: orbit\nroles:\n  admin: [\n      # none yet\n    ] # list\n', edits)).toBe(
    'account: orbit\nroles:\n  admin: [\n      # none yet\n      ada\n    ] # list\n',
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

describe('an entry whose term changes', () => {
  const until = { until: '2027-01-31' };
  test.each([
    ['as text in a block', '    - ada # her\n', '    - { user: ada, until: 2027-01-31 } # her\n'],
    ['in quotes', "    - 'ada@acme.test'\n", '    - { user: ada@acme.test, until: 2027-01-31 }\n'],
    ['that names a team', '    - team:core\n', '    - { team: core, until: 2027-01-31 }\n'],
    ['that names an id', '    - user:33\n', '    - { user: user:33, until: 2027-01-31 }\n'],
    [
      'as a map in braces',
      '    - { user: ada, reason: x } # her\n',
      '    - { user: ada, reason: x, until: 2027-01-31 } # her\n',
    ],
    [
      'that has one',
      '    - { until: 2026-01-01, user: ada } # her\n',
      '    - { until: 2027-01-31, user: ada } # her\n',
    ],
    [
      'as a block',
      '    - user: ada # her\n      reason: x # why\n    # next\n',
      '    - user: ada # her\n      reason: x # why\n      until: 2027-01-31\n    # next\n',
    ],
    [
      'as a block that has one',
      '    - until: 2026-01-01 # soon\n      user: ada # her\n',
      '    - until: 2027-01-31 # soon\n      user: ada # her\n',
    ],
    [
      'as the first of aliases',
      '    - &a ada # her\n  viewer: [*a]\n  auditor:\n    - *a\n',
      '    - { user: ada, until: 2027-01-31 } # her\n  viewer: [&a ada]\n  auditor:\n    - *a\n',
    ],
    [
      'as the map of aliases',
      '    - &a { user: ada, status: inactive }\n  viewer: [*a]\n',
      '    - { user: ada, until: 2027-01-31, status: inactive }\n  viewer: [&a { user: ada, status: inactive }]\n',
    ],
    [
      'as the block of aliases',
      '    - &a\n      user: ada\n      reason: x\n    - bob\n  viewer: [*a]\n',
      '    - { user: ada, until: 2027-01-31, reason: x }\n    - bob\n  viewer: [&a { user: ada, reason: x }]\n',
    ],
  ])('%s keeps all else', (_, list, after) => {
    const head = 'account: orbit\nroles:\n  admin:\n';
    const column = /(?:&a\s+)?(?=[^\s&-])/u.exec(list.slice(6))?.[0].length ?? 0;
    const place = list.startsWith('    - &a\n') ? at(5, 7) : at(4, 7 + column);
    const change: RoleEdit = { kind: 'change', role: 'admin', source: place, change: until };
    expect(edited(head + list, [change])).toBe(head + after);
  });

  test('gets braces where it is a map without them in a list in brackets', () => {
    const head = 'account: orbit\nroles:\n  admin: ';
    const change: RoleEdit = { kind: 'change', role: 'admin', source: at(3, 16), change: until };
    expect(edited(`${head}[zoe, user: ada] # theirs\n`, [change])).toBe(
      `${head}[zoe, { user: ada, until: 2027-01-31 }] # theirs\n`,
    );
  });

  test('loses it, and is text again where it says no more than whom it names', () => {
    const text =
      'account: orbit\nroles:\n  admin:\n    - { user: ada, until: 2027-01-31 } # her\n    - user: bob\n      until: 2027-01-31\n  viewer: [{ team: core, until: 2027-01-31 }, { user: cy, from: 2026-01-01, until: 2027-01-31 }]\n';
    const never = { until: null };
    const edits: readonly RoleEdit[] = [
      { kind: 'change', role: 'admin', source: at(4, 7), change: never },
      { kind: 'change', role: 'admin', source: at(5, 7), change: never },
      { kind: 'change', role: 'viewer', source: at(7, 12), change: never },
      { kind: 'change', role: 'viewer', source: at(7, 47), change: never },
    ];
    expect(edited(text, edits)).toBe(
      'account: orbit\nroles:\n  admin:\n    - ada # her\n    - user: bob\n  viewer: [team:core, { user: cy, from: 2026-01-01 }]\n',
    );
  });

  test('moves and comes in with its keys', () => {
    const text = 'account: orbit\nroles:\n  admin:\n    - { user: ada, reason: old } # her\n  viewer: []\n';
    const edits: readonly RoleEdit[] = [
      { kind: 'move', role: 'admin', source: at(4, 7), to: 'viewer', change: { reason: null } },
      {
        kind: 'add',
        role: 'viewer',
        name: { text: 'team:core', comment: null },
        status: 'active',
        keys: until,
      },
    ];
    expect(edited(text, edits)).toBe(
      'account: orbit\nroles:\n  admin: []\n  viewer:\n    - ada # her\n    - { team: core, until: 2027-01-31 }\n',
    );
  });
});

test('a new role comes after the last, before the comments at the end', () => {
  const bob = { text: 'bob', comment: null };
  const add: RoleEdit = { kind: 'add', role: 'owner', name: bob, status: 'active' };
  const braces = 'account: orbit\nroles: {\n  admin: [ada], # her\n  # more\n}\n';
  expect(edited(braces, [add])).toBe(braces.replace('# her\n', '# her\n  owner: [bob],\n'));
  const block = 'account: orbit\nroles:\n  admin:\n    - ada\n\n  # more\n# end\n';
  expect(edited(block, [add])).toBe(block.replace('- ada\n', '- ada\n  owner:\n    - bob\n'));
});

test('roles whose names stand behind a question mark are edited as others are', () => {
  const text = 'account: orbit\nroles:\n  ? admin\n  : - ada # her\n    - zoe\n  ? viewer\n  : - ada\n';
  const bob = { text: 'bob', comment: null };
  expect(edited(text, [{ kind: 'add', role: 'admin', name: bob, status: 'active' }])).toBe(
    text.replace('    - zoe\n', '    - bob\n    - zoe\n'),
  );
  expect(edited(text, [{ kind: 'remove', role: 'admin', source: at(4, 7) }])).toBe(
    text.replace('- ada # her\n    - zoe', '- zoe'),
  );
  expect(edited(text, [{ kind: 'remove', role: 'viewer', source: at(7, 7) }])).toBe(
    text.replace('  : - ada\n', '  : []\n'),
  );
  expect(edited(text, [{ kind: 'add', role: 'owner', name: bob, status: 'active' }])).toBe(
    `${text}  owner:\n    - bob\n`,
  );
});

test('members of a team are edited as entries are', () => {
  const text = 'people: {}\nteams:\n  core:\n    - ada # her\n  all: [ada, "team:core"] # everyone\n';
  const file = openFile(text);
  const [document] = file.documents;
  const edits: readonly RoleEdit[] = [
    { kind: 'add', role: 'core', name: { text: 'bob', comment: null }, status: 'active' },
    { kind: 'remove', role: 'all', source: at(5, 9) },
  ];
  const find = (role: string, written: readonly string[]): string | null =>
    written.includes(role) ? role : null;
  const splices = document === undefined ? null : editRoles(file, document, edits, find, 'teams');
  expect(editedText(file, splices ?? [])).toBe(
    'people: {}\nteams:\n  core:\n    - ada # her\n    - bob\n  all: ["team:core"] # everyone\n',
  );
});
