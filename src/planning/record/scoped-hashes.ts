import { byCodeUnit, byKeys, groupBy } from '../../model/ordering.js';
import { isRecord } from '../../model/record.js';
import { EFFECT_LENGTH, type EffectHash } from './effect-hash.js';

/** Characters of a scope in a record: it tells hashes apart that a run saw from those it did not. */
const SCOPE_LENGTH = 8;

/** Hashes by the scope they are in, which is named by a hash as well. */
export type ScopedHashes = ReadonlyMap<string, ReadonlySet<string>>;

/** The name of a scope in a record. */
export function scopeName(scope: string, hash: EffectHash): string {
  return hash(JSON.stringify(['scope', scope])).slice(0, SCOPE_LENGTH);
}

/** The hashes of changes by their scopes; `textsOf` gives what is hashed of one. */
export function scopedHashes<T extends { readonly scope: string }>(
  changes: readonly T[],
  textsOf: (change: T) => readonly string[],
  hash: EffectHash,
): ScopedHashes {
  const scopes = groupBy(changes, ({ scope }) => scopeName(scope, hash));
  return new Map([...scopes].map(([name, group]) => [name, new Set(group.flatMap(textsOf).map(hash))]));
}

/** Whether a text is among the hashes of a scope. */
export function hasHash(
  scoped: ScopedHashes | undefined,
  scope: string,
  text: string,
  hash: EffectHash,
): boolean {
  return scoped?.get(scopeName(scope, hash))?.has(hash(text)) === true;
}

/** As JSON: for each scope its hashes in a row, sorted. Scopes without any are left out. */
export function encodeHashes(scoped: ScopedHashes): Readonly<Record<string, string>> {
  const rows = [...scoped].filter(([, hashes]) => hashes.size > 0).sort(byKeys(([name]) => name));
  return Object.fromEntries(rows.map(([name, hashes]) => [name, [...hashes].sort(byCodeUnit).join('')]));
}

/** The hashes of such JSON; null where it is none. */
export function decodeHashes(value: unknown): ScopedHashes | null {
  if (!isRecord(value)) return null;
  const found = new Map<string, ReadonlySet<string>>();
  for (const [name, row] of Object.entries(value)) {
    const hashes = typeof row === 'string' ? splitHashes(row) : null;
    if (hashes === null || name.length !== SCOPE_LENGTH) return null;
    found.set(name, hashes);
  }
  return found;
}

function splitHashes(row: string): ReadonlySet<string> | null {
  if (row.length % EFFECT_LENGTH !== 0 || !/^[\w-]*$/u.test(row)) return null;
  const hashes = new Set<string>();
  for (let at = 0; at < row.length; at += EFFECT_LENGTH) hashes.add(row.slice(at, at + EFFECT_LENGTH));
  return hashes;
}

/** Both together. */
export function joinedHashes(one: ScopedHashes, other: ScopedHashes): ScopedHashes {
  const joined = new Map(one);
  for (const [name, hashes] of other) joined.set(name, new Set([...(joined.get(name) ?? []), ...hashes]));
  return joined;
}

/** Whether there are none. */
export function isNone(scoped: ScopedHashes): boolean {
  return [...scoped.values()].every(({ size }) => size === 0);
}
