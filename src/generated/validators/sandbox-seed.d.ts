// Generated from schemas/sandbox-seed.schema.json by `npm run generate`; do not edit.
import type { SandboxSeed } from '../sandbox-seed.js';
import type { Validate } from '../validators.js';

export declare const validateSandboxSeed: Validate<SandboxSeed>;
