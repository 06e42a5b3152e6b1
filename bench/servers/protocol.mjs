// What a server process and the bench say to each other.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * What a server saw since it was last asked; times in milliseconds of its own clock.
 * @typedef {object} Seen
 * @property {number} requests
 * @property {number} writes
 * @property {number} bounced answers 429
 * @property {number} connections opened
 * @property {number | null} firstAt
 * @property {number | null} lastAt
 * @property {number | null} firstWriteAt
 * @property {number | null} lastWriteAt
 */

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {() => Promise<Seen>} seen
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a server of this folder in a process of its own.
 * @param {'redox' | 'organizations' | 'aion' | 'kong'} name
 * @param {Record<string, unknown>} options
 * @returns {Promise<Server>}
 */
export async function startServer(name, options) {
  const file = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
  const child = fork(file, [JSON.stringify(options)], { serialization: 'advanced' });
  const [{ port }] = await once(child, 'message');
  return {
    url: `http://127.0.0.1:${port}`,
    seen: async () => {
      const answered = once(child, 'message');
      child.send('seen');
      const [{ seen }] = await answered;
      return seen;
    },
    stop: async () => {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
