// Generated from schemas/audit-line.schema.json by `npm run generate`; do not edit.
import type { AuditLine } from '../audit-line.js';
import type { Validate } from '../validators.js';

export declare const validateAuditLine: Validate<AuditLine>;
