import picocolors from 'picocolors';
import { visible } from './escape.js';

/**
 * How text is drawn. `width` is the width of the terminal in columns; without it nothing is cut or folded. `rows` is its
 * height; without it no long list is shortened.
 */
export interface RenderOptions {
  readonly color: boolean;
  readonly width?: number;
  readonly rows?: number;
}

type Paint = (text: string) => string;

/** Colours by their meaning. Without colour each function returns the text unchanged. */
export interface Colours {
  readonly grant: Paint;
  readonly change: Paint;
  readonly revoke: Paint;
  readonly blocked: Paint;
  readonly unlisted: Paint;
  readonly error: Paint;
  readonly warning: Paint;
  readonly risk: Paint;
  readonly heading: Paint;
  readonly quiet: Paint;
}

export function colours(enabled: boolean): Colours {
  const paint = picocolors.createColors(enabled);
  return {
    grant: paint.green,
    change: paint.yellow,
    revoke: paint.red,
    blocked: paint.magenta,
    unlisted: paint.dim,
    error: (text) => paint.bold(paint.red(text)),
    warning: paint.yellow,
    risk: (text) => paint.bold(paint.red(text)),
    heading: paint.bold,
    quiet: paint.dim,
  };
}

/** The columns that a text takes on a terminal, counted in code points. */
export function columns(text: string): number {
  return text.length - (text.match(SURROGATE_PAIRS)?.length ?? 0);
}

const SURROGATE_PAIRS = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** Cuts a text to a number of columns, with an ellipsis for the rest. */
export function fit(text: string, width: number): string {
  if (text.length <= width) return text;
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

/** One column of a list of lines. */
export interface Column {
  /** The text filled up to the column's width. */
  readonly padded: (text: string) => string;
  /** The text alone, for the end of a line. */
  readonly last: (text: string) => string;
}

/** The widest column without a terminal; longer texts are not aligned. */
const WIDEST_COLUMN = 48;
/** The least columns that a name gets on a terminal. */
const NARROWEST_COLUMN = 24;

/**
 * A column that is as wide as the longest of these texts. On a terminal (its width in columns) longer texts than its
 * share are cut.
 */
export function column(texts: readonly string[], terminal: number | undefined): Column {
  const limit =
    terminal === undefined ? WIDEST_COLUMN : Math.max(NARROWEST_COLUMN, Math.floor(terminal * 0.4));
  const last = (text: string): string => (terminal === undefined ? text : fit(text, limit));
  const widest = texts.reduce((most, text) => {
    const width = columns(last(text));
    return width <= limit ? Math.max(most, width) : most;
  }, 0);
  return { padded: (text) => padTo(last(text), widest), last };
}

/** A line about a change: a sign, who, what, and notes, with lines below it. Only `who` and `what` get escaped. */
export interface ChangeLine {
  readonly sign: string;
  /** Foreign text. */
  readonly who: string;
  readonly what: string;
  readonly notes: string;
  readonly below?: readonly string[];
}

/** Aligns lines about changes in columns. */
export function changeLines(lines: readonly ChangeLine[], terminal: number | undefined): readonly string[] {
  const shown = lines.map((line) => ({ ...line, who: visible(line.who), what: visible(line.what) }));
  const names = column(
    shown.map(({ who }) => who),
    terminal,
  );
  const roles = column(
    shown.map(({ what }) => what),
    terminal,
  );
  return shown.flatMap(({ sign, who, what, notes, below = [] }) => [
    `  ${sign} ${names.padded(who)}  ${notes === '' ? roles.last(what) : `${roles.padded(what)}  ${notes}`}`,
    ...below.map((line) => `      ${line}`),
  ]);
}

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'gu');

/** Breaks lines between words if they are longer than the terminal is wide; without a terminal the text is unchanged. */
export function folded(text: string, terminal: number | undefined): string {
  if (terminal === undefined) return text;
  return text
    .split('\n')
    .flatMap((line) => (columnsShown(line) <= terminal ? line : foldedLine(line, terminal)))
    .join('\n');
}

function foldedLine(line: string, terminal: number): readonly string[] {
  const indent = /^ */u.exec(line)?.[0] ?? '';
  const hanging = indent.length + 2 < terminal / 2 ? `${indent}  ` : '';
  const lines: string[] = [];
  let present = '';
  for (const piece of line.split(/(?<=\S)(?= )/u)) {
    if (present === '' || columnsShown(present) + columnsShown(piece) <= terminal) present += piece;
    else {
      lines.push(present);
      present = `${hanging}${piece.trimStart()}`;
    }
  }
  return [...lines, present];
}

function columnsShown(text: string): number {
  return columns(text.replace(COLOURS, ''));
}
