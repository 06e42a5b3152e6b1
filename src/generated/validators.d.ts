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
export { validatePeople } from './validators/people.js';
export { validateSettings } from './validators/settings.js';
export { validatePlan } from './validators/plan.js';
export { validateSandboxSeed } from './validators/sandbox-seed.js';
