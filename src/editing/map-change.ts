import type { NewPair, NewValue } from './new-values.js';

/** Where a new key goes: after another key that is there, or among sorted keys; else to the end. */
export type Place = { readonly after: string } | 'sorted' | 'end';

/** A new pair of a map. */
export interface PlacedPair {
  readonly pair: NewPair;
  readonly place: Place;
}

/** A key to be set or deleted, by its path from the top of the document. */
export interface MapEdit {
  readonly path: readonly [string, ...string[]];
  /** Null deletes the key, if it is there. */
  readonly value: NewValue | null;
  /** Where the last key of the path goes if it is new. */
  readonly place?: Place;
}

/** What happens to the keys of one map. */
export type MapChange = ReadonlyMap<string, KeyChange>;

export type KeyChange =
  | { readonly kind: 'set'; readonly value: NewValue; readonly place: Place }
  | { readonly kind: 'delete' }
  | { readonly kind: 'within'; readonly change: MapChange };

/** Edits by key, those below one key together. Of edits of one path the last counts. */
export function changeOf(edits: readonly MapEdit[]): MapChange {
  const change = new Map<string, KeyChange>();
  const below = new Map<string, MapEdit[]>();
  for (const { path, value, place = 'end' } of edits) {
    const [key, next, ...rest] = path;
    if (next !== undefined) {
      const edit: MapEdit = { path: [next, ...rest], value, place };
      below.set(key, [...(below.get(key) ?? []), edit]);
    } else change.set(key, value === null ? { kind: 'delete' } : { kind: 'set', value, place });
  }
  for (const [key, more] of below) {
    const own = change.get(key);
    if (own?.kind !== 'set') change.set(key, { kind: 'within', change: changeOf(more) });
    else change.set(key, { ...own, value: withPairs(own.value, changeOf(more)) });
  }
  return change;
}

/** The pairs that a change makes of an empty map. */
export function newPairs(change: MapChange): readonly NewPair[] {
  return [...change].flatMap(([key, each]): readonly NewPair[] => {
    if (each.kind === 'delete') return [];
    if (each.kind === 'set') return [[key, each.value]];
    const pairs = newPairs(each.change);
    return pairs.length === 0 ? [] : [[key, { kind: 'map', pairs }]];
  });
}

function withPairs(value: NewValue, change: MapChange): NewValue {
  if (value.kind !== 'map') return { kind: 'map', pairs: newPairs(change) };
  const kept = value.pairs.filter(([key]) => !change.has(key));
  return { kind: 'map', pairs: [...kept, ...newPairs(change)] };
}
