import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { inject, onTestFinished } from 'vitest';

let built: Promise<string> | null = null;

/** The command line as it is now, bundled once for all test files of this process; gives the file to run. */
export async function buildProgram(): Promise<string> {
  built ??= build();
  return await built;
}

async function build(): Promise<string> {
  const folder = mkdtempSync(join(inject('runFolder'), 'program-'));
  const bundle = await rolldown({ input: { main: 'src/cli/main.ts' }, platform: 'node', logLevel: 'silent' });
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  });
  await bundle.close();
  return join(folder, 'main.mjs');
}

interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/**
 * Starts the program in a process of its own, with no cache of compiled code unless XDG_CACHE_HOME says where; whatever
 * becomes of the test, the process is ended.
 */
export function start(
  main: string,
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Running {
  const child = spawn(process.execPath, [main, ...argv], {
    cwd,
    env: {
      PATH: process.env['PATH'],
      ...('XDG_CACHE_HOME' in env ? {} : { NODE_DISABLE_COMPILE_CACHE: '1' }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) =>
      resolve({
        code,
        signal,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
  });
  return { child, ended };
}
