import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { commandTable } from '../../src/cli/command-table.js';
import { makeIo } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import type { ProviderModule } from '../../src/providers/provider.js';
import { type Runtime, systemRuntime } from '../../src/runtime.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/start.js';
import { modules } from '../../src/cli/modules.js';

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of files, gone after the test. */
export interface ProgramFolder {
  readonly folder: string;
  /** Writes a file below the folder. */
  readonly write: (path: string, text: string) => void;
  /** Runs the program in process, as on a pipe: no terminal, no colours. */
  readonly rolecall: (...argv: readonly string[]) => Promise<Ran>;
}

/** A sandbox and a folder of files that point at it. */
export interface World extends ProgramFolder {
  readonly sandbox: Sandbox;
}

export interface WorldOptions {
  readonly sandbox?: SandboxOptions;
  /** Files by path; `providers:` is added to rolecall.yaml. */
  readonly files: Readonly<Record<string, string>>;
  /** Where requests go, if not straight to the sandbox. */
  readonly through?: (sandbox: Sandbox) => Promise<string>;
  readonly runtime?: Partial<Runtime>;
}

/** The clock of a world, unless a test gives its own. */
export const now = Date.parse('2026-11-22T09:00:00Z');

export async function makeWorld(options: WorldOptions): Promise<World> {
  const clock = options.runtime?.now;
  const sandbox = await startSandbox({ ...(clock === undefined ? {} : { now: clock }), ...options.sandbox });
  onTestFinished(() => sandbox.close());
  const url = options.through === undefined ? sandbox.url : await options.through(sandbox);
  const providers = sandbox.settings(url).join('\n');
  const files = Object.entries(options.files).map(
    ([path, text]) => [path, path === 'rolecall.yaml' ? `${text}\n${providers}\n` : text] as const,
  );
  const runtime = { ...systemRuntime({ env: sandbox.environment }), ...options.runtime };
  return { sandbox, ...programFolder(Object.fromEntries(files), runtime) };
}

/** A folder with these files until the test ends, and the program in it. */
export function programFolder(files: Readonly<Record<string, string>>, runtime: Runtime): ProgramFolder {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-e2e-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  return { folder, write, rolecall: (...argv) => runProgram(argv, folder, runtime) };
}

/** Runs the program in process, as on a pipe, with the providers given. */
export async function runProgram(
  argv: readonly string[],
  cwd: string,
  runtime: Runtime,
  known: readonly ProviderModule[] = modules,
  signal = new AbortController().signal,
): Promise<Ran> {
  const [stdout, stderr] = [collector(), collector()];
  const streams = { stdin: new PassThrough(), stdout: stdout.stream, stderr: stderr.stream, env: {}, cwd };
  const code = await run(argv, {
    io: makeIo(streams),
    table: commandTable,
    modules: known,
    runtime,
    signal,
    version: '0.0.0',
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(): { readonly stream: PassThrough; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
