import * as native from 'node:path';

/** The paths of a system: Node's `path.posix`, `path.win32`, or that of this machine. */
export type Paths = Pick<native.PlatformPath, 'relative' | 'isAbsolute' | 'sep'>;

/**
 * The names on the way from a folder to a path below it; none where it is the folder itself, null where it is elsewhere:
 * outside, on another drive or on another server. Both are absolute; Windows takes no notice of letter case.
 */
export function stepsInside(folder: string, path: string, paths: Paths = native): readonly string[] | null {
  const way = paths.relative(folder, path);
  if (way === '') return [];
  const steps = way.split(paths.sep);
  return steps[0] === '..' || paths.isAbsolute(way) ? null : steps;
}

/** A path of this machine with `/` between its names, as git and every output of rolecall write it. */
export function withSlashes(path: string, paths: Paths = native): string {
  return paths.sep === '/' ? path : path.replaceAll(paths.sep, '/');
}

/** Whether two paths differ in nothing but letter case, so that many file systems take one for the other. */
export function differInCase(one: string, other: string): boolean {
  return one !== other && one.toLowerCase() === other.toLowerCase();
}

/** Whether Windows takes a file name for a device, such as `con` or `aux.yaml`, and opens that in place of the file. */
export function namesDevice(name: string): boolean {
  return /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu.test(name);
}

/**
 * The signals that ask a process to stop. Windows has its own: SIGBREAK (Ctrl-Break, and what the runner of GitHub sends)
 * and SIGHUP (the console window was closed). Elsewhere SIGHUP stays what the shell made of it, such as nohup.
 */
export function stopSignals(platform: NodeJS.Platform): readonly NodeJS.Signals[] {
  return platform === 'win32' ? ['SIGINT', 'SIGTERM', 'SIGBREAK', 'SIGHUP'] : ['SIGINT', 'SIGTERM'];
}

/** What Windows says while another program, such as a virus scanner or an editor, has a file open. */
const BUSY: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Milliseconds between attempts to replace a busy file: nearly two seconds in all. */
const PAUSES = [10, 20, 40, 80, 160, 320, 640, 640];

/** How files get another name, and on which system. */
export interface Renaming {
  readonly platform: NodeJS.Platform;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly pause: (ms: number) => Promise<unknown>;
}

/** Loads what it needs when it is used: every start loads this file, and few commands write. */
const real: Renaming = {
  platform: process.platform,
  rename: async (from, to) => await (await import('node:fs/promises')).rename(from, to),
  pause: async (ms) => await (await import('node:timers/promises')).setTimeout(ms),
};

/**
 * Puts a file in the place of another at once. On Windows, where that fails while somebody has one of them open, it is
 * tried again for a moment. @throws the file system's error
 */
export async function replaceFile(from: string, to: string, renaming: Renaming = real): Promise<void> {
  for (const ms of renaming.platform === 'win32' ? PAUSES : []) {
    try {
      await renaming.rename(from, to);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && BUSY.has(error.code))) throw error;
      await renaming.pause(ms);
    }
  }
  await renaming.rename(from, to);
}
