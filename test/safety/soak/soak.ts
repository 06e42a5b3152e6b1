import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { commandTable } from '../../../src/cli/command-table.js';
import { makeIo } from '../../../src/cli/io.js';
import { run } from '../../../src/cli/run.js';
import type { Runtime } from '../../../src/runtime.js';
import { startSandbox } from '../../sandbox/start.js';
import { chanceOf } from './chance.js';
import { type FaultCounts, soakFaults } from './faults.js';
import { blindRepetitions, disagreements } from './ledger.js';
import { held, populate } from './population.js';
import { modules } from '../../modules.js';

export interface SoakOptions {
  /** Organizations, and as many accounts. */
  readonly roots: number;
  /** Users in each. */
  readonly people: number;
  readonly seed: number;
  readonly runtime: (env: Readonly<Record<string, string>>) => Runtime;
  /** How long lists still show the state before a write, in milliseconds. */
  readonly readLagMs: number;
  /** All tokens run out each time so many requests have come. */
  readonly expireEach: number;
}

export interface SoakFigures {
  /** Writes that the first plan came to. */
  readonly writes: number;
  /** What each run exited with; the last one is 0 where all went well. */
  readonly exits: readonly number[];
  readonly summaries: readonly Summary[];
  /** Why writes were not applied, over all runs, the commonest first. */
  readonly reasons: readonly (readonly [string, number])[];
  readonly requests: number;
  readonly faults: FaultCounts;
  readonly auditLines: number;
  /** Nothing where the audit log agrees with the server's own log. */
  readonly disagreements: readonly string[];
  readonly blindRepetitions: readonly string[];
  /** Assignments that are held and not wanted, or wanted and not held, in the end. */
  readonly wrong: readonly string[];
}

/** Applies random files to random live state through a server that fails in every way, until a run ends well: three times at most. */
export async function soak(options: SoakOptions): Promise<SoakFigures> {
  const { seed, files, wanted } = populate(options.roots, options.people, chanceOf(options.seed));
  const faults: FaultCounts = {};
  const hooks = { expire: (): void => undefined };
  const clock = options.runtime({});
  const sandbox = await startSandbox({
    seed,
    now: clock.now,
    readLagMs: options.readLagMs,
    recordLimit: 1_000_000,
    fault: soakFaults(chanceOf(options.seed + 1), faults, () => hooks.expire(), options.expireEach),
  });
  hooks.expire = sandbox.expireTokens;
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-soak-'));
  try {
    await mkdir(join(folder, 'access'));
    await writeFile(join(folder, 'rolecall.yaml'), settings(sandbox.url));
    for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
    const runtime = { ...clock, env: (name: string) => sandbox.environment[name] };
    const exits: number[] = [];
    const summaries: Summary[] = [];
    const reasons = new Map<string, number>();
    let writes = 0;
    while (exits.length < 3 && exits.at(-1) !== 0) {
      const { code, result } = await apply(folder, runtime);
      exits.push(code);
      summaries.push(result.summary);
      for (const { status, reason } of result.results) {
        if (reason === null) continue;
        const key = `${status}: ${reason.replaceAll(/[0-9]+/gu, 'N').slice(0, 200)}`;
        reasons.set(key, (reasons.get(key) ?? 0) + 1);
      }
      if (exits.length === 1) writes = result.results.length;
    }
    const log = await readFile(join(folder, 'audit.jsonl'), 'utf8');
    const is = new Set(held(sandbox.state()));
    const should = new Set(wanted);
    return {
      writes,
      exits,
      summaries,
      reasons: [...reasons].sort((a, b) => b[1] - a[1]),
      requests: sandbox.requests.length,
      faults,
      auditLines: log.split('\n').length - 1,
      disagreements: disagreements(log, sandbox.requests),
      blindRepetitions: blindRepetitions(sandbox.requests),
      wrong: [
        ...[...is].filter((line) => !should.has(line)).map((line) => `held: ${line}`),
        ...[...should].filter((line) => !is.has(line)).map((line) => `lacking: ${line}`),
      ],
    };
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true });
  }
}

/** How many changes came to what, of those that the figures tell. */
interface Summary {
  readonly applied: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Applied {
  readonly summary: Summary;
  readonly results: readonly { readonly status: string; readonly reason: string | null }[];
}

async function apply(
  cwd: string,
  runtime: Runtime,
): Promise<{ readonly code: number; readonly result: Applied }> {
  const [out, err] = [collector(), collector()];
  const streams = { stdin: new PassThrough(), stdout: out.stream, stderr: err.stream, env: {}, cwd };
  const argv = ['apply', '--yes', '--format', 'json', '--audit-log', 'audit.jsonl'];
  const signal = new AbortController().signal;
  const code = await run(argv, {
    io: makeIo(streams),
    table: commandTable,
    modules,
    runtime,
    signal,
    version: '0.0.0',
  });
  if (out.text() === '') throw new Error(`exit ${code}, no result: ${err.text().slice(-2000)}`);
  const result: Applied = JSON.parse(out.text());
  return { code, result };
}

function collector(): { readonly stream: PassThrough; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

function settings(url: string): string {
  return `version: 1
guards: { maxRevokes: { count: 100000, percent: 100 } }
providers:
  redox:
    url: ${url}/platform
    concurrency: 16
    auth:
      method: private-key-jwt
      tokenUrl: ${url}/v2/auth/token
      clientId: { env: REDOX_CLIENT_ID }
      keyId: { env: REDOX_KEY_ID }
      privateKey: { env: REDOX_PRIVATE_KEY }
  aion:
    url: ${url}
    usersUrl: ${url}
    concurrency: 16
    auth:
      method: client-credentials
      tokenUrl: ${url}/oauth/token
      clientId: { env: AION_CLIENT_ID }
      clientSecret: { env: AION_CLIENT_SECRET }
`;
}
