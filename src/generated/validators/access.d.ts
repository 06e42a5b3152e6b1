// Generated from schemas/access.schema.json by `npm run generate`; do not edit.
import type { Access } from '../access.js';
import type { Validate } from '../validators.js';

export declare const validateAccess: Validate<Access>;
