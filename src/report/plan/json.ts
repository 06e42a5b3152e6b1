import type { Plan } from '../../model/plan.js';
import { orderedPlan } from '../json-order.js';
import { jsonPieces } from '../json-pieces.js';

/**
 * A plan as JSON (schemas/plan.schema.json): what `plan --format json` prints and `--out` keeps. For plans of some hundred
 * thousand changes; that of more is longer than a string can be, see `planJsonPieces`.
 * @throws RangeError where the text is longer than a string can be
 */
export function planJson(plan: Plan): string {
  let json = '';
  for (const piece of planJsonPieces(plan)) json += piece;
  return json;
}

/** The same text in pieces of well below a million characters, whatever the size of the plan. */
export function planJsonPieces(plan: Plan): Generator<string> {
  return jsonPieces(orderedPlan(plan));
}
