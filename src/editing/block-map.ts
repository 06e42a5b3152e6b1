import type { Pair, YAMLMap } from 'yaml';
import { keyOf } from './file.js';
import type { PlacedPair, Place } from './map-change.js';
import { layoutBeside, type MapContext, keyEnd, pairEnd, pairStart } from './map-context.js';
import { blockPair, flowPair } from './new-values.js';
import { columnOf, lineAfter, lineSplice, lineStart, nextLine, type Splice } from './splices.js';

/** A line that is longer takes several, whatever its neighbours look like, in characters. */
export const WIDEST = 80;

interface PairsChange {
  readonly removed: ReadonlySet<Pair>;
  readonly added: readonly PlacedPair[];
}

/** The replacements in a map of one key a line: pairs come and go with whole lines. `parent` is the pair that holds it. */
export function blockMapSplices(
  map: YAMLMap,
  parent: Pair | null,
  { removed, added }: PairsChange,
  { file, step }: MapContext,
): readonly Splice[] {
  const { text, eol } = file;
  const [first] = map.items;
  if (first === undefined || removed.size + added.length === 0) return [];
  const splices = map.items.filter((pair) => removed.has(pair)).map((pair) => withoutPair(pair, map, text));
  if (removed.size === map.items.length && added.length === 0) splices.push(emptied(first, parent, eol));
  const indent = columnOf(text, map.range?.[0] ?? pairStart(first));
  const gap = isSpaced(map, text) ? eol : '';
  for (const { pair, place } of added) {
    const beside = layoutBeside(map, pair[1].kind) ?? 'block';
    const isLong = indent + flowPair(pair).length > WIDEST;
    const style = { indent, step, layout: isLong ? 'block' : beside } as const;
    const before = pairBefore(map, pair[0], place);
    const at = before === null ? lineStart(text, pairStart(first)) : lineAfter(text, pairEnd(before));
    splices.push(lineSplice(at, `${gap}${blockPair(pair, style).join(eol)}`, text, eol));
  }
  return splices;
}

/** The pair after which a new one goes; null: before all. */
function pairBefore({ items }: YAMLMap, key: string, place: Place): Pair | null {
  const last = items.at(-1) ?? null;
  if (place === 'end') return last;
  const keys = items.map((pair) => keyOf(pair) ?? '');
  if (place !== 'sorted') return items[keys.indexOf(place.after)] ?? last;
  const isSorted = keys.every((each, index) => index === 0 || (keys[index - 1] ?? '') <= each);
  return isSorted ? (items[keys.findLastIndex((each) => each <= key)] ?? null) : last;
}

/** A pair goes with its lines; where something stands before it on its line, such as a dash, up to the next pair. */
function withoutPair(pair: Pair, { items }: YAMLMap, text: string): Splice {
  const start = pairStart(pair);
  const line = lineStart(text, start);
  const next = items[items.indexOf(pair) + 1];
  const before = text.slice(line, start).trim();
  if (before !== '' && before !== '?' && next !== undefined) return { start, end: pairStart(next), text: '' };
  return { start: line, end: lineAfter(text, pairEnd(pair)), text: '' };
}

/** A map without pairs is written `{}`, since nothing at all would not be a map. */
function emptied(first: Pair, parent: Pair | null, eol: string): Splice {
  const at = parent === null ? pairStart(first) : keyEnd(parent);
  return { start: at, end: at, text: parent === null ? `{}${eol}` : ' {}' };
}

/** Whether empty lines stand between all pairs. */
function isSpaced({ items }: YAMLMap, text: string): boolean {
  return (
    items.length > 1 &&
    items.slice(0, -1).every((pair) => {
      const after = lineAfter(text, pairEnd(pair));
      return text.slice(after, nextLine(text, after)).trim() === '';
    })
  );
}
