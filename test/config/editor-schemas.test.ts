import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { editorSchemas } from '../../src/config/editor-schemas.js';
import type { JsonSchema } from '../../src/config/schema-lookup.js';
import { forge } from '../providers/forge/forge.js';
import { modules } from '../modules.js';

const schemas = editorSchemas([...modules, forge]);

function fits(schema: JsonSchema, value: unknown): boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, discriminator: true });
  return ajv.validate(schema, value);
}

test('the published schemas are those of the built-in providers', () => {
  for (const [name, schema] of Object.entries(editorSchemas(modules))) {
    const file = new URL(`../../schemas/${name}.schema.json`, import.meta.url);
    expect(schema).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  }
});

test("an editor takes another provider's documents, and the others' as before", () => {
  const roles = { member: ['ada'] };
  expect(fits(schemas.access, { provider: 'forge', team: 'core', organization: 'acme', roles })).toBe(true);
  expect(fits(schemas.access, { team: 'core', roles })).toBe(false);
  expect(fits(schemas.access, { environment: 'x', organization: '1', roles })).toBe(true);
  expect(fits(schemas.access, { organization: '1', account: '1', roles })).toBe(false);
});

test("an editor takes another provider's settings, even where a definition has the name of another's", () => {
  const auth = {
    method: 'private-key-jwt',
    clientId: { env: 'A' },
    keyId: { env: 'B' },
    privateKey: { env: 'C' },
  };
  const settings = (provider: string, part: unknown): unknown => ({
    version: 1,
    providers: { [provider]: part },
  });
  expect(fits(schemas.settings, settings('redox', { auth }))).toBe(true);
  expect(fits(schemas.settings, settings('forge', { auth }))).toBe(false);
  expect(fits(schemas.settings, settings('forge', { auth: { ...auth, tokenUrl: 'https://a.test' } }))).toBe(
    true,
  );
  expect(fits(schemas.settings, settings('forge', { organizations: {} }))).toBe(false);
});

test('an editor takes a person with an id in another provider', () => {
  expect(fits(schemas.people, { people: { ada: { redox: 'a', ids: { forge: { acme: 'ada' } } } } })).toBe(
    true,
  );
  expect(fits(schemas.people, { people: { ada: { forge: 'ada' } } })).toBe(false);
});
