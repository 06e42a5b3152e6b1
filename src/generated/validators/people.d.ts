// Generated from schemas/people.schema.json by `npm run generate`; do not edit.
import type { People } from '../people.js';
import type { Validate } from '../validators.js';

export declare const validatePeople: Validate<People>;
