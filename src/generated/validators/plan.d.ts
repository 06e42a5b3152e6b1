// Generated from schemas/plan.schema.json by `npm run generate`; do not edit.
import type { Plan } from '../plan.js';
import type { Validate } from '../validators.js';

export declare const validatePlan: Validate<Plan>;
