import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  csvField,
  csvRecord,
  escapeHtml,
  visible,
  workflowMessage,
  workflowProperty,
} from '../../src/report/escape.js';
import { jsonText } from '../../src/report/json.js';
import { anyCharacter } from '../any-character.js';

/** Text of every kind of character, the dangerous ones often. */
const foreign = oneof(
  string({ unit: anyCharacter, maxLength: 40 }),
  string({
    unit: constantFrom(
      ...`|\\<>&"'[](){}!@#:/-=+%, \n\r\t_*a1\u001B\u202E\u2066\u200B`,
      '`',
      '\uD800',
      '\uDC00',
    ),
    maxLength: 30,
  }),
);
const UNSAFE = /(?![\uFE00-\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

describe('visible', () => {
  test.each([
    ['a\nb', String.raw`a\nb`],
    ['\u001B[31mred', String.raw`\x1b[31mred`],
    ['\u009B0m', String.raw`\x9b0m`],
    ['a\u202Eb', String.raw`a\u{202e}b`],
    ['a\u2066b\u2069', String.raw`a\u{2066}b\u{2069}`],
    ['a\u200Bb', String.raw`a\u{200b}b`],
    ['a\u2028b', String.raw`a\u{2028}b`],
    ['\uD800', String.raw`\u{d800}`],
    ['\u{E0041}', String.raw`\u{e0041}`],
    ['::error::x', String.raw`\x3a:error::x`],
    ['a ##[group]b', String.raw`a #\x23[group]b`],
    ['Ada Ünsal 漢字 👩 a::b', 'Ada Ünsal 漢字 👩 a::b'],
  ])('shows %j as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test('leaves nothing that a terminal obeys or an eye cannot see', () => {
    assert(
      property(foreign, (text) => {
        const shown = visible(text);
        expect(shown).not.toMatch(UNSAFE);
        expect(shown).not.toMatch(/^\s*::/u);
        expect(shown).not.toContain('##[');
      }),
    );
  });

  test('does not change what it has shown', () => {
    assert(
      property(foreign, (text) => {
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });
});

describe('jsonText', () => {
  test('holds the same data with nothing hidden in it', () => {
    assert(
      property(foreign, (text) => {
        const json = jsonText({ [text]: [text] });
        expect(JSON.parse(json)).toEqual({ [text]: [text] });
        expect(json.replaceAll('\n', '')).not.toMatch(UNSAFE);
      }),
    );
  });
});

describe('escapeHtml', () => {
  test('leaves no character that opens a tag, an entity or ends an attribute', () => {
    assert(
      property(foreign, (text) => {
        const html = escapeHtml(text);
        expect(html.replaceAll(/&(?:amp|lt|gt|quot|#39|#96);/gu, '')).not.toMatch(/[<>&"'`]/u);
      }),
    );
  });

  test('closes no element and no comment', () => {
    expect(escapeHtml('</details><!-- --><img src=x onerror="a">')).toBe(
      '&lt;/details&gt;&lt;!-- --&gt;&lt;img src=x onerror=&quot;a&quot;&gt;',
    );
  });
});

describe('workflow commands', () => {
  test('keep a message on one line', () => {
    expect(workflowMessage('50% of\nit')).toBe(String.raw`50%25 of\nit`);
  });

  test('keep a property from ending early', () => {
    expect(workflowProperty('a,line=1::b')).toBe('a%2Cline=1%3A%3Ab');
    assert(
      property(foreign, (text) => {
        expect(workflowProperty(text)).not.toMatch(/[\r\n:,]|%(?!25|2C|3A)/u);
      }),
    );
  });
});

describe('CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['a,"b"', '"a,""b"""'],
    ['plain', 'plain'],
  ])('writes %j as %j', (text, field) => {
    expect(csvField(text)).toBe(field);
  });

  test('starts no field with what a spreadsheet runs, and reads back as many fields as were written', () => {
    assert(
      property(array(foreign, { minLength: 1, maxLength: 4 }), (texts) => {
        const fields = readRecord(csvRecord(texts));
        expect(fields).toHaveLength(texts.length);
        for (const field of fields) expect(field).not.toMatch(/^\s*[=+\-@]/u);
      }),
    );
  });
});

function readRecord(record: string): string[] {
  expect(record.endsWith('\r\n')).toBe(true);
  const fields = [''];
  let quoted = false;
  for (const character of record.slice(0, -2).replaceAll('""', '\u0000')) {
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) fields.push('');
    else fields.push((fields.pop() ?? '') + character.replace('\u0000', '"'));
  }
  return fields;
}
