import type { Plan } from '../../model/plan.js';
import { jsonText } from '../escape.js';
import { orderedPlan } from '../json-order.js';

/** A plan as JSON (schemas/plan.schema.json): what `plan --format json` prints and `--out` keeps. */
export function planJson(plan: Plan): string {
  return jsonText(orderedPlan(plan));
}
