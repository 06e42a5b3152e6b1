import { resolve } from 'node:path';
import process from 'node:process';
import * as core from '@actions/core';
import { shownAnnotation } from './action/annotations.js';
import { checkoutOf } from './action/checkout.js';
import { type Inputs, readInputs } from './action/inputs.js';
import type { RunnerPort } from './action/context.js';
import { exitCodeOf, failureText, runAction } from './action/run.js';
import { readRunner } from './action/runner.js';
import { ExitCode } from './errors.js';
import { aion } from './providers/aion/index.js';
import { redox } from './providers/redox/index.js';
import { visible } from './report/escape.js';
import { systemRuntime } from './runtime.js';

const annotations = { error: core.error, warning: core.warning, notice: core.notice };

/** The GitHub Action: inputs and `GITHUB_*` variables in; outputs, summary, annotations and comments out. */
const port: RunnerPort = {
  output: core.setOutput,
  annotate: (annotation) => {
    const { level, title, message, position } = shownAnnotation(annotation);
    const where =
      position === null
        ? {}
        : { file: position.file, startLine: position.line, startColumn: position.column };
    annotations[level](message, { title, ...where });
  },
  log: core.info,
  group: (title, text) => {
    core.startGroup(title);
    core.info(text);
    core.endGroup();
  },
  summarize: async (markdown) => {
    if ((process.env['GITHUB_STEP_SUMMARY'] ?? '') === '') return;
    await core.summary.addRaw(markdown, true).write();
  },
};

async function main(): Promise<ExitCode> {
  const runtime = systemRuntime(process);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const runner = readRunner(runtime.env);
  const inputs: Inputs = readInputs(core.getInput);
  const cwd = resolve(runner.workspace);
  const { exitCode, failures } = await runAction({
    inputs,
    runner,
    port,
    runtime,
    cwd,
    modules: [redox, aion],
    checkout: checkoutOf(cwd, inputs.config),
    signal: stop.signal,
    events: (event) => {
      if (event.kind === 'note') core.info(visible(event.message));
    },
  });
  for (const failure of failures) core.error(failureText(failure));
  return exitCode;
}

let exitCode: ExitCode = ExitCode.error;
try {
  exitCode = await main();
} catch (error) {
  exitCode = exitCodeOf(error);
  core.error(failureText(error));
}
core.setOutput('exit-code', String(exitCode));
process.exitCode = exitCode === ExitCode.done || exitCode === ExitCode.changesPending ? 0 : exitCode;
