import { array, assert, constant, constantFrom, nat, oneof, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainYaml } from '../../src/config/plain-yaml.js';
import { readAnyYaml } from '../../src/config/any-yaml.js';
import type { Path, YamlDocument } from '../../src/config/yaml-document.js';

/** Everything a document says: each path with its value (or kind), positions and how it is written. */
function toldBy(document: YamlDocument): readonly unknown[] {
  const told: unknown[] = [];
  const visit = (value: unknown, path: Path): void => {
    const isObject = typeof value === 'object' && value !== null;
    const kind = isObject ? (Array.isArray(value) ? 'list' : Object.keys(value)) : value;
    told.push([
      path,
      kind,
      document.positionOf(path),
      document.keyPositionOf(path),
      document.writtenAs(path),
    ]);
    if (!isObject) return;
    told.push([document.positionIn(value, 'missing'), document.keyPositionIn(value, 'missing')]);
    for (const [key, child] of Object.entries(value)) {
      visit(child, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  visit(document.value, []);
  return told;
}

/** Whether the text is plain; where it is, the YAML library must say the same of it. */
function agrees(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === null) return false;
  const { documents, diagnostics } = readAnyYaml('a.yaml', text);
  expect(diagnostics).toEqual([]);
  expect(plain.map(toldBy)).toEqual(documents.map(toldBy));
  return true;
}

const access = `# who may
organization: "1024"
name: Acme Health, Inc. (since 1999)
prune: true
version: 1

roles:
  owner:
    - ada@acme.test # the first
    - user:3363
  # the others
  admin:
  - team:platform
  - { user: alan@acme.test, until: 2027-01-31, reason: INC-4211 }
  "support desk":
    - user: lin
      status: inactive
    - {user: zoë, from: 2026-01-01T00:00:00Z}
  member: []
---
project: apollo
account: orbit
roles:
  project_reader: [ada, group:data-science, "x y"]
`;

describe('reading plain YAML', () => {
  test('takes what access files are made of', () => {
    expect(agrees(access)).toBe(true);
    expect(agrees('people:\n  ada: { name: Ada, aion: { orbit: ada.l } }\nteams:\n  core: [ada]\n')).toBe(
      true,
    );
  });

  test.each([
    ['a number with zeros before it', 'a: 0123\n'],
    ['a number with an exponent', 'a: 12e03\n'],
    ['a null', 'a: null\n'],
    ['nothing', 'a:\n'],
    ['an alias', 'a: &x [b]\nc: *x\n'],
    ['a tag', 'a: !!str b\n'],
    ['a block of text', 'a: |\n  b\n'],
    ['a text over two lines', 'a: b\n  c\n'],
    ['a key written twice', 'a: b\na: c\n'],
    ['a tab', 'a:\n\t- b\n'],
    ['an escape', 'a: "\\u0041"\n'],
    ['a line end of two characters', 'a: b\r\n'],
    ['a directive', '%YAML 1.2\n---\na: b\n'],
    ['a key without a value in a flow', 'a: { b }\n'],
    ['an unindented value', 'a:\nb\n'],
    ['nothing at all', ''],
  ])('leaves %s to the library', (_, text) => {
    expect(readPlainYaml(text)).toBeNull();
  });

  const pieces: readonly string[] = [
    'a',
    'b',
    'key',
    'user',
    'x y',
    '"q"',
    "'s'",
    '1',
    '12',
    '007',
    '0x1',
    '1e3',
    'true',
    'True',
    'null',
    '~',
    'é',

    ':',
    ': ',
    '- ',
    '-',
    ' ',
    '  ',
    '    ',
    '\n',
    '\n  ',
    '\n- ',
    '\n  - ',
    '#',
    ' # c',
    '{',
    '}',
    '[',
    ']',

    ', ',
    ',',
    '---\n',
    '\n---\n',
    '...\n',
    '|',
    '>',
    '&a',
    '*a',
    '!t',
    '?',
    '? ',
    '%',
    '\t',
    '\r\n',
    '{ }',

    '2027-01-31',
    'a@b.test',
    'user:1',
    'a: b\n',
    '  - c\n',
    'k: v',
    '{ a: b }',
    '[a, b]',
    '\u2028',
    '.5',
  ];
  const piece = constantFrom(...pieces);

  test('says what the library says of whatever it takes', () => {
    const soup = array(piece, { maxLength: 14 }).map((chosen) => chosen.join(''));
    assert(
      property(soup, (text) => {
        expect(() => agrees(text)).not.toThrow();
      }),
      { numRuns: 3000 },
    );
  });

  test('says what the library says of files that were changed anywhere', () => {
    const edit = tuple(nat(access.length), nat(6), oneof(piece, constant('')));
    const edited = array(edit, { minLength: 1, maxLength: 3 }).map((edits) => {
      let text = access;
      for (const [at, length, put] of edits) text = text.slice(0, at) + put + text.slice(at + length);
      return text;
    });
    assert(
      property(edited, (text) => {
        expect(() => agrees(text)).not.toThrow();
      }),
      { numRuns: 400 },
    );
  });
});
