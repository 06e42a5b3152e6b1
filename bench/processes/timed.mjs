// A process from start to end: how long it took, what it said, and how much memory it held at most.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

// Certificates that a machine adds are read by Node.js before its first line, 50 ms for the usual bundle, and by nobody
// else here: all figures are taken without them.
const { NODE_EXTRA_CA_CERTS: _, ...machine } = process.env;

/**
 * @typedef {object} Ran
 * @property {number} ms from the spawn to the exit
 * @property {number} code
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, input?: string, codes?: readonly number[] }} [options]
 *   `codes`: exit codes that are no failure, 0 alone if left out
 * @returns {Promise<Ran>}
 */
export async function timed(file, args, { cwd, env, input, codes = [0] } = {}) {
  const startedAt = performance.now();
  const child = spawn(file, args, { cwd, env: { ...machine, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const out = [];
  /** @type {Buffer[]} */
  const err = [];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => err.push(chunk));
  child.stdin.end(input);
  const exit = once(child, 'exit').then((values) => ({ values, ms: performance.now() - startedAt }));
  const [{ values, ms }] = await Promise.all([exit, once(child, 'close')]);
  const code = Number(values[0] ?? -1);
  const stdout = Buffer.concat(out).toString();
  const stderr = Buffer.concat(err).toString();
  if (!codes.includes(code)) {
    throw new Error(
      `${[file, ...args].join(' ').slice(0, 200)} exited with ${code}:\n${stderr.slice(-2000)}`,
    );
  }
  return { ms, code, stdout, stderr };
}

/** This very Node.js. */
export const node = process.execPath;

/**
 * Sends these requests with nothing but undici and p-limit, from a process of its own.
 * @param {{ url: string, concurrency: number, requests: readonly import('../loops/bare-loop.mjs').BareRequest[] }} job
 */
export async function bareLoop(job) {
  const loop = fileURLToPath(new URL('../loops/bare-loop.mjs', import.meta.url));
  return timed(node, [loop], { input: JSON.stringify(job) });
}
