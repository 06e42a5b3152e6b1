import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const validators = new Map<string, ValidateFunction>();

/** What the schema of that name in `schemas/` finds wrong with a value; nothing where the value is what it describes. */
export function schemaProblems(name: string, value: unknown): readonly unknown[] {
  const validate = validators.get(name) ?? compile(name);
  validators.set(name, validate);
  return validate(value) ? [] : (validate.errors ?? []);
}

function compile(name: string): ValidateFunction {
  const schema: object = JSON.parse(
    readFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8'),
  );
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    discriminator: true,
  });
  addFormats.default(ajv);
  return ajv.compile(schema);
}
