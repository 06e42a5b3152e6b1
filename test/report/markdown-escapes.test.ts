import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeHtml } from '../../src/report/escape.js';
import { markdownCell, markdownCode, markdownFence, markdownText } from '../../src/report/markdown.js';

const foreign = string({
  unit: constantFrom(
    ...`|\\<>&"'[]()!:/-_* a\n\u200B`,
    ...'`` ~~~ @ada #12 GH-12 abcdef1 1. word http://x.test www.x.test </details> --> `'.split(' '),
  ),
  maxLength: 20,
});

/** What is left of a text once its code spans, read as CommonMark reads them (section 6.1), are taken out. */
function outsideCode(markdown: string): string {
  let rest = markdown;
  let outside = '';
  for (;;) {
    const open = /`+/u.exec(rest);
    if (open === null) return outside + rest;
    const after = rest.slice(open.index + open[0].length);
    const close = [...after.matchAll(/`+/gu)].find(([run]) => run.length === open[0].length);
    outside += rest.slice(0, open.index);
    if (close === undefined) return `${outside}UNCLOSED ${rest.slice(open.index)}`;
    rest = after.slice(close.index + close[0].length);
  }
}

describe('markdownCode', () => {
  test.each([
    ['ada', '`ada`'],
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    [' a ', '`  a  `'],
    ['', '`""`'],
    ['@ada #1', '`@ada #1`'],
    ['a\nb', '`a\\nb`'],
  ])('writes %j as %j', (text, markdown) => {
    expect(markdownCode(text)).toBe(markdown);
  });

  test('is one code span and nothing besides', () => {
    assert(
      property(foreign, (text) => {
        const markdown = markdownCode(text);
        expect(outsideCode(markdown)).toBe('');
        expect(markdown).not.toContain('\n');
      }),
    );
  });
});

describe('markdownText', () => {
  test('leaves a plain sentence as it is', () => {
    const sentence = "The user isn't a member of the organization, so nothing (yet) is granted.";
    expect(markdownText(sentence)).toBe(sentence);
  });

  test.each([
    ['ping @ada', 'ping `@ada`'],
    ['see #12 and GH-12', 'see `#12` and `GH-12`'],
    ['at abcdef1234', 'at `abcdef1234`'],
    ['go to https://x.test', 'go to `https://x.test`'],
    ['mail ada@acme.test now', 'mail `ada@acme.test` now'],
    ['![a](b)', '`![a](b)`'],
    ['</details> -->', '`</details>` `-->`'],
    ['1. one', '`1.` one'],
    [
      '(same name, changed e-mail?): correct a.yaml:7 first',
      '(same name, changed e-mail?): correct `a.yaml:7` first',
    ],
    ['a member: x@b.c (redox/organization/1); then', 'a member: `x@b.c` (`redox/organization/1`); then'],
    ['did you mean "a_b"?', 'did you mean "`a_b`"?'],
    ['0, or 0 % of 3 and 50%', '0, or 0 % of 3 and 50%'],
  ])('writes %j as %j', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  test('keeps outside of code only letters, digits and the marks of a sentence', () => {
    assert(
      property(foreign, (text) => {
        const outside = outsideCode(markdownText(text));
        expect(outside).toMatch(/^[\p{L}\p{M}\p{N} ,.;:!?'’"()%—-]*$/u);
        expect(outside).not.toMatch(/[0-9a-f]{7}|(?<![\p{L}\p{N}])\d+[.)]|www\.|:\/|GH-/iu);
      }),
    );
  });
});

test('in a table no foreign text ends its cell, and long text is cut', () => {
  expect(markdownCell('a | b')).toBe('`a \\| b`');
  expect(markdownCell('a\\| b')).toBe('`a\\¦ b`');
  expect(markdownCell('x'.repeat(1000))).toBe(`\`${'x'.repeat(200)}…\``);
});

test('a fence is longer than any run of backticks within', () => {
  expect(markdownFence(['+ a', '````', '- b\nc'], 'diff')).toBe('`````diff\n+ a\n````\n- b\\nc\n`````');
});

test('within HTML a name stays text', () => {
  expect(codeHtml('</summary>@ada')).toBe('<code>&lt;/summary&gt;@ada</code>');
});
