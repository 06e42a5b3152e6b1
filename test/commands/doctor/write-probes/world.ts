import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { commandTable } from '../../../../src/cli/command-table.js';
import { makeIo } from '../../../../src/cli/io.js';
import { run } from '../../../../src/cli/run.js';
import type { Check, CheckResult } from '../../../../src/model/check.js';
import { type Runtime, systemRuntime } from '../../../../src/runtime.js';
import { skippedWaits } from '../../../safety/quick-runtime.js';
import { modules } from '../../../modules.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/start.js';

/** An environment for trying, and who holds what there: margaret nothing, grace `support`. */
export const STAGING = 'redox/environment/7f0c2d6e-2222-4222-8333-944455556666';
export const PRODUCTION = 'redox/environment/7f0c2d6e-1111-4222-8333-944455556666';
export const MARGARET = 'user:3366';
/** A project; newcomer holds nothing there, lin `project_reader`. */
export const APOLLO = 'aion/project/orbit/apollo';

const files: Readonly<Record<string, string>> = {
  'access/redox.yaml': `organization: "1024"
roles:
  member: [katherine@acme.test]
---
environment: 7f0c2d6e-2222-4222-8333-944455556666
organization: "1024"
roles:
  engineer: [ada@acme.test]
---
environment: 7f0c2d6e-1111-4222-8333-944455556666
organization: "1024"
roles:
  engineer: [ada@acme.test]
`,
  'access/aion.yaml': `account: orbit
roles:
  billing_admin: [grace.hopper]
---
project: apollo
account: orbit
roles:
  project_reader: [lin]
`,
};

export interface ProbeWorldOptions {
  readonly sandbox?: SandboxOptions;
  /** In place of the world's own, by path; an empty one is left out. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lines of rolecall.yaml besides the providers. */
  readonly settings?: readonly string[];
  /** Changes the lines of the providers. */
  readonly providers?: (lines: string) => string;
  /** Where requests go, if not straight to the sandbox. */
  readonly through?: (sandbox: Sandbox) => Promise<string>;
  readonly runtime?: Partial<Runtime>;
}

export interface Probed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly checks: readonly Check[];
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** What is typed at each question; a terminal is there only with it. */
  readonly typed?: string;
}

/** A sandbox, files that point at it, and the doctor run on them. */
export async function probeWorld(options: ProbeWorldOptions = {}) {
  const sandbox = await startSandbox(options.sandbox ?? {});
  onTestFinished(() => sandbox.close());
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-probe-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const url = options.through === undefined ? sandbox.url : await options.through(sandbox);
  const providers = sandbox.settings(url).flatMap(unhurried).join('\n');
  const texts = {
    ...files,
    ...options.files,
    'rolecall.yaml': [
      'version: 1',
      ...(options.settings ?? []),
      (options.providers ?? same)(providers),
      '',
    ].join('\n'),
  };
  for (const [path, text] of Object.entries(texts)) {
    if (text === '') continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const runtime = {
    ...systemRuntime({ env: sandbox.environment }),
    ...skippedWaits(),
    ...options.runtime,
  };
  const doctor = (argv: readonly string[], run: RunOptions = {}) => runDoctor(argv, folder, runtime, run);
  const path = (name: string): string => join(folder, name);
  return {
    sandbox,
    folder,
    doctor,
    probe: (mode: string, scope: string, principal: string, ...more: readonly string[]) =>
      doctor(['--probe-writes', mode, '--scope', scope, '--principal', principal, ...more]),
    /** Whether a probe is open. */
    isOpen: () => existsSync(path('rolecall-doctor.open.json')),
    read: (name: string) => readFileSync(path(name), 'utf8'),
    writes: () => writesTo(sandbox),
  };
}

/** Doctor keeps a gentle pace where none is named. */
function unhurried(line: string): readonly string[] {
  return /^ {2}\w+:$/u.test(line) ? [line, '    rateLimit: { requests: 1000, per: 1s }'] : [line];
}

function same(text: string): string {
  return text;
}

async function runDoctor(
  argv: readonly string[],
  cwd: string,
  runtime: Runtime,
  { signal = new AbortController().signal, typed }: RunOptions,
): Promise<Probed> {
  const terminal = typed !== undefined;
  const [stdin, stdout, stderr] = [stream(terminal), stream(false), stream(terminal)];
  if (typed !== undefined) {
    stderr.through.on('data', (chunk: Buffer) => {
      if (chunk.toString('utf8').includes('?')) setImmediate(() => stdin.through.write(typed));
    });
  }
  const streams = { stdin: stdin.through, stdout: stdout.through, stderr: stderr.through, env: {}, cwd };
  const code = await run(['doctor', '--format', 'json', ...argv], {
    io: makeIo(streams),
    table: commandTable,
    modules,
    runtime,
    signal,
    version: '0.0.0',
  });
  const printed = stdout.text();
  const { checks }: CheckResult =
    printed === '' ? { ready: { plan: false, apply: false }, checks: [] } : JSON.parse(printed);
  return { code, stdout: printed, stderr: stderr.text(), checks };
}

function stream(terminal: boolean) {
  const chunks: Buffer[] = [];
  const through = Object.assign(new PassThrough(), terminal ? { isTTY: true, columns: 200 } : {});
  through.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { through, text: () => Buffer.concat(chunks).toString('utf8') };
}

/** What was written, as `METHOD path status`; token requests left out. */
function writesTo({ requests }: Sandbox): readonly string[] {
  return requests
    .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/token'))
    .map(({ method, path, status }) => `${method} ${path} ${status}`);
}

/** The check of an id, as `state value: evidence`. */
export function told(checks: readonly Check[], id: string): string | null {
  const check = checks.find((each) => each.id === id);
  if (check === undefined) return null;
  return `${check.state} ${JSON.stringify(check.value)}: ${check.evidence ?? ''}`;
}
