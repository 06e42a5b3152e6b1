import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { onTestFinished } from 'vitest';

/** Bundles the command line as it is now. The answer is the file to run, and how to take it away. */
export async function buildProgram(): Promise<{ readonly main: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-built-'));
  const bundle = await rolldown({ input: { main: 'src/cli/main.ts' }, platform: 'node', logLevel: 'silent' });
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  });
  await bundle.close();
  return { main: join(folder, 'main.mjs'), remove: () => rmSync(folder, { recursive: true }) };
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
