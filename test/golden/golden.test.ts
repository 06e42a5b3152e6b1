import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { applyCommand } from '../../src/commands/apply.js';
import type { CommandContext } from '../../src/commands/context.js';
import { planningDefaults } from '../../src/commands/planning-run.js';
import { planCommand } from '../../src/commands/plan.js';
import type { PlanOutcome } from '../../src/commands/plan.js';
import type { Plan } from '../../src/model/plan.js';
import { planJson } from '../../src/report/json.js';
import { planText } from '../../src/report/plan/text.js';
import { type Runtime, systemRuntime } from '../../src/runtime.js';
import { type Sandbox, startSandbox } from '../sandbox/start.js';
import { scratchRepository } from '../git/scratch-repository.js';
import { contextIn } from '../commands/context.js';

/** One folder a situation; `npx vitest run test/golden --update` writes what is expected anew. */
const folder = fileURLToPath(new URL('./', import.meta.url));
const situations = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const now = '2026-11-22T09:00:00Z';

/** Situations in which reads are refused: the paths. */
const refusedReads: Readonly<Record<string, string>> = {
  'incomplete-environment': '/platform/v1/environments/prod/role-assignment',
  'incomplete-organization': '/platform/v1/organizations/1024/role-assignment',
  'incomplete-user-of-an-account': '/api/v1/accounts/orbit/roles/users/grace.hopper',
};

describe('every situation has exactly this plan', () => {
  test.each(situations)('%s', async (situation) => {
    await inSituation(situation, async ({ plan, sandbox }) => {
      const { plan: made, exitCode, diagnostics } = await plan();
      const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
      expect(errors).toEqual([]);
      if (made === null) throw new Error('no plan was made');
      const stable = withoutChance(made);
      await expect(planJson(stable)).toMatchFileSnapshot(`${situation}/plan.json`);
      await expect(`${planText(stable, { color: false })}exit ${exitCode}\n`).toMatchFileSnapshot(
        `${situation}/plan.txt`,
      );
      expect(sandbox.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    });
  });
});

describe('what can be applied is applied, and planning again finds nothing to do', () => {
  const refused = new Set(
    situations.filter((name) => name.startsWith('guard-') || name.startsWith('incomplete-')),
  );

  test.each(situations.filter((name) => !refused.has(name)))('%s', async (situation) => {
    await inSituation(situation, async ({ plan, apply }) => {
      const before = (await plan()).plan?.summary;
      const { result } = await apply();
      expect(result).toMatchObject({
        converged: true,
        summary: { failed: 0, skipped: 0, blocked: before?.blocked },
      });
      const after = (await plan()).plan?.summary;
      expect(after).toMatchObject({ grant: 0, change: 0, revoke: 0, blocked: before?.blocked });
    });
  });

  test.each([...refused].filter((name) => name.startsWith('guard-')))(
    '%s: nothing is written',
    async (situation) => {
      await inSituation(situation, async ({ apply, sandbox }) => {
        const state = sandbox.state();
        const { exitCode, result } = await apply();
        expect(exitCode).toBe(4);
        expect(result?.summary).toMatchObject({ applied: 0, failed: 0 });
        expect(sandbox.state()).toEqual(state);
      });
    },
  );
});

/** How long requests took, and in which order concurrent ones came, is chance. */
function withoutChance(plan: Plan): Plan {
  const warnings = plan.warnings.map((warning) => ({
    ...warning,
    message: warning.message.replace(/sandbox-\d+/u, 'sandbox-N'),
  }));
  return { ...plan, warnings, requests: { ...plan.requests, estimatedSeconds: 0 } };
}

interface Situation {
  readonly sandbox: Sandbox;
  readonly plan: () => Promise<PlanOutcome>;
  readonly apply: () => ReturnType<typeof applyCommand>;
}

async function inSituation(situation: string, act: (given: Situation) => Promise<void>): Promise<void> {
  const refusedRead = refusedReads[situation];
  const seed = JSON.parse(await readFile(join(folder, situation, 'live.json'), 'utf8'));
  const sandbox = await startSandbox({
    seed,
    fault: ({ path }) => (path === refusedRead ? { status: 403, json: { message: 'Forbidden' } } : undefined),
  });
  const cwd = await mkdtemp(join(tmpdir(), 'rolecall-golden-'));
  try {
    const base = await layOut(join(folder, situation), cwd, sandbox.url);
    const runtime = runtimeOf(sandbox.environment);
    const context = (): CommandContext => contextIn(cwd, { runtime, at: Date.parse(now) });
    const shared = { ...planningDefaults, base };
    await act({
      sandbox,
      plan: () =>
        planCommand({ ...shared, detailedExitcode: true, failOnBlocked: false, out: null }, context()),
      apply: () =>
        applyCommand(
          {
            ...shared,
            planFile: null,
            digest: null,
            yes: true,
            interactive: false,
            show: () => Promise.resolve(),
            confirm: () => Promise.resolve(true),
            receipt: null,
            auditLog: null,
          },
          context(),
        ),
    });
  } finally {
    await rm(cwd, { recursive: true });
    await sandbox.close();
  }
}

/** Writes a situation's files. Where it has a folder `base`, that is what they were at the revision that is returned. */
async function layOut(source: string, cwd: string, url: string): Promise<string | null> {
  const base = join(source, 'base');
  await cp(source, cwd, { recursive: true, filter: (path) => path !== base });
  const settings = await readFile(join(cwd, 'rolecall.yaml'), 'utf8');
  await writeFile(join(cwd, 'rolecall.yaml'), settings.replaceAll('SANDBOX', url));
  if (!existsSync(base)) return null;
  const access = join(cwd, 'access');
  await rm(access, { recursive: true });
  await cp(base, cwd, { recursive: true });
  scratchRepository(cwd).commit({});
  await rm(access, { recursive: true });
  await cp(join(source, 'access'), access, { recursive: true });
  return 'HEAD';
}

/** The machine's clock, but nobody waits: sleeping moves the clock on. */
function runtimeOf(env: Readonly<Record<string, string>>): Runtime {
  const system = systemRuntime({ env });
  let skipped = 0;
  return {
    ...system,
    monotonic: () => system.monotonic() + skipped,
    sleep: (ms) => {
      skipped += ms;
      return Promise.resolve();
    },
  };
}
