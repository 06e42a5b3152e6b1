import { parseAllDocuments } from 'yaml';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { yamlOptions } from '../../src/config/yaml-reader.js';
import { editedText, openFile } from '../../src/editing/file.js';
import type { MapEdit } from '../../src/editing/map-change.js';
import { editMap } from '../../src/editing/map-edits.js';
import type { NewValue } from '../../src/editing/new-values.js';

/** The text after edits; the anchor or path in the way where there are none. */
function edited(text: string, ...edits: readonly MapEdit[]): string {
  const file = openFile(text);
  const result = editMap(file, edits);
  if (result.kind === 'stuck') return `stuck: ${result.anchor ?? result.path.join('.')}`;
  return editedText(file, result.splices);
}

const plain = (text: string): NewValue => ({ kind: 'scalar', text, isYaml: true });
const words = (text: string, comment?: string): NewValue =>
  comment === undefined ? { kind: 'scalar', text } : { kind: 'scalar', text, comment };
const set = (path: string, value: NewValue): MapEdit => ({ path: steps(path), value });
const drop = (path: string): MapEdit => ({ path: steps(path), value: null });

function steps(path: string): [string, ...string[]] {
  const [first = '', ...rest] = path.split('.');
  return [first, ...rest];
}

const leaves = (key: string): MapEdit => set(`people.${key}.leaves`, plain('2027-06-30'));
const zoe: NewValue = {
  kind: 'map',
  pairs: [
    ['name', words('Zoe: Ash')],
    ['redox', words('user:3363', 'zoe@acme.test')],
  ],
};

describe('a key that is set', () => {
  test.each([
    [
      'in a block',
      'people:\n  ada:\n    name: Ada # her\n\nteams: {}\n',
      'people:\n  ada:\n    name: Ada # her\n    leaves: 2027-06-30\n\nteams: {}\n',
    ],
    [
      'between braces',
      'people:\n  ada: { name: Ada } # her\n',
      'people:\n  ada: { name: Ada, leaves: 2027-06-30 } # her\n',
    ],
    [
      'before a comma at the end',
      'people:\n  ada: { name: Ada, } # her\n',
      'people:\n  ada: { name: Ada, leaves: 2027-06-30, } # her\n',
    ],
    [
      'between braces on several lines',
      'people:\n  ada: {\n    name: Ada, # her\n    redox: a@b # mail\n  }\n',
      'people:\n  ada: {\n    name: Ada, # her\n    redox: a@b, # mail\n    leaves: 2027-06-30\n  }\n',
    ],
    ['of an empty map', 'people:\n  ada: {} # her\n', 'people:\n  ada: # her\n    leaves: 2027-06-30\n'],
    [
      'of nothing',
      'people:\n  ada: # her\n    # more\nteams: {}\n',
      'people:\n  ada: # her\n    # more\n    leaves: 2027-06-30\nteams: {}\n',
    ],
    ['of null', 'people:\n  ada: ~\n', 'people:\n  ada:\n    leaves: 2027-06-30\n'],
    [
      'anew',
      'people:\n  ada: { leaves: 2026-01-01 } # her\n',
      'people:\n  ada: { leaves: 2027-06-30 } # her\n',
    ],
    [
      'in its quotes',
      "people:\n  ada:\n    leaves: '2026-01-01' # her\n",
      'people:\n  ada:\n    leaves: 2027-06-30 # her\n',
    ],
    [
      'without a final newline',
      'people:\n  ada:\n    name: Ada',
      'people:\n  ada:\n    name: Ada\n    leaves: 2027-06-30',
    ],
    [
      'with a byte order mark and CRLF',
      '\uFEFFpeople:\r\n  ada:\r\n    name: Ada\r\n',
      '\uFEFFpeople:\r\n  ada:\r\n    name: Ada\r\n    leaves: 2027-06-30\r\n',
    ],
    ['in an empty file', '', 'people:\n  ada:\n    leaves: 2027-06-30\n'],
    ['in a file of comments', '# nobody\n', '# nobody\npeople:\n  ada:\n    leaves: 2027-06-30\n'],
    [
      'below a quoted key',
      'people:\n  "ada": { name: Ada }\n',
      'people:\n  "ada": { name: Ada, leaves: 2027-06-30 }\n',
    ],
    [
      'between empty braces in braces',
      'people: { ada: {}, bob: { name: Bob } }\n',
      'people: { ada: { leaves: 2027-06-30 }, bob: { name: Bob } }\n',
    ],
    [
      'that is quoted in braces',
      'people: { ada: { leaves: "2026-01-01", redox: a@b } }\n',
      'people: { ada: { leaves: 2027-06-30, redox: a@b } }\n',
    ],
    ['of a key alone in braces', 'people: { ada }\n', 'people: { ada: { leaves: 2027-06-30 } }\n'],
    [
      'beside an anchor',
      'people:\n  ada: &ada\n    name: Ada\n',
      'people:\n  ada: &ada\n    name: Ada\n    leaves: 2027-06-30\n',
    ],
    [
      'instead of a block scalar',
      'people:\n  ada:\n    leaves: |\n      soon\n    name: Ada\n',
      'people:\n  ada:\n    leaves: 2027-06-30\n    name: Ada\n',
    ],
  ])('%s leaves the rest alone', (_, text, after) => {
    expect(edited(text, leaves('ada'))).toBe(after);
  });

  test('is refused where an alias shares the map, and names the anchor', () => {
    const text = 'people:\n  ada: &x { name: Ada }\n  bob: *x\n';
    expect(edited(text, leaves('ada'))).toBe('stuck: x');
    expect(edited(text, leaves('bob'))).toBe('stuck: x');
    expect(edited('people:\n  ada: hello\n', leaves('ada'))).toBe('stuck: people.ada');
  });

  test('replaces an alias of a text at its own place', () => {
    const text = 'people:\n  ada: { name: &n Ada, redox: a@b }\n  bob: { name: *n, redox: b@b }\n';
    expect(edited(text, set('people.bob.name', words('Bob')))).toBe(text.replace('*n', 'Bob'));
    expect(edited(text, set('people.ada.name', words('Eve')))).toBe('stuck: n');
  });

  test('makes the maps on its way, in the layout of those beside them', () => {
    const option = set('providers.redox.options.environmentPath', words('environment'));
    expect(edited('version: 1\n', option)).toBe(
      'version: 1\nproviders:\n  redox:\n    options:\n      environmentPath: environment\n',
    );
    expect(edited('providers:\n    redox: { url: x }\n', option)).toBe(
      'providers:\n    redox: { url: x, options: { environmentPath: environment } }\n',
    );
    expect(edited('providers:\n  redox:\n    auth: { a: b }\n', option)).toBe(
      'providers:\n  redox:\n    auth: { a: b }\n    options: { environmentPath: environment }\n',
    );
  });

  test('goes after the key that is named, to its sorted place, or to the end', () => {
    const people: MapEdit = { path: ['people'], value: words('people.yaml'), place: { after: 'access' } };
    expect(edited('version: 1\naccess: [a]\n# how\nprune: false\n', people)).toBe(
      'version: 1\naccess: [a]\npeople: people.yaml\n# how\nprune: false\n',
    );
    const text = 'people:\n  ada: { name: Ada }\n  # the last\n  zoey: { name: Zoey }\n';
    expect(edited(text, { path: ['people', 'zoe'], value: zoe, place: 'sorted' })).toBe(
      'people:\n  ada: { name: Ada }\n  zoe: { name: "Zoe: Ash", redox: user:3363 } # zoe@acme.test\n  # the last\n  zoey: { name: Zoey }\n',
    );
    expect(
      edited('people:\n  ada:\n    name: Ada\n\n  bob:\n    name: Bob\n', {
        path: ['people', 'zoe'],
        value: zoe,
      }),
    ).toBe(
      'people:\n  ada:\n    name: Ada\n\n  bob:\n    name: Bob\n\n  zoe:\n    name: "Zoe: Ash"\n    redox: user:3363 # zoe@acme.test\n',
    );
  });
});

describe('a key that is deleted', () => {
  test.each([
    ['behind a question mark', 'a:\n  ? b\n  : 1\n  ? c\n  : 2\n', 'a:\n  ? c\n  : 2\n'],
    ['with its line', 'a:\n  b: 1 # x\n  c: 2\n', 'a:\n  c: 2\n'],
    ['between braces', 'a: { b: 1, c: 2 }\n', 'a: { c: 2 }\n'],
    ['at the end of braces', 'a: { c: 2, b: 1 }\n', 'a: { c: 2 }\n'],
    ['as the last of a block', 'a:\n  b: 1\n# end\n', 'a: {}\n# end\n'],
    ['as the last between braces', 'a: { b: 1 } # x\n', 'a: {} # x\n'],
    ['with all that it holds', 'a:\n  b:\n    - 1\n    - 2 # two\n  # c\n  c: 2\n', 'a:\n  # c\n  c: 2\n'],
  ])('goes %s', (_, text, after) => {
    expect(edited(text, drop('a.b'))).toBe(after);
  });

  test('is no edit where it is not there', () => {
    expect(edited('a: { c: 2 }\n', drop('a.b'))).toBe('a: { c: 2 }\n');
    expect(edited('', drop('a.b'))).toBe('');
  });
});

interface JsonMap {
  readonly [key: string]: Json;
}
type Json = string | null | JsonMap | readonly string[];

const isList = (value: Json): value is readonly string[] => Array.isArray(value);

const key = fc.constantFrom('a', 'b', 'c d', 'true', '1', '#', 'é', 'x: y');
const text = fc.constantFrom('one', '2', 'null', '', '- x', 'a #b', 'it"s', 'é{', '2027-01-31');
const json = fc.letrec<{ value: Json; map: Json }>((tie) => ({
  value: fc.oneof(
    { weight: 3, arbitrary: text },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.array(text, { maxLength: 3 }) },
    { weight: 2, arbitrary: tie('map') },
  ),
  map: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
}));

/** A document as somebody may have written it: blocks or braces, comments everywhere. */
function written(value: Json, styles: readonly number[], indent: number, at = { index: 0 }): string {
  const style = styles[at.index++ % styles.length] ?? 0;
  const q = (each: string): string => JSON.stringify(each);
  if (value === null) return style % 2 === 0 ? '' : ' ~';
  if (typeof value === 'string') return ` ${q(value)}`;
  const pad = ' '.repeat(indent);
  if (isList(value)) {
    if (value.length === 0 || style % 2 === 0) return ` [${value.map(q).join(', ')}]`;
    return value.map((each) => `\n${pad}- ${q(each)}${style > 4 ? ' # item' : ''}`).join('');
  }
  const pairs = Object.entries(value);
  if (pairs.length === 0) return style % 2 === 0 ? ' {}' : ' { }';
  if (style === 1) return ` ${flow(value, q)}`;
  if (style === 2)
    return ` {${pairs.map(([k, v]) => `\n${pad}${q(k)}: ${flow(v, q)}, # ${k}`).join('')}\n${pad}}`;
  return pairs
    .map(
      ([k, v]) =>
        `${style === 3 ? `\n${pad}# above` : ''}\n${pad}${q(k)}:${written(v, styles, indent + 2, at)}${style === 4 && typeof v === 'string' ? ' # beside' : ''}`,
    )
    .join('');
}

function flow(value: Json, q: (text: string) => string): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return q(value);
  if (isList(value)) return `[${value.map(q).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([k, v]) => `${q(k)}: ${flow(v, q)}`)
    .join(', ')}}`;
}

function newValue(value: Json): NewValue {
  if (value === null) return { kind: 'scalar', text: 'null', isYaml: true };
  if (typeof value === 'string') return { kind: 'scalar', text: value };
  if (isList(value)) return { kind: 'list', items: value.map((each) => ({ kind: 'scalar', text: each })) };
  return { kind: 'map', pairs: Object.entries(value).map(([k, v]) => [k, newValue(v)]) };
}

/** What the edit makes of plain data; null where a value that is no map is in the way. */
function expected(value: Json, [key, ...rest]: readonly string[], to: Json | undefined): Json | null {
  const map = value === null || (isList(value) && value.length === 0) ? {} : value;
  if (typeof map === 'string' || isList(map) || map === null) return null;
  if (key === undefined) return null;
  const old = Object.hasOwn(map, key) ? map[key] : undefined;
  if (rest.length === 0) {
    if (to !== undefined) return { ...map, [key]: to };
    return Object.fromEntries(Object.entries(map).filter(([each]) => each !== key));
  }
  if (to === undefined && (old === undefined || old === null || (isList(old) && old.length === 0)))
    return value;
  const inner = expected(old ?? null, rest, to);
  return inner === null ? null : { ...map, [key]: inner };
}

const dataOf = (source: string): unknown => {
  const [document] = parseAllDocuments(source, yamlOptions);
  expect(document?.errors ?? []).toEqual([]);
  return document?.toJS() ?? null;
};

test('an edit of any document changes this value, and no comment is lost that is not its own', () => {
  fc.assert(
    fc.property(
      json.map,
      fc.array(fc.nat(6), { minLength: 1, maxLength: 8 }),
      fc.array(key, { minLength: 1, maxLength: 3 }),
      fc.option(json.value, { nil: undefined }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (start, styles, path, to, eol, isOpen) => {
        const before =
          `# top\n${written(start, styles, 0).replace(/^ ?\n?/u, '')}${isOpen ? '' : '\n'}`.replaceAll(
            '\n',
            eol,
          );
        expect(dataOf(before)).toEqual(Object.keys(start as object).length === 0 ? {} : start);
        const [first = '', ...rest] = path;
        const after = edited(before, {
          path: [first, ...rest],
          value: to === undefined ? null : newValue(to),
        });
        const wanted = expected(start, path, to);
        expect(after.startsWith('stuck')).toBe(wanted === null);
        expect(wanted === null ? null : (dataOf(after) ?? {})).toEqual(wanted);
        expect(eol === '\n' ? '' : after.replaceAll('\r\n', '')).not.toContain('\n');
        const isNew = to !== undefined && wanted !== null && expected(start, path, undefined) === start;
        expect(isNew ? missing(before, after) : []).toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});

/** The comments that are in one text and not in the other. */
function missing(before: string, after: string): readonly string[] {
  const left: string[] = [...(after.match(/# \S+/gu) ?? [])];
  return (before.match(/# \S+/gu) ?? []).filter((each) => {
    const index = left.indexOf(each);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}
