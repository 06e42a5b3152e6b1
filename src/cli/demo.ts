import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ExitCode } from '../errors.js';
import { version } from '../generated/version.js';
import { sandboxSystems } from '../commands/sandbox/sandbox.js';
import { systemRuntime } from '../runtime.js';
import { type Sandbox, startSandbox } from '../sandbox/server.js';
import { commandTable } from './command-table.js';
import { withProviders } from './demo-settings.js';
import { makeIo } from './io.js';
import { modules } from './modules.js';
import { run } from './run.js';

const STEPS: readonly (readonly string[])[] = [
  ['validate'],
  ['doctor'],
  ['plan'],
  ['apply', '--yes'],
  ['plan'],
];

/** Runs the examples against a sandbox in this process: validate, doctor, plan, apply, plan. */
async function demo(host: NodeJS.Process): Promise<ExitCode> {
  const sandbox = await startSandbox({ systems: await sandboxSystems(modules) });
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-demo-'));
  try {
    await copyExamples(folder, sandbox);
    for (const step of STEPS) {
      host.stdout.write(`\n$ rolecall ${step.join(' ')}\n`);
      const code = await runStep(step, folder, sandbox, host);
      if (code !== ExitCode.done) return code;
    }
    return ExitCode.done;
  } finally {
    await rm(folder, { recursive: true });
    await sandbox.close();
  }
}

/** The examples as they are, but for where the requests go. */
async function copyExamples(folder: string, sandbox: Sandbox): Promise<void> {
  const examples = fileURLToPath(new URL('../../examples/complete', import.meta.url));
  await cp(examples, folder, { recursive: true });
  const path = join(folder, 'rolecall.yaml');
  const settings = await readFile(path, 'utf8');
  await writeFile(path, withProviders(settings, sandbox.settings(sandbox.url)));
}

async function runStep(
  step: readonly string[],
  cwd: string,
  sandbox: Sandbox,
  host: NodeJS.Process,
): Promise<ExitCode> {
  const { stdin, stdout, stderr } = host;
  return run(step, {
    io: makeIo({ stdin, stdout, stderr, env: host.env, cwd }),
    table: commandTable,
    modules,
    runtime: systemRuntime({ env: sandbox.environment }),
    signal: new AbortController().signal,
    version,
  });
}

process.exitCode = await demo(process);
