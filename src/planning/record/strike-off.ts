import type { LaterChange, Plan } from '../../model/plan.js';
import type { ApplyResult, ChangeResult } from '../../model/result.js';
import { recordText } from './codec.js';
import { blockedText, type EffectHash, effectTexts } from './effect-hash.js';
import { EXPIRED, hashesOf, isUsedUp, type OpenHashes, type ReviewRecord } from './review-record.js';
import { hasHash, joinedHashes, type ScopedHashes, scopeName } from './scoped-hashes.js';

/** What a run did, as far as records need it, whatever the run was narrowed to. */
export interface RunOutcome {
  readonly plan: Pick<Plan, 'digest' | 'scopes' | 'narrowing'>;
  readonly result: ApplyResult;
  /** What terms will start, as far as this run's scopes go. */
  readonly later: readonly Pick<LaterChange, 'scope'>[];
  /** The commit of the run. */
  readonly commit: string;
}

type IsOpen = (scope: string, hash: string) => boolean;

/**
 * Strikes off a record what was applied or is already done; what failed, is blocked or was not looked at stays open. A
 * record with nothing left is closed. Gives the same object where nothing is struck off.
 */
export function strikeOff(record: ReviewRecord, outcome: RunOutcome, hash: EffectHash): ReviewRecord {
  const next =
    record.open === null
      ? afterDigest(record, outcome, hash)
      : withoutDone(record, record.open, outcome, hash);
  return recordText(next) === recordText(record) ? record : closedIfUsedUp(next, outcome.commit);
}

/** A record with nothing left, closed by the commit of a run; any other, and one that is closed already, as it is. */
export function closedIfUsedUp(record: ReviewRecord, commit: string): ReviewRecord {
  return record.closed === null && isUsedUp(record) ? { ...record, closed: commit } : record;
}

function withoutDone(
  record: ReviewRecord,
  open: OpenHashes,
  { plan, result, later }: RunOutcome,
  hash: EffectHash,
): ReviewRecord {
  const named = (scope: string): string => scopeName(scope, hash);
  const textsOf = (one: ChangeResult): readonly string[] => [...effectTexts(one), blockedText(one)].map(hash);
  const settled = new Set(result.results.filter(isSettled).flatMap(textsOf));
  const pending = new Set(result.results.filter((one) => !isSettled(one)).flatMap(textsOf));
  const complete = new Map(plan.scopes.map((scope) => [named(scope.scope), scope.complete]));
  const starting = new Set(later.map(({ scope }) => named(scope)));
  // A change that is blocked only now may have another principal than at the review.
  const newlyBlocked = new Set(
    result.results
      .filter(({ status }) => status === 'blocked')
      .filter((one) => !hasHash(open.blocked, one.scope, blockedText(one), hash))
      .map(({ scope }) => named(scope)),
  );
  const isWhole = Object.keys(plan.narrowing).length === 0;
  const isOpen =
    (doubtful: ReadonlySet<string>): IsOpen =>
    (scope, own) => {
      if (pending.has(own)) return true;
      if (settled.has(own)) return false;
      const seen = complete.get(scope) ?? (isWhole ? true : null);
      return seen !== true || doubtful.has(scope);
    };
  const effects = divided(open.effects, isOpen(newlyBlocked));
  const starts = divided(open.later, isOpen(starting));
  const blocked = divided(open.blocked, isOpen(new Set()));
  return {
    ...record,
    open: { effects: effects.open, later: starts.open, blocked: blocked.open },
    done: [effects.done, starts.done, blocked.done].reduce(joinedHashes, record.done),
  };
}

function isSettled({ status }: ChangeResult): boolean {
  return status === 'applied' || status === 'alreadyDone';
}

function divided(
  scoped: ScopedHashes,
  isOpen: IsOpen,
): { readonly open: ScopedHashes; readonly done: ScopedHashes } {
  const part = (wanted: boolean): ScopedHashes => {
    const kept = [...scoped].map(([scope, hashes]): [string, ReadonlySet<string>] => [
      scope,
      new Set([...hashes].filter((own) => isOpen(scope, own) === wanted)),
    ]);
    return new Map(kept.filter(([, hashes]) => hashes.size > 0));
  };
  return { open: part(true), done: part(false) };
}

/** A record of the digest alone covered a whole plan; what is left of that plan can be listed effect by effect. */
function afterDigest(record: ReviewRecord, { plan, result }: RunOutcome, hash: EffectHash): ReviewRecord {
  const left = result.results.filter((one) => !isSettled(one));
  const isSeen = Object.keys(plan.narrowing).length === 0 && plan.scopes.every(({ complete }) => complete);
  const isItsPlan = plan.digest === record.digest;
  const concerned = isItsPlan ? left : left.filter(({ cause }) => cause !== 'drift');
  const isRefused = result.guards.length > 0 || result.unreviewed.length > 0;
  if (!isSeen || isRefused || (!isItsPlan && concerned.length > 0)) return record;
  // A digest covers nothing that is blocked.
  const possible = concerned.filter(({ blocked }) => blocked === null);
  return { ...record, open: hashesOf({ changes: possible }, hash) };
}

/** A record without what a copy of it says was struck off; the same object where that is nothing. */
export function withoutDoneOf(record: ReviewRecord, { done }: ReviewRecord): ReviewRecord {
  const left = (scoped: ScopedHashes): ScopedHashes =>
    divided(scoped, (scope, own) => done.get(scope)?.has(own) !== true).open;
  const { open } = record;
  const next = {
    ...record,
    open:
      open === null
        ? null
        : { effects: left(open.effects), later: left(open.later), blocked: left(open.blocked) },
    done: joinedHashes(record.done, done),
  };
  return recordText(next) === recordText(record) ? record : next;
}

/** Closes a record that is too old to be taken up. What it says of terms to come remains. */
export function expiredRecord(record: ReviewRecord): ReviewRecord {
  return { ...record, closed: EXPIRED };
}
