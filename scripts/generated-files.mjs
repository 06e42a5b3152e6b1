// What generation makes: of each schema that the program checks by a type and a validator, the version, and the schemas of
// the files, composed from their common parts and what each provider adds.
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { compile } from 'json-schema-to-typescript';
import { rolldown } from 'rolldown';
import {
  composedSeed,
  formattedJson,
  publishedSchemas,
  schemaFolder,
  versionText,
  withId,
  withShared,
} from './published-schemas.mjs';

export const root = fileURLToPath(new URL('../', import.meta.url));
const folder = 'src/generated';
const suffix = '.schema.json';
const pageFolder = 'src/report/access-review/page';

/** The providers that ship with rolecall: folders of src/providers, in the order of the published schemas. */
const providers = ['redox', 'aion'];
/** The common parts of what people write, and what providers add to the settings: findings name their keys. */
const written = new Map([
  ['access', 'src/config/access.schema.json'],
  ['people', 'src/config/people.schema.json'],
  ['settings', 'src/config/settings.schema.json'],
  // What the settings of every provider may have; the parts of the providers refer to its definitions.
  ['connection-settings', 'src/providers/connection-settings.schema.json'],
  ['connector', 'schemas/connector.schema.json'],
  ...providers.map((name) => [`${name}-settings`, `src/providers/${name}/settings.schema.json`]),
]);
/** What the sandbox's seed is composed of: the common part, and that of each system. */
const seed = 'src/sandbox/seed.schema.json';
const seedParts = new Map(providers.map((name) => [name, `src/providers/${name}/sandbox/seed.schema.json`]));
/** The schemas by which the program checks what it reads, by name: where each stands. */
const checked = new Map([
  ...written,
  ...[...seedParts].map(([name, path]) => [`${name}-seed`, path]),
  ['plan', `schemas/plan${suffix}`],
  ['recording', `schemas/recording${suffix}`],
]);

/** What is published in `schemas` and composed of several. */
const composed = new Set(['access', 'people', 'settings', 'sandbox-seed']);

/** Their types are written by hand: common parts leave room for the keys of providers, and connectors share their lists. */
const untyped = new Set(['access', 'people', 'connector']);

/** Path -> text of every generated file, from the schemas as they are on disk. */
export async function generatedFiles() {
  const manifest = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  const idOf = (name) => `${schemaFolder(manifest)}/${name}${suffix}`;
  const files = new Map();
  for (const name of await ownSchemas()) {
    const path = `schemas/${name}${suffix}`;
    files.set(path, withId(await readFile(`${root}${path}`, 'utf8'), idOf(name)));
  }
  const schemas = readSchemas(files);
  for (const [name, path] of written) if (!schemas.has(name)) schemas.set(name, await readSchema(path));
  const { $defs: shared } = schemas.get('connection-settings');
  for (const provider of providers) {
    const name = `${provider}-settings`;
    schemas.set(name, withShared(schemas.get(name), shared));
  }
  const seedBase = await readSchema(seed);
  for (const [name, path] of seedParts)
    schemas.set(`${name}-seed`, withShared(await readSchema(path), seedBase.$defs));
  files.set(`${folder}/version.ts`, banner('package.json') + versionText(manifest));
  const ajv = validatorCompiler(schemas);
  for (const [name, schema] of schemas) {
    const source = checked.get(name);
    if (source === undefined) continue;
    if (!untyped.has(name))
      files.set(`${folder}/${name}.ts`, banner(source) + (await typeText(name, schema, schemas)));
    if (written.has(name)) {
      files.set(`${folder}/schemas/${name}.ts`, banner(source) + schemaText(name, schema));
    }
    files.set(`${folder}/validators/${name}.js`, banner(source) + (await validatorText(ajv, name, schema)));
    files.set(`${folder}/validators/${name}.d.ts`, banner(source) + validatorTypeText(name));
  }
  files.set(`${folder}/workflows.ts`, banner('examples/workflows') + (await workflowsText()));
  files.set(`${folder}/connectors.ts`, banner('connectors') + (await connectorsText()));
  files.set(`${folder}/review-page-script.ts`, banner(pageFolder) + (await pageScriptText()));
  files.set(`${folder}/validators.js`, banner('schemas') + indexText());
  files.set(`${folder}/validators.d.ts`, banner('schemas') + validateText + indexText());
  const bundle = (code) => bundledText(`${root}published-schemas.js`, code, files);
  for (const [name, text] of await publishedSchemas(providers, bundle))
    files.set(`schemas/${name}${suffix}`, text);
  const parts = providers.map((name) => [name, schemas.get(`${name}-seed`)]);
  files.set(
    `schemas/sandbox-seed${suffix}`,
    withId(formattedJson(composedSeed(seedBase, parts)), idOf('sandbox-seed')),
  );
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

/** The connectors that ship with rolecall, by name. */
async function connectorsText() {
  const names = (await readdir(`${root}connectors`)).filter((file) => file.endsWith('.yaml')).toSorted();
  const lines = [];
  for (const name of names) {
    const text = await readFile(`${root}connectors/${name}`, 'utf8');
    lines.push(`  ${JSON.stringify(basename(name, '.yaml'))}: ${JSON.stringify(text)},\n`);
  }
  const doc = '/** The connectors that ship with rolecall, as they are in connectors. */\n';
  return `${doc}export const connectors: Readonly<Record<string, string>> = {\n${lines.join('')}};\n`;
}

/** The script of the access review's page, bundled for the browser. */
async function pageScriptText() {
  const script = await bundled({ input: `${root}${pageFolder}/main.ts`, platform: 'browser' }, 'iife');
  const code = script.replaceAll(/^\t+/gm, (tabs) => '  '.repeat(tabs.length));
  if (/<\/script|<!--/i.test(code)) throw new Error(`the script of ${pageFolder} would end its element`);
  const doc = "/** The script of the access review's page. */\n";
  return `${doc}export const reviewPageScript: string = ${JSON.stringify(code)};\n`;
}

/** The names of the schemas in `schemas` that are written by hand; the others there are composed. */
async function ownSchemas() {
  const names = (await readdir(`${root}schemas`))
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .toSorted();
  return names.filter((name) => !composed.has(name));
}

function readSchemas(texts) {
  return new Map([...texts].map(([path, text]) => [basename(path, suffix), parsed(path, text)]));
}

async function readSchema(path) {
  return parsed(path, await readFile(`${root}${path}`, 'utf8'));
}

function parsed(path, text) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path}: ${cause.message}`, { cause });
  }
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
  const text = await bundledText(`${root}scripts/${name}.validator.js`, code, new Map());
  if (/(?<!")\brequire\(/.test(text)) throw new Error(`the validator of ${name} is not self-contained`);
  return text;
}

/** One ES module from the code of `entry`; what it imports of `generated` is taken from there. */
async function bundledText(entry, code, generated) {
  const texts = new Map([[entry, code]]);
  for (const [path, text] of generated) texts.set(`${root}${path}`, text);
  const plugin = {
    name: 'in-memory',
    resolveId: (id, importer) => {
      const path = importer === undefined ? id : resolve(dirname(importer), id);
      return [path, path.replace(/\.js$/, '.ts')].find((each) => texts.has(each)) ?? null;
    },
    load: (id) => {
      const text = texts.get(id);
      return text === undefined ? null : { code: text, moduleType: id.endsWith('.ts') ? 'ts' : 'js' };
    },
  };
  return await bundled({ input: entry, platform: 'node', plugins: [plugin] }, 'esm');
}

/** The code of an entry and all that it imports, in this format. */
async function bundled(input, format) {
  const bundle = await rolldown({ ...input, cwd: root, experimental: { attachDebugInfo: 'none' } });
  const { output } = await bundle.generate({ format });
  await bundle.close();
  if (output.length !== 1) throw new Error(`${input.input} does not come to one module`);
  return output[0].code;
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
  const known = !untyped.has(name);
  return [
    ...(known ? [`import type { ${type} } from '../${name}.js';`] : []),
    `import type { Validate } from '../validators.js';`,
    '',
    `export declare const validate${type}: Validate<${known ? type : 'unknown'}>;`,
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
  const lines = [...checked.keys()].map(
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
