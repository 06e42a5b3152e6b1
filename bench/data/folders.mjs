// Folders of configuration files, made for a measurement and removed after it.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The variables that the settings below name. */
export const variables = { BENCH_TOKEN: 'bench' };

/**
 * Settings for one server that stands for both APIs.
 * @param {string} url
 * @param {{ rateLimit?: string, prune?: boolean, concurrency?: number }} [more]
 */
export function settings(url, { rateLimit, prune = false, concurrency = 8 } = {}) {
  const auth = '{ method: bearer, token: { env: BENCH_TOKEN } }';
  const limit = rateLimit === undefined ? '' : `    rateLimit: ${rateLimit}\n`;
  const provider = (/** @type {string} */ name) =>
    `  ${name}:\n    url: ${url}\n    auth: ${auth}\n    concurrency: ${concurrency}\n${limit}`;
  return `version: 1\nprune: ${prune}\nproviders:\n${provider('redox')}${provider('aion')}`;
}

/**
 * Makes a folder of these files, hands it on, and removes it.
 * @template T
 * @param {Record<string, string>} files path -> text
 * @param {(folder: string) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withFolder(files, use) {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-bench-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
