import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { CommandTable } from '../../src/cli/command-table.js';
import { makeIo } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import { type Runtime, systemRuntime } from '../../src/runtime.js';
import { modules } from '../modules.js';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Setting {
  readonly table?: Partial<CommandTable>;
  readonly terminal?: boolean;
  /** The height of the terminals; 24 where left out. */
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly settings?: boolean;
  /** What is typed at each question. */
  readonly typed?: string;
}

const refused = (): Promise<never> => Promise.reject(new Error('this command was not expected'));
const REFUSING: CommandTable = {
  validate: refused,
  mistypedRoles: refused,
  knownWords: refused,
  plan: refused,
  apply: refused,
  diff: refused,
  doctor: refused,
  init: refused,
  grant: refused,
  revoke: refused,
  extend: refused,
  offboard: refused,
  tidy: refused,
  explain: refused,
  compare: refused,
  import: refused,
  report: refused,
  roles: refused,
  connectorCheck: refused,
  sandbox: refused,
};

const runtime: Runtime = { ...systemRuntime({ env: {} }), monotonic: () => 0 };

/** A folder with (or without) a rolecall.yaml, removed after the test. */
function folder(settings = true): string {
  const path = mkdtempSync(join(tmpdir(), 'rolecall-cli-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  if (settings) writeFileSync(join(path, 'rolecall.yaml'), 'version: 1\n');
  return path;
}

function stream(terminal: boolean, rows = 24) {
  const chunks: Buffer[] = [];
  const through = Object.assign(new PassThrough(), terminal ? { isTTY: true, columns: 100, rows } : {});
  through.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { through, text: () => Buffer.concat(chunks).toString('utf8') };
}

/** Runs the program in process, with stub commands. */
export async function rolecall(argv: readonly string[], setting: Setting = {}): Promise<Ran> {
  const terminal = setting.terminal === true;
  const open = () => stream(terminal, setting.rows);
  const [stdin, stdout, stderr] = [open(), open(), open()];
  if (setting.typed !== undefined) {
    stderr.through.on('data', (chunk: Buffer) => {
      if (chunk.toString('utf8').includes('?')) setImmediate(() => stdin.through.write(setting.typed));
    });
  }
  const streams = {
    stdin: stdin.through,
    stdout: stdout.through,
    stderr: stderr.through,
    env: setting.env ?? {},
    cwd: folder(setting.settings ?? true),
  };
  const code = await run(argv, {
    io: makeIo(streams),
    table: { ...REFUSING, ...setting.table },
    modules,
    runtime,
    signal: setting.signal ?? new AbortController().signal,
    version: '1.2.3',
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}
