import type { Diagnostic } from '../../model/diagnostic.js';
import { jsonText } from '../escape.js';
import { orderedDiagnostic } from '../json-order.js';

/** Findings as JSON (schemas/validate.schema.json). */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): string {
  return jsonText({ formatVersion: 1, diagnostics: diagnostics.map(orderedDiagnostic) });
}
