import { type Document, isCollection, isMap, isScalar, visit, type YAMLError } from 'yaml';
import type { Diagnostic } from '../model/diagnostic.js';
import { errorAt, inFile, type Position } from './finding.js';
import { locationAt, type YamlText } from './yaml-document.js';

/** Errors after which nothing that comes later can be trusted: the lines are at other depths than meant. */
const ofIndentation: ReadonlySet<YAMLError['code']> = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'TAB_AS_INDENT',
]);

/** Errors whose message is a part of the text, or says less than it could. */
const ownWords: { readonly [code in YAMLError['code']]?: string } = {
  BAD_DIRECTIVE: 'This is not YAML: a line that begins with % is not understood.',
  BAD_DQ_ESCAPE: 'This is not YAML: an escape sequence is not known.',
  BAD_INDENT: 'This line is not indented like the lines beside it: indent them alike.',
  BAD_SCALAR_START: 'This text begins with a character that has a meaning in YAML: put the text in quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'This list item is not indented like the lines before it: indent all items of the list alike.',
  MULTILINE_IMPLICIT_KEY:
    'This line is neither a list item nor a key with a value: add the colon, or the space after it.',
  TAB_AS_INDENT: 'A tab indents this line, but YAML allows only spaces: replace the tabs with spaces.',
  TAG_RESOLVE_FAILED: 'This tag is not known: remove it.',
  UNEXPECTED_TOKEN:
    'This does not belong here: check the quotes, brackets, commas and line breaks before it.',
};

/**
 * What is wrong with one document, causes only: tabs alone, of the errors of a line the first, and after an error of
 * indentation none. No message repeats the text, which may be a secret in the wrong place.
 */
export function syntaxFindings(
  source: YamlText,
  errors: readonly YAMLError[],
  document: Document.Parsed | null = null,
): readonly Diagnostic[] {
  const tabbed = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  if (tabbed.length > 0 && tabbed.length < errors.length) return syntaxFindings(source, tabbed);
  const found: Diagnostic[] = [];
  const told = new Set<number>();
  const unclosedAt = unclosedIn(document);
  const sorted = [...errors].sort((a, b) => lineOf(source, a) - lineOf(source, b));
  for (const error of sorted) {
    const line = lineOf(source, error);
    if (told.has(line)) continue;
    if (followsFrom(found, error, source)) break;
    const tab = tabAt(source, line);
    const unclosed = tab === null ? unclosedAt(error) : null;
    if (unclosed !== null) {
      const { start, close } = unclosed;
      const message = `What begins here is not closed: add ${close} where it ends.`;
      found.push(errorAt('yaml-syntax', locationAt(source, start), message));
      break;
    }
    const code = tab === null ? error.code : 'TAB_AS_INDENT';
    const finding = findingOf(source, error, code, tab);
    found.push(finding);
    told.add(finding.line);
    if (ofIndentation.has(code)) break;
  }
  return found;
}

/** An editor that writes tabs writes them everywhere: the first of a file is told. */
export function withoutOtherTabs(
  findings: readonly Diagnostic[],
  before: readonly Diagnostic[],
): readonly Diagnostic[] {
  const isTab = ({ message }: Diagnostic): boolean => message === ownWords.TAB_AS_INDENT;
  return before.some(isTab) ? findings.filter((each) => !isTab(each)) : findings;
}

function findingOf(
  source: YamlText,
  error: YAMLError,
  code: YAMLError['code'],
  tab: Position | null,
): Diagnostic {
  const { file, text } = source;
  const [start] = error.pos;
  const isIndented = code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'BAD_INDENT';
  const space = isIndented ? (/\S/u.exec(text.slice(start))?.index ?? 0) : 0;
  const position = tab === null ? locationAt(source, start + space) : inFile(file, tab);
  const isColon = code === 'BLOCK_AS_IMPLICIT_KEY' && text[start + space] !== '-';
  const words = isColon ? SECOND_COLON : isInText(error, source) ? BRACE : ownWords[code];
  const message = words ?? `This is not YAML: ${error.message.replace(/: .*$/su, '')}.`;
  return errorAt(code === 'TAG_RESOLVE_FAILED' ? 'yaml-tag' : 'yaml-syntax', position, message);
}

/** After brackets that ended too early, every line begins with something that is not expected. */
function followsFrom(
  found: readonly Diagnostic[],
  { code, pos: [start] }: YAMLError,
  { text }: YamlText,
): boolean {
  if (code !== 'UNEXPECTED_TOKEN' || found.length === 0) return false;
  return /(?:^|\n)[ ]*$/u.test(text.slice(Math.max(0, start - 100), start));
}

/** Whether an error is at a brace inside of a text, as in a URL template between braces. */
function isInText({ code, pos: [start] }: YAMLError, { text }: YamlText): boolean {
  return code === 'UNEXPECTED_TOKEN' && text[start] === '{' && /[^\s,:{}[\]"']/u.test(text[start - 1] ?? ' ');
}

const BRACE = 'A { inside of a text begins a mapping here: put the whole text in quotes.';

const SECOND_COLON =
  'This line has a second key: put the text in quotes if the colon is a part of it, or begin a new line.';

function lineOf({ lines }: YamlText, { pos }: YAMLError): number {
  return lines.linePos(pos[0]).line;
}

function tabAt({ text, lines }: YamlText, line: number): Position | null {
  const start = lines.lineStarts[line - 1] ?? 0;
  const indent = /^[ \t]*/u.exec(text.slice(start, start + 1000))?.[0] ?? '';
  const tab = indent.indexOf('\t');
  return tab === -1 ? null : { line, column: tab + 1 };
}

/** What was opened and does not end before an error: where it begins, and what closes it. */
interface Unclosed {
  readonly start: number;
  readonly close: string;
}

type UnclosedAt = (error: YAMLError) => Unclosed | null;

/** Finds the innermost text in quotes, list or mapping in brackets that ends where an error is, since nothing closes it. */
function unclosedIn(document: Document.Parsed | null): UnclosedAt {
  let ends: { readonly texts: Map<number, Unclosed>; readonly collections: Map<number, Unclosed> } | null =
    null;
  return ({ code, pos: [end] }) => {
    if (document === null || (code !== 'BAD_INDENT' && code !== 'MISSING_CHAR')) return null;
    ends ??= endsIn(document);
    return (code === 'BAD_INDENT' ? ends.collections : ends.texts).get(end) ?? null;
  };
}

function endsIn(document: Document.Parsed) {
  const texts = new Map<number, Unclosed>();
  const collections = new Map<number, Unclosed>();
  visit(document, {
    Value: (_, node) => {
      const [start, end] = node.range ?? [0, 0];
      if (isScalar(node) && node.type === 'QUOTE_DOUBLE') texts.set(end, { start, close: '"' });
      if (isScalar(node) && node.type === 'QUOTE_SINGLE') texts.set(end, { start, close: "'" });
      if (isCollection(node) && node.flow === true)
        collections.set(end, { start, close: isMap(node) ? '}' : ']' });
    },
  });
  return { texts, collections };
}
