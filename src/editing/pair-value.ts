import { isAlias, isCollection, isScalar, type Pair } from 'yaml';
import { type MapContext, nodeEnd, keyEnd, sharedAnchor } from './map-context.js';
import { blockLines, commentOf, flowText, isBlock, type LineStyle, type NewValue } from './new-values.js';
import { quoted } from './scalars.js';
import { beforeSpaces, lineAfter, lineSplice, lineStart, nextLine } from './splices.js';

/**
 * Gives a key another value. `style` is that of lines below the key: in a block a collection gets lines of its own, between
 * braces everything stays on the line.
 */
export function replaceValue(
  pair: Pair,
  value: NewValue,
  style: LineStyle,
  path: readonly string[],
  context: MapContext,
): void {
  const { file, splices, stuck } = context;
  const { text, eol } = file;
  const anchor = sharedAnchor(pair.value, context);
  if (anchor !== null) {
    stuck.push({ path, anchor });
    return;
  }
  const start =
    isScalar(pair.value) || isAlias(pair.value) || isCollection(pair.value)
      ? (pair.value.range?.[0] ?? 0)
      : 0;
  const end = nodeEnd(pair.value);
  const isLines = isCollection(pair.value) && pair.value.flow !== true;
  const colon = keyEnd(pair);
  if (isLines && end !== null)
    splices.push({ start: lineStart(text, start), end: lineAfter(text, end), text: '' });
  if (isBlock(value, style.layout)) {
    const inline = isLines ? null : end;
    if (inline !== null)
      splices.push({ start: beforeSpaces(text, start), end: withoutBreak(inline, text), text: '' });
    const at = isLines
      ? lineStart(text, start)
      : belowKey(end ?? colon, end === null ? style.indent : null, text);
    splices.push(lineSplice(at, blockLines(value, style).join(eol), text, eol));
    return;
  }
  const isInline = end !== null && !isLines;
  if (isInline) splices.push({ start, end: withoutBreak(end, text), text: valueText(pair.value, value) });
  else splices.push({ start: colon, end: colon, text: `${hasColon(pair) ? '' : ':'} ${flowText(value)}` });
  endLine(isInline ? end : colon, commentOf(value), context);
}

/** Puts a comment at the end of a line, unless something else than brackets stands there. */
export function endLine(after: number, comment: string, { file: { text }, splices }: MapContext): void {
  const rest = text.slice(after, nextLine(text, after));
  if (comment === '' || text[after - 1] === '\n' || !/^[\s,}\]]*$/u.test(rest)) return;
  const at = after + rest.trimEnd().length;
  splices.push({ start: at, end: at, text: comment });
}

/** In the quotes that the old value has. */
export function valueText(old: unknown, value: NewValue): string {
  const isQuoted = isScalar(old) && (old.type === 'QUOTE_DOUBLE' || old.type === 'QUOTE_SINGLE');
  return isQuoted && value.kind === 'scalar' && value.isYaml !== true ? quoted(value.text) : flowText(value);
}

function hasColon({ srcToken }: Pair): boolean {
  const tokens = srcToken !== undefined && 'sep' in srcToken ? (srcToken.sep ?? []) : [];
  return tokens.some(({ type }) => type === 'map-value-ind');
}

/** The text of a block scalar ends after its line break, which stays. */
function withoutBreak(end: number, text: string): number {
  return end - (/\r?\n$/u.exec(text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0);
}

/** The line below what ends at an offset, and below the comments there that are indented so far. */
export function belowKey(end: number, indent: number | null, text: string): number {
  let at = lineAfter(text, end);
  if (indent === null) return at;
  for (;;) {
    const line = text.slice(at, nextLine(text, at));
    const spaces = /^ *(?=#)/u.exec(line)?.[0].length ?? -1;
    if (spaces < indent) return at;
    at += line.length;
  }
}
