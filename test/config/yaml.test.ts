import { expect, test } from 'vitest';
import { readYaml } from '../../src/config/yaml-reader.js';

const keysOf = (value: unknown) => (typeof value === 'object' && value !== null ? Object.keys(value) : []);
const read = (text: string) => readYaml('a.yaml', new TextEncoder().encode(text));
const codes = (text: string) =>
  read(text).diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`);

test('every value and key has its line and column, through folds, comments and line ends', () => {
  const [document] = read(
    '# top\r\na:\r\n  - x\r\n  - { k: v }\r\n"b c": >\r\n  folded\r\n  text\r\n',
  ).documents;
  expect(document?.positionOf(['a', 0])).toEqual({ line: 3, column: 5 });
  expect(document?.positionOf(['a', 1, 'k'])).toEqual({ line: 4, column: 10 });
  expect(document?.keyPositionOf(['a', 1, 'k'])).toEqual({ line: 4, column: 7 });
  expect(document?.keyPositionOf(['b c'])).toEqual({ line: 5, column: 1 });
  expect(document?.value).toEqual({ a: ['x', { k: 'v' }], 'b c': 'folded text\n' });
});

test('a value that is not there has the position of its container', () => {
  const [document] = read('x: 1\na:\n  b: {}\n').documents;
  expect(document?.positionOf(['a', 'b', 'missing'])).toEqual({ line: 3, column: 6 });
});

test('positions go on over documents, and empty documents are skipped', () => {
  const { documents, diagnostics } = read('---\n---\na: 1\n---\n# nothing\n---\nb: 2\n...\n');
  expect(diagnostics).toEqual([]);
  expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { b: 2 }]);
  expect(documents[1]?.positionOf(['b'])).toEqual({ line: 7, column: 4 });
});

test('dates stay texts, and numbers are told as written', () => {
  const [document] = read('until: 2027-01-31\nid: 0x10\nno: no\n').documents;
  expect(document?.value).toEqual({ until: '2027-01-31', id: 16, no: 'no' });
  expect(document?.writtenAs(['id'])).toBe('0x10');
});

test('keys of the prototype are plain keys', () => {
  const [document] = read('__proto__: { polluted: true }\nconstructor: 1\n').documents;
  expect(keysOf(document?.value)).toEqual(['__proto__', 'constructor']);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('a directive cannot bring back YAML 1.1, its types or merge keys', () => {
  const { documents, diagnostics } = read('%YAML 1.1\n---\na: yes\nb: 2027-01-31\n');
  expect(diagnostics).toEqual([]);
  expect(documents[0]?.value).toEqual({ a: 'yes', b: '2027-01-31' });
});

test('<< is refused as a merge key, and a key like any other in quotes', () => {
  expect(codes('a: 1\n<<: { b: 2 }\n')).toEqual(['yaml-key 2:1']);
  const { documents, diagnostics } = read('"<<": 1\n\'b\': 2\n');
  expect(diagnostics).toEqual([]);
  expect(documents[0]?.value).toEqual({ '<<': 1, b: 2 });
});

test('an alias gives what its anchor holds, which an alias inside the anchor cannot', () => {
  expect(read('a: &x [1, 2]\nb: *x\n').documents[0]?.value).toEqual({ a: [1, 2], b: [1, 2] });
  expect(codes('a: &x [*x]\n')).toEqual(['yaml-alias 1:8']);
});

test('aliases that multiply are cut off, told once', () => {
  const levels = Array.from(
    { length: 20 },
    (_, n) =>
      `k${n}: &k${n} [${
        n === 0
          ? 'x'
          : Array(10)
              .fill(`*k${n - 1}`)
              .join(', ')
      }]`,
  );
  expect(read(levels.join('\n')).diagnostics.map(({ code }) => code)).toEqual(['yaml-alias']);
});

test.each([
  ['flow lists', '['.repeat(100_000)],
  ['flow mappings', '{a: '.repeat(100_000)],
  ['block lists', '- '.repeat(100_000)],
  ['block mappings', Array.from({ length: 500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
])('deeply nested %s are refused before anything recurses into them', (_, text) => {
  expect(read(text).diagnostics.map(({ code }) => code)).toEqual(['yaml-depth']);
});

test('a mapping of many keys is read in a time that grows with its size', () => {
  const text = Array.from({ length: 20_000 }, (_, n) => `k${n}: ${n}`).join('\n');
  expect(keysOf(read(text).documents[0]?.value)).toHaveLength(20_000);
});

test.each([
  ['zero bytes', Uint8Array.of(97, 0, 98)],
  ['Latin-1', Uint8Array.of(0x6e, 0x61, 0xef, 0x76, 0x65)],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0x00)],
])('%s are no text', (_, bytes) => {
  expect(readYaml('a.yaml', bytes)).toMatchObject({
    documents: [],
    diagnostics: [{ code: 'file-refused', line: 1 }],
  });
});

test.each([
  ['little', Uint8Array.of(0xff, 0xfe, 0x61, 0x00)],
  ['big', Uint8Array.of(0xfe, 0xff, 0x00, 0x61)],
])('UTF-16 (%s endian) is called so, as Windows PowerShell writes it', (_, bytes) => {
  expect(readYaml('a.yaml', bytes).diagnostics.map(({ message }) => message)).toEqual([
    '"a.yaml" cannot be used: it is UTF-16, as > writes it in Windows PowerShell: save it as UTF-8.',
  ]);
});

test('a file that is too large is not parsed', () => {
  const { diagnostics } = readYaml('a.yaml', new Uint8Array(16 * 1024 * 1024 + 1).fill(0x20));
  expect(diagnostics).toMatchObject([{ code: 'file-refused' }]);
});

test('what is wrong with the syntax is told without repeating the text', () => {
  for (const text of [
    'a: "hunter2',
    'a: hunter2: x',
    'token: "\\xhunter2"',
    '@hunter2',
    'a: [b] hunter2',
    '%hunter2\n---\n',
    'a: | hunter2\n',
  ]) {
    const { diagnostics } = read(text);
    expect(diagnostics).not.toEqual([]);
    expect(JSON.stringify(diagnostics)).not.toContain('hunter2');
  }
});

const told = (text: string) =>
  read(text).diagnostics.map(({ message, line, column }) => `${line}:${column} ${message}`);

test.each<[string, string, string, RegExp]>([
  ['tabs', 'organization: "1"\nroles:\n\towner:\n\t\t- ada\n\tadmin:\n\t\t- bob\n', '3:1', /tab/],
  ['a tab among spaces', 'roles:\n  owner:\n    - ada\n  \t- bob\n', '4:3', /tab/],
  ['tabs in two documents', 'roles:\n\ta: [b]\n---\nroles:\n\ta: [b]\n', '2:1', /tab/],
  ['a tab in a list', 'roles:\n  owner:\n\t- ada\n\t- bob\n', '3:1', /tab/],
  [
    'an item too far left',
    'roles:\n  owner:\n    - ada\n   - olu\n   - wei\n',
    '4:4',
    /not indented like the lines before it/,
  ],
  [
    'an item too far right',
    'roles:\n  owner:\n    - ada\n      - olu\n',
    '4:7',
    /part of the text above it: indent all items of the list alike/,
  ],
  [
    'a list left of its key',
    'roles:\n  owner:\n- ada\n- bob\n',
    '3:1',
    /not indented like the lines before it/,
  ],
  [
    'roles beside roles',
    'organization: "1"\nroles:\nowner:\n  - a\nadmin:\n  - b\n',
    '3:1',
    /stands beside "roles"/,
  ],
  [
    'roles beside roles, the first of them without holders yet',
    'organization: "1"\nroles:\nowner:\nadmin:\n  - b\n',
    '3:1',
    /stands beside "roles"/,
  ],
  [
    'roles beside roles, the first of them an alias',
    'organization: "1"\nroles:\nowner: *all\nadmin:\n  - b\n',
    '3:1',
    /stands beside "roles"/,
  ],
  ['people beside people', 'people:\nada: { name: Ada }\nteams: {}\n', '2:1', /stands beside "people"/],
  [
    'a list of maps',
    'roles:\n  owner:\n    - ada\n   - user: olu\n',
    '4:4',
    /not indented like the lines before it/,
  ],
  [
    'a key at another column',
    'roles:\n    owner:\n      - a\n  admin:\n      - b\n',
    '4:3',
    /not indented like the lines beside it/,
  ],
  [
    'a missing ---',
    'organization: "1"\nroles:\n  owner: [a]\nenvironment: e\norganization: "1"\nroles:\n  engineer: [a]\n',
    '4:1',
    /A line --- seems to be missing before this one: "organization" and "roles" are written twice/,
  ],
  [
    'a missing --- between other heads',
    'organization: "1"\nroles: { owner: [a] }\naccount: orbit\nroles: { x: [a] }\n',
    '3:1',
    /A line --- seems to be missing before this one: "roles" is written twice/,
  ],
  [
    'a merge conflict',
    'organization: "1"\n<<<<<<< HEAD\nroles: { a: [x] }\n=======\nroles: { b: [y] }\n>>>>>>> b\n',
    '2:1',
    /unresolved merge conflict/,
  ],
  ['a text that is not closed', 'organization: "1\nroles:\n  owner: [a]\n', '1:15', /is not closed: add "/],
  ['a quote that is not closed', "a: b\nname: 'it\n", '2:7', /add '/],
  ['a list that is not closed', 'roles:\n  owner: [a@b.c\n  admin: [x]\n', '2:10', /add \]/],
  ['a mapping that is not closed', 'roles:\n  owner: [{ user: a ]\n', '2:11', /add \}/],
  ['a key without its colon', 'a: "1"\nroles\n  owner: [a]\n', '2:1', /add the colon, or the space after it/],
  ['a colon without its space', 'organization:"1"\nroles:\n  owner: [a]\n', '1:1', /the space after it/],
  ['a colon in a text', 'a: { b: 1 }\nreason: INC: 42\n', '2:9', /in quotes if the colon is a part of it/],
  ['a mark at the start of a text', 'owner:\n  - @ada\n', '2:5', /put the text in quotes/],
  ['a bracket too many', 'owner: [a]]\n', '1:11', /check the quotes, brackets/],
  ['a mark that was left', 'organization: "1"\nroles: {}\n>>>>>>> b\n', '3:1', /unresolved merge conflict/],
])('the cause is told first and alone: %s', (_, text, position, words) => {
  const [first, ...more] = told(text);
  expect(first).toMatch(words);
  expect(first?.split(' ')[0]).toBe(position);
  expect(more).toEqual([]);
});

test('each unresolved block of a merge is told once', () => {
  const block = '<<<<<<< a\nx: 1\n||||||| base\nx: 0\n=======\nx: 2\n>>>>>>> b\n';
  expect(codes(`${block}y: 1\n${block}`)).toEqual(['yaml-syntax 1:1', 'yaml-syntax 9:1']);
});

test('what only looks like a mistake is read', () => {
  for (const text of [
    'a:\n  - long text\n    goes on -here\n',
    'a: |\n  - x\n   - y\n',
    'a: "x\n  - y"\n',
    'a: |\n  <<<<<<< x\n  =======\n',
    'a:\n  - x # ======= y\n',
    'roles:\norganization: "1"\n',
  ])
    expect(told(text)).toEqual([]);
});

test('a key that is written twice in one document is told as before', () => {
  expect(told('roles:\n  a: [x]\nroles:\n  b: [x]\n')).toEqual([
    '3:1 The key "roles" is written twice, first at a.yaml:1: keep one.',
  ]);
});
