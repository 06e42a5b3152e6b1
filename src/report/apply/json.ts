import type { ApplyResult } from '../../model/result.js';
import { jsonText } from '../escape.js';
import { orderedResult } from '../json-order.js';

/** What apply did, as JSON (schemas/result.schema.json). */
export function applyJson(result: ApplyResult): string {
  return jsonText(orderedResult(result));
}
