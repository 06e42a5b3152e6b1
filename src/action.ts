import process from 'node:process';
import * as core from '@actions/core';
import { shownAnnotation } from './action/annotations.js';
import type { RunnerPort } from './action/context.js';
import { runStep } from './action/run.js';
import { ExitCode } from './errors.js';
import { stopSignals } from './platform.js';
import { aion } from './providers/aion/index.js';
import { redox } from './providers/redox/index.js';
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
  error: core.error,
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

const stop = new AbortController();
for (const signal of stopSignals(process.platform)) process.once(signal, () => stop.abort());
const exitCode = await runStep({
  runtime: systemRuntime(process),
  port,
  input: core.getInput,
  modules: [redox, aion],
  signal: stop.signal,
});
process.exitCode = exitCode === ExitCode.done || exitCode === ExitCode.changesPending ? 0 : exitCode;
