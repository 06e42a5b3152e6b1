import { cut } from '../../model/label.js';
import type { StateDifference } from '../../model/plan.js';

/** Whom a difference is about, as it is shown. Foreign text, not escaped. */
export function shownName({ label, who }: StateDifference): string {
  return who ?? cut(label);
}
