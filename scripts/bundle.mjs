// Bundles for running: each package comes in once, with its licence beside the bundle.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './generated-files.mjs';

/**
 * Writes the bundle of `input` (name -> source path) to the folder `to`, and the licences of what came in to
 * `licences` there. With `single`, everything is in one file; else what is imported lazily stays apart.
 * `format` is esm or cjs.
 */
export async function bundle({ input, to, licences, single, format = 'esm' }) {
  const ending = format === 'cjs' ? 'cjs' : 'js';
  const build = await rolldown({
    input,
    external: optional,
    cwd: root,
    platform: 'node',
    // The ES modules of yaml: what is not used stays out, and none asks the environment at every token.
    resolve: { alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') } },
    experimental: { attachDebugInfo: 'none' },
    checks: { pluginTimings: false },
    onLog: (level, log, handle) => {
      const broken = log.code === 'UNRESOLVED_IMPORT' || log.code === 'IMPORT_IS_UNDEFINED';
      handle(broken ? 'error' : level, log);
    },
  });
  const { output } = await build.generate({
    format,
    dynamicImportInCjs: false,
    entryFileNames: `[name].${ending}`,
    chunkFileNames: `[name]-[hash].${ending}`,
    codeSplitting: !single,
    comments: { legal: true, annotation: false, jsdoc: false },
  });
  await build.close();
  await mkdir(to, { recursive: true });
  const chunks = output.filter(({ type }) => type === 'chunk');
  for (const { fileName, code } of chunks) await writeFile(join(to, fileName), code);
  await writeFile(join(to, licences), await licenceText(chunks.flatMap(({ moduleIds }) => moduleIds)));
}

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
