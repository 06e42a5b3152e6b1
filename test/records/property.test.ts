import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { selectByRecords } from '../../src/commands/record/select-by-records.js';
import type { Change } from '../../src/model/change.js';
import type { ResultStatus } from '../../src/model/result.js';
import { againstBase } from '../../src/planning/against-base.js';
import { blockedText, effectHash, effectTexts } from '../../src/planning/record/effect-hash.js';
import { hashesOf, type ReviewRecord } from '../../src/planning/record/review-record.js';
import { strikeOff } from '../../src/planning/record/strike-off.js';
import { catalogue, planOf, type World } from '../planning/world.js';
import { aionWorlds, redoxWorlds } from '../planning/worlds.js';
import { applyResult, changeResult } from '../report/samples.js';

const domain = { repository: 'acme/access', config: 'rolecall.yaml' };
const hash = effectHash(domain, null);
const REASONS = { date: 'date', drift: 'drift', undone: 'undone' };
const STATUSES: readonly ResultStatus[] = ['applied', 'applied', 'failed', 'skipped'];

/** A record of a plan, and what it may ever let through, told apart from it. */
interface Kept {
  readonly record: ReviewRecord;
  readonly effects: ReadonlySet<string>;
  readonly blocked: ReadonlySet<string>;
}

function keptOf(world: World): Kept {
  const { plan } = planOf(world);
  const possible = plan.changes.filter(({ blocked }) => blocked === null);
  const blocked = plan.changes.filter((change) => change.blocked !== null);
  return {
    record: {
      ...domain,
      pullRequest: 7,
      branch: 'main',
      base: 'b',
      head: 'h',
      time: plan.now,
      digest: plan.digest,
      open: hashesOf(plan, hash),
      done: new Map(),
      signed: false,
      closed: null,
    },
    effects: new Set(possible.flatMap(effectTexts)),
    blocked: new Set(blocked.map(blockedText)),
  };
}

describe.each([
  ['Redox', redoxWorlds],
  ['Aion', aionWorlds],
])('for every history of %s', (_, worlds) => {
  const run = fc.record({
    /** The files and the live state of the run, and the files before the push. */
    world: worlds,
    before: worlds,
    /** Which records are given, and what becomes of the writes. */
    given: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
    ends: fc.array(fc.constantFrom(...STATUSES), { minLength: 1 }),
  });

  test('nothing is written that was in no given record, and nothing twice on the word of records', () => {
    fc.assert(
      fc.property(
        fc.tuple(worlds, worlds),
        fc.array(run, { minLength: 1, maxLength: 4 }),
        (reviewed, runs) => {
          const kept = reviewed.map(keptOf);
          let records = kept.map(({ record }) => record);
          const struck: Set<string>[] = kept.map(() => new Set());
          for (const { world, before, given, ends } of runs) {
            const base = planOf({ ...world, documents: before.documents });
            const planned = againstBase(planOf(world), base);
            const open = records.filter((__, index) => given[index] === true);
            const source = {
              planned,
              plannedAt: () => planned,
              scopes: world.documents,
              config: { catalogue },
            };
            const selection = selectByRecords(source, { open, own: open, hash }, REASONS);
            const changes = selection.allowed.flatMap((index) => planned.plan.changes[index] ?? []);
            const isListed = (text: string): boolean =>
              kept.some(
                ({ effects }, index) =>
                  given[index] === true && effects.has(text) && struck[index]?.has(text) !== true,
              );
            const wasBlocked = (change: Change): boolean =>
              kept.some(({ blocked }, index) => given[index] === true && blocked.has(blockedText(change)));
            for (const change of changes) {
              expect(change.blocked).toBeNull();
              expect(effectTexts(change).every(isListed) || wasBlocked(change)).toBe(true);
            }
            if (selection.unreviewed.length > 0) continue;
            const results = changes.map((change, index) =>
              changeResult(change, { status: ends[index % ends.length] ?? 'applied' }),
            );
            const held = selection.held.flatMap(({ index }) => planned.plan.changes[index] ?? []);
            const all = [...results, ...held.map((change) => changeResult(change, { status: 'held' }))];
            const outcome = { plan: planned.plan, result: applyResult(all), later: [], commit: 'c' };
            records = records.map((record, index) =>
              given[index] === true ? strikeOff(record, outcome, hash) : record,
            );
            const applied = results.filter(({ status }) => status === 'applied').flatMap(effectTexts);
            given.forEach((isGiven, index) => {
              if (isGiven) for (const text of applied) struck[index]?.add(text);
            });
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
