// Generated from schemas/people.schema.json by `npm run generate`; do not edit.
export interface People {
  version?: 1;
  [k: string]: unknown;
}
