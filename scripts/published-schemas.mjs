// What is published in schemas/ of what people write: the common parts with what each provider adds.

/** The folder of the published schemas of a package's major version: a CDN serves the newest one that is compatible. */
export function schemaFolder({ name, version }) {
  return `https://unpkg.com/${name}@${version.split('.', 1)[0]}/schemas`;
}

/** What the program knows of its own package. */
export function versionText(manifest) {
  return `/** The version of this package. */
export const version = '${manifest.version}';

/** The folder of the published schemas that are compatible with this version. */
export const schemaFolder = '${schemaFolder(manifest)}';
`;
}

/** The text of a schema whose `$id` is this one, after its dialect. */
export function withId(text, id) {
  const plain = text.replace(/^ {2}"\$id": .*\n/m, '');
  return plain.replace(/^( {2}"\$schema": .*\n)/m, `$1  "$id": ${JSON.stringify(id)},\n`);
}

/** A schema with those of the shared definitions that it refers to and does not make itself. */
export function withShared(schema, shared) {
  const $defs = { ...schema.$defs };
  const add = (part) => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/\$defs\/([^"]+)"/g)) {
      if (Object.hasOwn($defs, name)) continue;
      $defs[name] = shared[name];
      add(shared[name]);
    }
  };
  add(schema);
  return { ...schema, $defs };
}

/**
 * The published schemas of the files by name, composed as the program does for these providers. `bundle` makes one module of
 * code that stands at the top of the repository.
 */
export async function publishedSchemas(providers, bundle) {
  const imports = providers.map(
    (name) => `import { ${name}Traits } from './src/providers/${name}/traits.ts';
import { ${name}SettingsSchema } from './src/generated/schemas/${name}-settings.ts';`,
  );
  const modules = providers.map(
    (name) => `{ traits: ${name}Traits, settings: { schema: ${name}SettingsSchema } }`,
  );
  const code = `import { editorSchemas } from './src/config/editor-schemas.ts';
${imports.join('\n')}
export const schemas = editorSchemas([${modules.join(', ')}]);`;
  const bundled = await bundle(code);
  const { schemas } = await import(`data:text/javascript;base64,${Buffer.from(bundled).toString('base64')}`);
  return Object.entries(schemas).map(([name, schema]) => [name, formattedJson(schema)]);
}

/** The published schema of the sandbox's seed: each part under its system's name, with all definitions together. */
export function composedSeed(base, parts) {
  const composed = structuredClone(base);
  for (const [name, schema] of parts) {
    const { $schema: _schema, title: _title, description, $defs, ...part } = schema;
    composed.properties[name] = { $ref: `#/$defs/${name}`, description };
    Object.assign(composed.$defs, { [name]: part }, $defs);
  }
  return composed;
}

/** As the formatter has it: what fits stands on one line, if it is a list of plain values. */
export function formattedJson(value) {
  const text = JSON.stringify(value, null, 2);
  const joined = text.replaceAll(/^(.*)\[\n([^[\]{}]*?)\n\s*\](.*)$/gm, (whole, before, items, after) => {
    const line = `${before}[${items.trim().replaceAll(/,\n\s*/g, ', ')}]${after}`;
    return line.length <= 110 ? line : whole;
  });
  return `${joined}\n`;
}
