// Starts the built sandbox on the port that `init --sandbox` writes, and gives its variables to the steps that follow: for CI.
import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './generated-files.mjs';

const port = '8620';
const seconds = 20;
const last = 'ROLECALL_SANDBOX_URL';

const variables = await started();
if (process.env.GITHUB_ENV !== undefined) await appendFile(process.env.GITHUB_ENV, variables);
process.stdout.write(`The sandbox serves http://127.0.0.1:${port}\n`);

/** Starts it as a process that stays; gives its variables, as NAME=VALUE lines. */
async function started() {
  const log = join(await mkdtemp(join(tmpdir(), 'rolecall-sandbox-')), 'output');
  const file = await open(log, 'w');
  const main = join(root, 'dist/cli/main.cjs');
  const server = spawn(process.execPath, [main, 'sandbox', '--port', port], {
    detached: true,
    stdio: ['ignore', file.fd, file.fd],
  });
  server.unref();
  await file.close();
  for (let waited = 0; waited < seconds * 10 && server.exitCode === null; waited += 1) {
    const output = await readFile(log, 'utf8');
    if (output.includes(`${last}=`)) return variablesIn(output);
    await wait(100);
  }
  throw new Error(`the sandbox did not start within ${seconds} s:\n${await readFile(log, 'utf8')}`);
}

function variablesIn(output) {
  const exported = [...output.matchAll(/^(?:export |\$env:)(\w+)='(.*)'$/gm)];
  return exported.map(([, name, value]) => `${name}=${value}\n`).join('');
}
