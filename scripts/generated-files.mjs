// What src/generated has to hold: of each schema that the program checks by a type and a validator, and the version.
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { compile } from 'json-schema-to-typescript';
import { rolldown } from 'rolldown';

export const root = fileURLToPath(new URL('../', import.meta.url));
const folder = 'src/generated';
const suffix = '.schema.json';

/** The schemas of what people write: they suggest keys, and `init` writes them beside the files. */
const written = new Set(['access', 'people', 'settings']);
/** The schemas by which the program checks what it reads. */
const checked = new Set([...written, 'plan', 'sandbox-seed']);

/** Path -> text of every generated file, from the schemas as they are on disk. */
export async function generatedFiles() {
  const schemas = await readSchemas();
  const files = new Map();
  const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  files.set(
    `${folder}/version.ts`,
    `${banner('package.json')}/** The version of this package. */\nexport const version = '${version}';\n`,
  );
  const ajv = validatorCompiler(schemas);
  for (const [name, schema] of schemas) {
    if (!checked.has(name)) continue;
    const source = `schemas/${name}${suffix}`;
    files.set(`${folder}/${name}.ts`, banner(source) + (await typeText(name, schema, schemas)));
    if (written.has(name)) {
      files.set(`${folder}/schemas/${name}.ts`, banner(source) + schemaText(name, schema));
    }
    files.set(`${folder}/validators/${name}.js`, banner(source) + (await validatorText(ajv, name, schema)));
    files.set(`${folder}/validators/${name}.d.ts`, banner(source) + validatorTypeText(name));
  }
  files.set(`${folder}/workflows.ts`, banner('examples/workflows') + (await workflowsText()));
  files.set(`${folder}/validators.js`, banner('schemas') + indexText());
  files.set(`${folder}/validators.d.ts`, banner('schemas') + validateText + indexText());
  return files;
}

/** The workflows that `rolecall init` writes, by name. */
async function workflowsText() {
  const lines = [];
  for (const name of ['plan', 'apply', 'drift']) {
    const text = await readFile(`${root}examples/workflows/${name}.yml`, 'utf8');
    lines.push(`  ${name}: ${JSON.stringify(text)},\n`);
  }
  const doc = '/** The example workflows, as they are in examples/workflows. */\n';
  return `${doc}export const workflows: Readonly<Record<'plan' | 'apply' | 'drift', string>> = {\n${lines.join('')}};\n`;
}

async function readSchemas() {
  const names = (await readdir(`${root}schemas`))
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .toSorted();
  const schemas = new Map();
  for (const name of names) {
    const path = `schemas/${name}${suffix}`;
    const text = await readFile(`${root}${path}`, 'utf8');
    try {
      schemas.set(name, JSON.parse(text));
    } catch (cause) {
      throw new Error(`${path}: ${cause.message}`, { cause });
    }
  }
  return schemas;
}

function validatorCompiler(schemas) {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    discriminator: true,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true, lines: true },
  });
  addFormats.default(ajv);
  for (const [name, schema] of schemas) ajv.addSchema(schema, keyOf(name, schema));
  return ajv;
}

function keyOf(name, schema) {
  return schema.$id ?? `${name}${suffix}`;
}

async function validatorText(ajv, name, schema) {
  const validate = ajv.getSchema(keyOf(name, schema));
  const code = standaloneCode.default(ajv, { [`validate${pascal(name)}`]: keyOf(name, schema) });
  if (validate === undefined) throw new Error(`schemas/${name}${suffix} does not compile`);
  return await selfContained(name, appending(code));
}

/** Ajv copies all errors found so far for each item that has some, which takes forever where all items of a long list do. */
function appending(code) {
  const appended = 'function appended(all, more) { for (const error of more) all.push(error); return all; }';
  return `${appended}\n${code.replaceAll(/\bvErrors\.concat\((\w+\.errors)\)/g, 'appended(vErrors, $1)')}`;
}

/** Ajv's code requires its run-time parts; bundled, the validator is one ES module that needs nothing. */
async function selfContained(name, code) {
  const entry = `${root}scripts/${name}.validator.js`;
  const bundle = await rolldown({
    input: entry,
    cwd: root,
    platform: 'node',
    experimental: { attachDebugInfo: 'none' },
    plugins: [
      {
        name: 'validator',
        resolveId: (id) => (id === entry ? entry : null),
        load: (id) => (id === entry ? { code, moduleType: 'js' } : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const text = output[0].code;
  if (output.length !== 1 || /(?<!")\brequire\(/.test(text)) {
    throw new Error(`the validator of schemas/${name}${suffix} is not self-contained`);
  }
  return text;
}

const validateText = `/** A finding of a schema: \`instancePath\` is a JSON pointer into what was checked. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Whether a value is what the schema describes; if not, \`errors\` holds all findings until the next call. */
export interface Validate<T> {
  (value: unknown): value is T;
  readonly errors?: readonly SchemaError[] | null;
}

`;

function validatorTypeText(name) {
  const type = pascal(name);
  return [
    `import type { ${type} } from '../${name}.js';`,
    `import type { Validate } from '../validators.js';`,
    '',
    `export declare const validate${type}: Validate<${type}>;`,
    '',
  ].join('\n');
}

/** The schema itself, for the messages that say which keys and values it knows. */
function schemaText(name, schema) {
  const constant = pascal(name).replace(/^./, (letter) => letter.toLowerCase());
  const text = JSON.stringify(schema, null, 2);
  return `export const ${constant}Schema: Readonly<Record<string, unknown>> = ${text};\n`;
}

function indexText() {
  const lines = [...checked].map(
    (name) => `export { validate${pascal(name)} } from './validators/${name}.js';\n`,
  );
  return lines.join('');
}

async function typeText(name, schema, schemas) {
  return await compile({ ...structuredClone(schema), title: pascal(name) }, pascal(name), {
    bannerComment: '',
    cwd: `${root}schemas/`,
    enableConstEnums: false,
    style: { singleQuote: true, printWidth: 110 },
    $refOptions: {
      resolve: {
        http: false,
        file: false,
        schemas: {
          order: 1,
          canRead: true,
          read: ({ url }) => {
            const other = schemas.get(basename(url).slice(0, -suffix.length));
            if (other === undefined)
              throw new Error(`${name}${suffix} refers to ${url}, which is not in schemas`);
            return structuredClone(other);
          },
        },
      },
    },
  });
}

function banner(source) {
  return `// Generated from ${source} by \`npm run generate\`; do not edit.\n`;
}

/** plan-result -> PlanResult */
function pascal(name) {
  return name.replace(/(?:^|[-.])(\w)/g, (_, letter) => letter.toUpperCase());
}
