// Generated from schemas/result.schema.json by `npm run generate`; do not edit.
import type { Result } from '../result.js';
import type { Validate } from '../validators.js';

export declare const validateResult: Validate<Result>;
