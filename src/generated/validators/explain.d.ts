// Generated from schemas/explain.schema.json by `npm run generate`; do not edit.
import type { Explain } from '../explain.js';
import type { Validate } from '../validators.js';

export declare const validateExplain: Validate<Explain>;
