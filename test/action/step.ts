import { appendFileSync } from 'node:fs';
import type { RunnerPort } from '../../src/action/context.js';
import { shownAnnotation } from '../../src/action/annotations.js';
import { runStep } from '../../src/action/run.js';
import { ExitCode } from '../../src/errors.js';
import { systemRuntime } from '../../src/runtime.js';
import { modules } from '../modules.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** Runs a step of the Action from its source, in this process; speaks to the runner as the bundle does. */
export async function runHere(env: Variables): Promise<{ readonly code: number; readonly log: string }> {
  const lines: string[] = [];
  const exitCode = await runStep({
    runtime: systemRuntime({ env }),
    port: portTo(env, lines),
    input: (name) => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim(),
    modules,
    signal: new AbortController().signal,
  });
  const isGood = exitCode === ExitCode.done || exitCode === ExitCode.changesPending;
  return { code: isGood ? 0 : exitCode, log: lines.map((line) => `${line}\n`).join('') };
}

function portTo(env: Variables, lines: string[]): RunnerPort {
  const command = (name: string, properties: Readonly<Record<string, string | number>>, text: string) => {
    const written = Object.entries(properties).map(
      ([key, value]) => `${key}=${escaped(value, /[%\r\n:,]/gu)}`,
    );
    lines.push(`::${[name, written.join(',')].join(' ').trim()}::${escaped(text, /[%\r\n]/gu)}`);
  };
  return {
    output: (name, value) => appendFileSync(env['GITHUB_OUTPUT'] ?? '', `${name}<<END\n${value}\nEND\n`),
    annotate: (annotation) => {
      const { level, title, message, position } = shownAnnotation(annotation);
      const where =
        position === null ? {} : { file: position.file, line: position.line, col: position.column };
      command(level, { title, ...where }, message);
    },
    error: (text) => command('error', {}, text),
    log: (text) => lines.push(text),
    group: (title, text) => lines.push(`::group::${title}`, text, '::endgroup::'),
    summarize: async (markdown) => appendFileSync(env['GITHUB_STEP_SUMMARY'] ?? '', `${markdown}\n`),
  };
}

/** Percent codes, as the runner takes them off again. */
function escaped(value: string | number, marks: RegExp): string {
  return String(value).replaceAll(marks, (mark) => encodeURIComponent(mark));
}

/** Reads the file of outputs, where each is written between delimiters. */
export function parseOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n\2$/gmu))
    outputs[name] = value;
  return outputs;
}
