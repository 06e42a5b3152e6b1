// Generated from schemas by `npm run generate`; do not edit.
/** A finding of a schema: `instancePath` is a JSON pointer into what was checked. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Whether a value is what the schema describes; if not, `errors` holds all findings until the next call. */
export interface Validate<T> {
  (value: unknown): value is T;
  readonly errors?: readonly SchemaError[] | null;
}

export { validateAccess } from './validators/access.js';
export { validateAuditLine } from './validators/audit-line.js';
export { validateDiff } from './validators/diff.js';
export { validateExplain } from './validators/explain.js';
export { validatePeople } from './validators/people.js';
export { validatePlan } from './validators/plan.js';
export { validateReceipt } from './validators/receipt.js';
export { validateReport } from './validators/report.js';
export { validateResult } from './validators/result.js';
export { validateSandboxSeed } from './validators/sandbox-seed.js';
export { validateSettings } from './validators/settings.js';
export { validateValidate } from './validators/validate.js';
