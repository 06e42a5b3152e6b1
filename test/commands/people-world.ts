import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CommandContext } from '../../src/commands/context.js';
import { importCommand } from '../../src/commands/import/import.js';
import type { ImportOutcome } from '../../src/commands/import/import.js';
import { importNotes, importText } from '../../src/report/import.js';
import { openPlanningRun, planningDefaults, type PlanningRun } from '../../src/commands/planning-run.js';
import type { Plan } from '../../src/model/plan.js';
import { systemRuntime } from '../../src/runtime.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/start.js';
import { contextIn } from './context.js';

const NOW = Date.parse('2026-11-22T09:00:00Z');

/** Files in a folder of their own, and a sandbox that they are planned against. */
/** An import's outcome, and what is printed of it. */
interface Imported extends ImportOutcome {
  readonly output: string;
  readonly notes: readonly string[];
}

export interface World {
  readonly folder: string;
  readonly sandbox: Sandbox;
  /** What one command is given, with a workspace of its own. */
  readonly context: CommandContext;
  /** The same as of an instant, epoch milliseconds. */
  readonly contextAt: (at: number) => CommandContext;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly importing: (scope: readonly string[], merge?: boolean, people?: boolean) => Promise<Imported>;
  readonly plan: (everyone?: boolean) => Promise<Plan>;
  readonly planning: () => Promise<PlanningRun>;
  readonly close: () => Promise<void>;
}

/** Settings that reach a sandbox, with further top-level lines. */
function settingsText(url: string, more = ''): string {
  return `version: 1
providers:
  redox:
    url: ${url}/platform
    auth:
      method: private-key-jwt
      tokenUrl: ${url}/v2/auth/token
      clientId: { env: REDOX_CLIENT_ID }
      keyId: { env: REDOX_KEY_ID }
      privateKey: { env: REDOX_PRIVATE_KEY }
  aion:
    url: ${url}
    usersUrl: ${url}
    auth: { method: bearer, token: { env: AION_TOKEN } }
${more}`;
}

/** Starts a world; `settings` are further lines of rolecall.yaml. */
export async function startWorld(
  files: Readonly<Record<string, string>>,
  { settings = '', at: now = NOW, ...options }: SandboxOptions & { settings?: string; at?: number } = {},
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-people-'));
  const sandbox = await startSandbox({ now: () => now, ...options });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('rolecall.yaml', settingsText(sandbox.url, settings));
  for (const [path, text] of Object.entries(files)) write(path, text);
  const runtime = { ...systemRuntime({ env: sandbox.environment }), now: () => now };
  const contextAt = (at: number): CommandContext => contextIn(folder, { runtime, at });
  const planning = (everyone = true): Promise<PlanningRun> =>
    openPlanningRun({ ...planningDefaults, everyone }, contextAt(now));
  return {
    folder,
    sandbox,
    get context() {
      return contextAt(now);
    },
    contextAt,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write,
    importing: async (scope, merge = false, people = false) => {
      const options = { scope, dir: 'access', merge, people, concurrency: null };
      const outcome = await importCommand(options, contextAt(now));
      const { result } = outcome;
      return { ...outcome, output: importText(result), notes: importNotes(result) };
    },
    planning,
    plan: async (everyone) => {
      const run = await planning(everyone);
      await run.close();
      return run.planned.plan;
    },
    close: async () => {
      await sandbox.close();
      rmSync(folder, { recursive: true });
    },
  };
}
