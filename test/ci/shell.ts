import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemRuntime } from '../../src/runtime.js';
import { runProgram } from '../e2e/world.js';
import { serve } from './serve.js';

export interface Ended {
  readonly code: number;
  /** What it wrote to stdout and stderr. */
  readonly log: string;
}

/** Gives the arguments and the variables of a command to the test, and what that made of them to the shell. */
const rolecall = (url: string): string => `#!/bin/sh
folder=$({ printf '%s\\0' "$PWD" $# "$@"; env -0; } | curl --silent --data-binary @- ${url})
cat "$folder/stdout"
cat "$folder/stderr" >&2
exit "$(cat "$folder/code")"
`;

/** A machine that has what the image has: a shell, git, curl, Node.js, and a rolecall that runs in the test's process. */
export class Machine {
  private constructor(private readonly folder: string) {}

  static async start(folder: string): Promise<Machine> {
    const url = await serve((_, body, response) => {
      void runHere(body, folder).then((ran) => response.end(ran));
    });
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'rolecall'), rolecall(url));
    chmodSync(join(bin, 'rolecall'), 0o755);
    return new Machine(folder);
  }

  /** Runs a script in a folder with no variables but these. */
  async run(
    shell: readonly [string, ...string[]],
    script: string,
    cwd: string,
    variables: Readonly<Record<string, string>>,
  ): Promise<Ended> {
    const [program, ...options] = shell;
    const path = `${join(this.folder, 'bin')}:${process.env['PATH'] ?? ''}`;
    const env = { PATH: path, HOME: this.folder, GIT_CONFIG_NOSYSTEM: '1', NO_PROXY: '*', ...variables };
    const child = spawn(program, [...options, '-c', script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    const [code] = await once(child, 'close');
    return { code, log: Buffer.concat(chunks).toString('utf8') };
  }
}

/** Runs what the shell was asked to: its folder, the number of its arguments, these, its variables. Gives the folder of the answer. */
async function runHere(asked: string, folder: string): Promise<string> {
  const [cwd = '', count = '', ...rest] = asked.split('\0');
  const argv = rest.slice(0, Number(count));
  const variables = rest.slice(Number(count)).flatMap((line): readonly (readonly [string, string])[] => {
    const [, name, value] = /^([^=]+)=(.*)$/su.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  const runtime = systemRuntime({ env: Object.fromEntries(variables) });
  const ran = await runProgram(argv, cwd, runtime);
  const answer = mkdtempSync(join(folder, 'ran-'));
  for (const part of ['stdout', 'stderr', 'code'] as const)
    writeFileSync(join(answer, part), String(ran[part]));
  return answer;
}
