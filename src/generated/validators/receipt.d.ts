// Generated from schemas/receipt.schema.json by `npm run generate`; do not edit.
import type { Receipt } from '../receipt.js';
import type { Validate } from '../validators.js';

export declare const validateReceipt: Validate<Receipt>;
