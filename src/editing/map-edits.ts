import { type Document, isAlias, isMap, type Pair, type YAMLMap } from 'yaml';
import { blockMapSplices, WIDEST } from './block-map.js';
import { type EditableFile, keyOf } from './file.js';
import { changedItems, type Span } from './flow-collection.js';
import {
  changeOf,
  type KeyChange,
  type MapChange,
  type MapEdit,
  newPairs,
  type PlacedPair,
} from './map-change.js';
import {
  isNothing,
  layoutBeside,
  type MapContext,
  mapContext,
  ownAnchor,
  pairEnd,
  pairStart,
  sharedAnchor,
  type Stuck,
} from './map-context.js';
import { blockLines, commentOf, flowPair, flowText, type NewValue } from './new-values.js';
import { endLine, replaceValue } from './pair-value.js';
import { columnOf, lineSplice, type Splice } from './splices.js';

/** Edits of a document, or the path that no edit of its text can change. */
export type Edited =
  | { readonly kind: 'edited'; readonly splices: readonly Splice[] }
  | ({ readonly kind: 'stuck' } & Stuck);

/**
 * Sets and deletes keys of a document of any shape. Missing maps on the way are made; comments, order, anchors and every
 * other byte stay. `index` counts the documents of the file.
 */
export function editMap(file: EditableFile, edits: readonly MapEdit[], index = 0): Edited {
  const change = changeOf(edits);
  const yaml = file.documents[index];
  if (yaml === undefined || isNothing(yaml.contents))
    return { kind: 'edited', splices: wholeDocument(file, yaml, change) };
  if (!isMap(yaml.contents)) return { kind: 'stuck', path: [], anchor: null };
  const context = mapContext(file, yaml);
  changeMap(yaml.contents, null, change, [], context);
  const [stuck] = context.stuck;
  return stuck === undefined ? { kind: 'edited', splices: context.splices } : { kind: 'stuck', ...stuck };
}

/** Changes the keys of one map; `parent` is the pair whose value it is. What cannot be changed is added to `stuck`. */
export function changeMap(
  map: YAMLMap,
  parent: Pair | null,
  change: MapChange,
  path: readonly string[],
  context: MapContext,
): void {
  const anchor = ownAnchor(map, context);
  if (anchor !== null) {
    context.stuck.push({ path, anchor });
    return;
  }
  const removed = new Set<Pair>();
  const added: PlacedPair[] = [];
  for (const [key, each] of change) {
    const pair = map.items.find((one) => keyOf(one) === key);
    const below = [...path, key];
    if (pair === undefined) added.push(...placedPairs(key, each));
    else if (each.kind === 'delete') {
      const shared = sharedAnchor(pair, context);
      if (shared === null) removed.add(pair);
      else context.stuck.push({ path: below, anchor: shared });
    } else changePair(map, pair, each, below, context);
  }
  if (map.flow === true) changeFlowMap(map, removed, added, context);
  else context.splices.push(...blockMapSplices(map, parent, { removed, added }, context));
}

function changePair(
  map: YAMLMap,
  pair: Pair,
  change: Exclude<KeyChange, { kind: 'delete' }>,
  path: readonly string[],
  context: MapContext,
): void {
  const { value } = pair;
  if (change.kind === 'within' && isMap(value) && value.items.length > 0) {
    changeMap(value, pair, change.change, path, context);
    return;
  }
  if (change.kind === 'within' && !isNothing(value)) {
    context.stuck.push({ path, anchor: isAlias(value) ? value.source : null });
    return;
  }
  const [[, made] = []] = placedPairs('', change).map(({ pair: one }) => one);
  if (made === undefined) return;
  const indent = columnOf(context.file.text, pairStart(pair)) + context.step;
  const isLong = indent + flowText(made).length > WIDEST;
  const beside = isLong ? 'block' : (layoutBeside(map, made.kind) ?? 'block');
  const layout = map.flow === true ? 'flow' : beside;
  replaceValue(pair, made, { indent, step: context.step, layout }, path, context);
}

function placedPairs(key: string, change: KeyChange): readonly PlacedPair[] {
  if (change.kind === 'delete') return [];
  if (change.kind === 'set') return [{ pair: [key, change.value], place: change.place }];
  const pairs = newPairs(change.change);
  return pairs.length === 0 ? [] : [{ pair: [key, { kind: 'map', pairs }], place: 'end' }];
}

function changeFlowMap(
  map: YAMLMap,
  removed: ReadonlySet<Pair>,
  added: readonly PlacedPair[],
  context: MapContext,
): void {
  const [start = 0, end = 0] = map.range ?? [];
  const spans = new Map(
    map.items.map((pair): [Pair, Span] => [pair, { start: pairStart(pair), end: pairEnd(pair) }]),
  );
  const gone = new Set([...removed].flatMap((pair) => spans.get(pair) ?? []));
  const collection = { brackets: { start, end }, items: [...spans.values()] };
  const texts = added.map(({ pair }) => flowPair(pair));
  context.splices.push(...changedItems(collection, gone, texts, context.file));
  const comment = commentOf({ kind: 'map', pairs: added.map(({ pair }) => pair) });
  endLine(end, comment, context);
}

/** The pairs of a document that has none yet. */
function wholeDocument(
  file: EditableFile,
  yaml: Document.Parsed | undefined,
  change: MapChange,
): readonly Splice[] {
  const { text, eol } = file;
  const value: NewValue = { kind: 'map', pairs: newPairs(change) };
  if (value.pairs.length === 0) return [];
  const lines = blockLines(value, { indent: 0, step: 2, layout: 'block' }).join(eol);
  const [start = 0, end = 0] = yaml?.contents?.range ?? [];
  if (end > start) return [{ start, end, text: lines }];
  const closing = /^\.\.\.[ \t]*\r?$/mu.exec(text)?.index ?? text.length;
  return [lineSplice(closing, lines, text, eol)];
}
