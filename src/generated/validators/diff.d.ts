// Generated from schemas/diff.schema.json by `npm run generate`; do not edit.
import type { Diff } from '../diff.js';
import type { Validate } from '../validators.js';

export declare const validateDiff: Validate<Diff>;
