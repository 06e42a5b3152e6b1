// Generated from schemas/report.schema.json by `npm run generate`; do not edit.
import type { Report } from '../report.js';
import type { Validate } from '../validators.js';

export declare const validateReport: Validate<Report>;
