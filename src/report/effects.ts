import type { Action, Change } from '../model/change.js';
import { actionOf } from '../planning/comparison.js';
import { stateWords } from './words.js';

/** What one and what several people do by a change. */
export type Verbs = Readonly<Record<Action, readonly [one: string, several: string]>>;
const MADE: Verbs = { grant: ['gains', 'gain'], change: ['gets', 'get'], revoke: ['loses', 'lose'] };
export const UNMADE: Verbs = {
  grant: ['would gain', 'would gain'],
  change: ['would get', 'would get'],
  revoke: ['would lose', 'would lose'],
};

/** For what was taken out of the files and stays. */
export const KEPT: Verbs = { grant: ['keeps', 'keep'], change: ['keeps', 'keep'], revoke: ['keeps', 'keep'] };

/** `gains admin`, `gets admin in place of member`; `shown` escapes a role for where it stands. */
export function effectPhrase(
  change: Pick<Change, 'from' | 'to'>,
  shown: (text: string) => string,
  verbs: Verbs = MADE,
  several = false,
): string {
  const states = [change.to, change.from].filter((state) => state !== null);
  const roles = states.map((state) => shown(stateWords(state))).join(' in place of ');
  return `${verbs[actionOf(change)][several ? 1 : 0]} ${roles}`;
}
