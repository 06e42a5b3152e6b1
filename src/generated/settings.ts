// Generated from schemas/settings.schema.json by `npm run generate`; do not edit.
export interface Settings {
  version?: 1;
  [k: string]: unknown;
}
