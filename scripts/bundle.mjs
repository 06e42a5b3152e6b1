// Bundles for running: each package comes in once, with its licence beside the bundle.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './generated-files.mjs';

/**
 * Writes the bundle of `input` (name -> source path) to the folder `to`, and the licences of what came in to
 * `licences` there. With `single`, everything is in one file; else what is imported lazily stays apart. `elsewhere`
 * (as imported -> as it is found) stays an import, and so does what may be missing where the bundle runs. `finish` has
 * the last word on a chunk's text.
 */
export async function bundle({
  input,
  to,
  licences,
  single,
  format = 'esm',
  elsewhere = {},
  finish = asItIs,
}) {
  const build = await rolldown({
    input,
    external: optional,
    cwd: root,
    platform: 'node',
    plugins: [leftElsewhere(elsewhere), poolAlone],
    experimental: { attachDebugInfo: 'none' },
    checks: { pluginTimings: false },
    onLog: (level, log, handle) => {
      const broken = log.code === 'UNRESOLVED_IMPORT' || log.code === 'IMPORT_IS_UNDEFINED';
      handle(broken ? 'error' : level, log);
    },
  });
  const { output } = await build.generate({
    format,
    // Node.js warns on stderr about an import() in what runs through node:vm, as the command line does.
    ...(format === 'cjs' ? { dynamicImportInCjs: false } : {}),
    entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: !single,
    minify:
      single && format === 'esm'
        ? false
        : { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  });
  await build.close();
  await mkdir(to, { recursive: true });
  const chunks = output.filter(({ type }) => type === 'chunk');
  for (const { fileName, code } of chunks) await writeFile(join(to, fileName), finish(code));
  await writeFile(join(to, licences), await licenceText(chunks.flatMap(({ moduleIds }) => moduleIds)));
}

const asItIs = (text) => text;

const leftElsewhere = (elsewhere) => ({
  name: 'left-elsewhere',
  resolveId: (source) => (source in elsewhere ? { id: elsewhere[source], external: true } : null),
});

/**
 * Of undici the sources use the pool over HTTP/1.1 alone. The rest (fetch, WebSocket, caches, mocks, HTTP/2) would be
 * loaded at every start and take longer than all of the program; so would the modules of Node.js of which it needs next
 * to nothing.
 */
const poolAlone = {
  name: 'undici-pool-alone',
  resolveId(source, importer = '') {
    const from = importer.replaceAll('\\', '/');
    if (source === 'undici' && from.startsWith(`${folder}src/`)) return poolModule;
    if (source.endsWith('/client-h2.js') && from.includes('/undici/')) return withoutHttp2;
    if (!from.startsWith(`${folder}node_modules/undici/`)) return null;
    return stubs.has(`\0${source}`) ? `\0${source}` : null;
  },
  load(id) {
    if (id === poolModule) {
      return `import Pool from ${JSON.stringify(join(root, 'node_modules/undici/lib/dispatcher/pool.js'))};export { Pool };`;
    }
    return id === withoutHttp2 ? 'module.exports = undefined;' : (stubs.get(id) ?? null);
  },
};
const folder = root.replaceAll('\\', '/');
const poolModule = '\0undici-pool.mjs';
const withoutHttp2 = '\0undici-without-http2.cjs';

/** What undici's pool takes of these modules: the default of a limit, a class that nothing here is of, and checks. */
const stubs = new Map([
  [
    '\0node:http',
    `const { execArgv, env } = process;
    const sets = [...execArgv, env.NODE_OPTIONS].some((text) => text?.includes('--max-http-header-size'));
    const maxHeaderSize = sets ? require('http').maxHeaderSize : 16384;
    module.exports = { maxHeaderSize, IncomingMessage: class {} };`,
  ],
  [
    '\0node:assert',
    `module.exports = (value, message) => {
      if (!value) throw new Error(message ?? 'undici: an assumption does not hold');
    };`,
  ],
]);

/** Optional peers: taken from beside the program, where a tracer registered itself with that very package. */
const optional = ['@opentelemetry/api'];

async function licenceText(moduleIds) {
  const folders = new Set();
  for (const id of moduleIds) {
    const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.replaceAll('\\', '/'))?.[0];
    if (folder !== undefined) folders.add(folder);
  }
  const parts = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    parts.set(
      `${name} ${version}`,
      `${name} ${version} (${license})\n\n${await licenceOf(folder, license)}\n`,
    );
  }
  const entries = [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([, text]) => text).join(`\n${'-'.repeat(72)}\n\n`);
}

async function licenceOf(folder, license) {
  for (const file of [
    'LICENSE',
    'LICENSE.md',
    'LICENSE.txt',
    'LICENCE',
    'license',
    'license.md',
    'License',
  ]) {
    const text = await readFile(join(folder, file), 'utf8').catch((error) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text !== null) return text.replaceAll('\r\n', '\n').trimEnd();
  }
  return `The package states its licence (${license}) without a text.`;
}
