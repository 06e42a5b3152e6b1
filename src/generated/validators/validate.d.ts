// Generated from schemas/validate.schema.json by `npm run generate`; do not edit.
import type { Validate } from '../validate.js';
import type { Validate } from '../validators.js';

export declare const validateValidate: Validate<Validate>;
