import type { Check } from '../../model/check.js';

/** What cannot be done because of a check. */
export type Blocks = 'plan' | 'apply' | 'nothing';

/** A check with what it means for the commands that follow. */
export interface CheckDraft extends Check {
  readonly blocks: Blocks;
}

/** What a check is about. */
export type About = Pick<Check, 'id' | 'layer' | 'subject'> & Partial<Pick<Check, 'option' | 'value'>>;

/** All is well. */
export function ok(about: About, evidence: string): CheckDraft {
  return draft(about, { state: 'ok', evidence, remedy: null, blocks: 'nothing' });
}

/** Something does not work, and what to do about it. */
export function failed(about: About, evidence: string, remedy: string, blocks: Blocks = 'plan'): CheckDraft {
  return draft(about, { state: 'failed', evidence, remedy, blocks });
}

/** A check about something, in any state. */
export function draft(
  { id, layer, subject, option = null, value = null }: About,
  { state, evidence, remedy, blocks }: Pick<CheckDraft, 'state' | 'evidence' | 'remedy' | 'blocks'>,
): CheckDraft {
  return { id, layer, subject, state, option, value, evidence, remedy, blocks };
}
