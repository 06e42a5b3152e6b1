import { yamlComment, yamlScalar } from './scalars.js';

/** A scalar that is written into a file. */
export interface NewScalar {
  readonly kind: 'scalar';
  readonly text: string;
  /** Whether the text is YAML already, such as `true` or a date; else it is quoted where it needs to be. */
  readonly isYaml?: boolean;
  /** A comment that ends its line. */
  readonly comment?: string;
}

/** A value that is written into a file. */
export type NewValue =
  | NewScalar
  | { readonly kind: 'list'; readonly items: readonly NewScalar[] }
  | { readonly kind: 'map'; readonly pairs: readonly NewPair[] };

/** A key with its value. */
export type NewPair = readonly [key: string, value: NewValue];

/** How a collection is written: an item a line, or in brackets on one line. */
export type Layout = 'block' | 'flow';

/** What surrounds lines that are written. */
export interface LineStyle {
  /** Spaces that the lines begin with. */
  readonly indent: number;
  /** Further spaces of each level. */
  readonly step: number;
  readonly layout: Layout;
}

/** A value on one line, without its comments. */
export function flowText(value: NewValue): string {
  switch (value.kind) {
    case 'scalar':
      return value.isYaml === true ? value.text : yamlScalar(value.text);
    case 'list':
      return `[${value.items.map(flowText).join(', ')}]`;
    case 'map':
      return value.pairs.length === 0 ? '{}' : `{ ${value.pairs.map(flowPair).join(', ')} }`;
  }
}

/** A pair as it stands between braces. */
export function flowPair([key, value]: NewPair): string {
  return `${yamlScalar(key)}: ${flowText(value)}`;
}

/** The comments of a value, each once, joined to one that ends its line; empty where there are none. */
export function commentOf(value: NewValue): string {
  const comments = [...new Set(commentsIn(value))];
  return comments.length === 0 ? '' : yamlComment(comments.join(', '));
}

/** A pair as lines of a block, without line breaks. Nothing within braces is written as a block. */
export function blockPair([key, value]: NewPair, style: LineStyle): readonly string[] {
  const pad = ' '.repeat(style.indent);
  if (!isBlock(value, style.layout)) return [`${pad}${flowPair([key, value])}${commentOf(value)}`];
  return [`${pad}${yamlScalar(key)}:`, ...blockLines(value, { ...style, indent: style.indent + style.step })];
}

/** What stands below the key of a collection, as lines. */
export function blockLines(value: NewValue, style: LineStyle): readonly string[] {
  const pad = ' '.repeat(style.indent);
  switch (value.kind) {
    case 'scalar':
      return [`${pad}${flowText(value)}${commentOf(value)}`];
    case 'list':
      return value.items.map((item) => `${pad}- ${flowText(item)}${commentOf(item)}`);
    case 'map':
      return value.pairs.flatMap((pair) => blockPair(pair, style));
  }
}

/** Whether a value takes lines of its own. */
export function isBlock(value: NewValue, layout: Layout): boolean {
  if (layout === 'flow' || value.kind === 'scalar') return false;
  return (value.kind === 'list' ? value.items : value.pairs).length > 0;
}

function commentsIn(value: NewValue): readonly string[] {
  switch (value.kind) {
    case 'scalar':
      return value.comment === undefined ? [] : [value.comment];
    case 'list':
      return value.items.flatMap(commentsIn);
    case 'map':
      return value.pairs.flatMap(([, each]) => commentsIn(each));
  }
}
