import type { DocumentOptions, ParseOptions, SchemaOptions } from 'yaml';

/**
 * YAML 1.2 with the core schema, no merge keys and no other tags. Who reads a file and who edits it must take it for the
 * same data, so both use these. Keys that stand twice are found where the data is made, with both positions.
 */
export const yamlOptions: DocumentOptions & ParseOptions & SchemaOptions = {
  version: '1.2',
  schema: 'core',
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
};
