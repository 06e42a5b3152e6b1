// Generated from schemas/settings.schema.json by `npm run generate`; do not edit.
import type { Settings } from '../settings.js';
import type { Validate } from '../validators.js';

export declare const validateSettings: Validate<Settings>;
