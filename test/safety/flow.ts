import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { commandTable } from '../../src/cli/command-table.js';
import { makeIo } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import type { AuditLine } from '../../src/engine/audit-log.js';
import type { Plan } from '../../src/model/plan.js';
import type { ApplyResult } from '../../src/model/result.js';
import type { Runtime } from '../../src/runtime.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/start.js';
import { interpose, type Interposer, type Rule } from './interposer.js';
import { quickRuntime } from './quick-runtime.js';
import { accessFiles, hospital, settingsFor } from './hospital.js';
import { modules } from '../modules.js';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A sandbox, an interposer before it, and a folder of files that points at the interposer. All gone after the test. */
export interface Flow {
  readonly folder: string;
  readonly sandbox: Sandbox;
  readonly wire: Interposer;
  readonly runtime: Runtime;
  readonly write: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  readonly rolecall: (...argv: readonly string[]) => Promise<Ran>;
  /** `plan --format json`. */
  readonly plan: (...argv: readonly string[]) => Promise<Ran & { readonly plan: Plan }>;
  /** `apply --yes --format json --audit-log audit.jsonl`. */
  readonly apply: (...argv: readonly string[]) => Promise<Ran & { readonly result: ApplyResult }>;
  readonly audit: () => readonly AuditLine[];
  /** Stops the next run, as Ctrl-C does. */
  readonly interrupt: () => void;
}

export interface FlowOptions {
  readonly rule?: Rule;
  readonly sandbox?: SandboxOptions;
  /** More lines of rolecall.yaml. */
  readonly settings?: string;
  /** In place of the usual rolecall.yaml. */
  readonly wholeSettings?: (url: string) => string;
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export async function makeFlow(options: FlowOptions = {}): Promise<Flow> {
  const sandbox = await startSandbox({ seed: hospital, ...options.sandbox });
  onTestFinished(() => sandbox.close());
  const wire = await interpose(sandbox.url, options.rule);
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-safety-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  write('rolecall.yaml', options.wholeSettings?.(wire.url) ?? settingsFor(wire.url, options.settings));
  for (const [path, text] of Object.entries(options.files ?? accessFiles)) write(path, text);
  const runtime = quickRuntime({ ...sandbox.environment, ...options.env });
  let controller = new AbortController();
  const rolecall = async (...argv: readonly string[]): Promise<Ran> => {
    controller = new AbortController();
    return runInProcess(argv, folder, runtime, controller.signal);
  };
  return {
    folder,
    sandbox,
    wire,
    runtime,
    write,
    read,
    rolecall,
    plan: async (...argv) => withJson('plan', await rolecall('plan', '--format', 'json', ...argv)),
    apply: async (...argv) =>
      withJson(
        'result',
        await rolecall('apply', '--yes', '--format', 'json', '--audit-log', 'audit.jsonl', ...argv),
      ),
    audit: () =>
      read('audit.jsonl')
        .split('\n')
        .filter((line) => line !== '')
        .map(auditLine),
    interrupt: () => controller.abort(new Error('Ctrl-C')),
  };
}

function withJson<Name extends string>(name: Name, ran: Ran) {
  if (ran.stdout === '') throw new Error(`no ${name} was printed (exit ${ran.code}): ${ran.stderr}`);
  const made: { readonly [key in Name]: never } = JSON.parse(
    JSON.stringify({ [name]: JSON.parse(ran.stdout) }),
  );
  return { ...ran, ...made };
}

/** A line of an audit log. */
export function auditLine(text: string): AuditLine {
  const line: AuditLine = JSON.parse(text);
  return line;
}

/** Runs the program in process, as on a pipe: no terminal, no colours. */
async function runInProcess(
  argv: readonly string[],
  cwd: string,
  runtime: Runtime,
  signal: AbortSignal,
): Promise<Ran> {
  const [stdout, stderr] = [collector(), collector()];
  const streams = { stdin: new PassThrough(), stdout: stdout.stream, stderr: stderr.stream, env: {}, cwd };
  const code = await run(argv, {
    io: makeIo(streams),
    table: commandTable,
    modules,
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
