import { groupBy } from '../model/ordering.js';
import type { PlannedChange } from '../model/change.js';

/** Opens once all of its members are settled, whatever became of them. */
export interface Gate {
  /** Positions in the schedule. */
  readonly members: readonly number[];
  /** Set for a gate that protects the holders of a role. */
  readonly holders: HolderGate | null;
}

/** Keeps min(live, desired) holders of a role: if givers failed, as many takers are skipped, the last in plan order first. */
export interface HolderGate {
  /** Holders before the first write. */
  readonly live: number;
  /** Holders once the whole plan is written. */
  readonly desired: number;
  /** What a skipped taker is told. */
  readonly reason: string;
  /** Positions of the writes that take the role away, in plan order. Its members are those that give it. */
  readonly takers: readonly number[];
}

/** A write while the schedule is made. */
export interface Entry {
  readonly position: number;
  readonly index: number;
  readonly planned: PlannedChange;
  readonly waitsFor: number[];
  readonly isLast: boolean;
}

/** Makes writes wait until others are settled and, with `holders`, until enough holders are left. */
export function addGate(
  members: readonly Entry[],
  waiting: readonly Entry[],
  holders: HolderGate | null,
  gates: Gate[],
): void {
  if (waiting.length === 0 || (members.length === 0 && holders === null)) return;
  const gate = gates.push({ members: members.map(({ position }) => position), holders }) - 1;
  for (const entry of waiting) entry.waitsFor.push(gate);
}

/** Everything that waits for one of the given entries, directly or not, and these themselves. */
export function dependentsOf(
  targets: readonly Entry[],
  entries: readonly Entry[],
  gates: readonly Gate[],
): ReadonlySet<Entry> {
  const memberships = gates.flatMap(({ members }, gate) => members.map((member) => ({ member, gate })));
  const waits = entries.flatMap((entry) => entry.waitsFor.map((gate) => ({ gate, entry })));
  const gatesOf = groupBy(memberships, ({ member }) => member);
  const behind = groupBy(waits, ({ gate }) => gate);
  const found = new Set<Entry>(targets);
  for (const { position } of found) {
    for (const { gate } of gatesOf.get(position) ?? []) {
      for (const { entry } of behind.get(gate) ?? []) found.add(entry);
    }
  }
  return found;
}
