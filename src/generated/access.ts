// Generated from schemas/access.schema.json by `npm run generate`; do not edit.
export interface Access {
  version?: 1;
  [k: string]: unknown;
}
