import type { DesiredAssignment, DesiredScope } from '../model/desired.js';
import { addressGlob } from '../model/glob.js';
import { byCodeUnit, byKeys, groupBy } from '../model/ordering.js';
import { refKey } from '../model/principal.js';

/** One of N parts of the scopes. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** Reads `I/N`, as in `2/4`; null if it is not that, or I is not from 1 to N. */
export function parseShard(text: string): Shard | null {
  const match = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/u.exec(text);
  const shard = { index: Number(match?.[1]), of: Number(match?.[2]) };
  return shard.index <= shard.of ? shard : null;
}

/** The scopes whose address fits any of the globs; all of them without globs. */
export function matching(scopes: readonly DesiredScope[], globs: readonly string[]): readonly DesiredScope[] {
  if (globs.length === 0) return scopes;
  const tests = globs.map(addressGlob);
  return scopes.filter(({ scope }) => tests.some((test) => test(scope.address)));
}

/**
 * The I-th of N parts, balanced by declared size. An organization with its environments, an account with its projects,
 * are never split. The same scopes are always cut the same way, and every scope is in exactly one part.
 */
export function shardOf(scopes: readonly DesiredScope[], { index, of }: Shard): readonly DesiredScope[] {
  const roots = [...groupBy(scopes, ({ scope }) => scope.rootAddress)]
    .map(([address, documents]) => ({ address, documents, size: sizeOf(documents) }))
    .sort(
      byKeys(
        ({ size }) => -size,
        ({ address }) => address,
      ),
    );
  const parts = Array.from({ length: of }, () => ({ size: 0, documents: [] as DesiredScope[] }));
  for (const { documents, size } of roots) {
    const lightest = parts.reduce((a, b) => (b.size < a.size ? b : a));
    lightest.size += size;
    lightest.documents.push(...documents);
  }
  const part = parts[index - 1]?.documents ?? [];
  return part.sort(byKeys(({ scope }) => scope.address));
}

function sizeOf(documents: readonly DesiredScope[]): number {
  return documents.reduce((size, { assignments }) => size + 1 + assignments.length, 0);
}

/** The scopes whose desired state differs from an earlier one; where a line stands does not matter. */
export function changedSince(
  scopes: readonly DesiredScope[],
  earlier: readonly DesiredScope[],
): readonly DesiredScope[] {
  const before = new Map(earlier.map((scope) => [scope.scope.address, contentOf(scope)]));
  return scopes.filter((scope) => before.get(scope.scope.address) !== contentOf(scope));
}

function contentOf({ prune, roles, assignments }: DesiredScope): string {
  const named = [...new Set(roles)].sort(byCodeUnit);
  return JSON.stringify([prune, named, assignments.map(assignmentContent).sort(byCodeUnit)]);
}

function assignmentContent({ principal, role, status, via, from, until, leaves }: DesiredAssignment): string {
  return JSON.stringify([role, refKey(principal), status, via, from, until, leaves]);
}
