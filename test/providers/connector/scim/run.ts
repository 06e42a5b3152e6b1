import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Runtime, systemRuntime } from '../../../../src/runtime.js';
import { now, runProgram } from '../../../e2e/world.js';
import { type ScimService, startScimService } from './service.js';
import type { ScimOptions } from './world.js';

export interface ScimRun {
  readonly service: ScimService;
  readonly folder: string;
  readonly write: (path: string, text: string) => void;
  readonly rolecall: (
    ...argv: readonly string[]
  ) => Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
  /** What was sent to change something since the last call. */
  readonly written: () => readonly string[];
}

export interface ScimRunOptions extends Partial<Omit<ScimOptions, 'token'>> {
  /** The connector: a name, or a path below the folder. */
  readonly connector?: string;
  /** More of `providers.scim`, as YAML in braces. */
  readonly settings?: string;
  readonly files: Readonly<Record<string, string>>;
  readonly runtime?: Partial<Runtime>;
}

const token = 'a-token-for-scim';

/** A SCIM service, and a folder of files that name it. */
export async function scimRun({
  connector = 'scim',
  settings = '',
  files,
  runtime,
  ...options
}: ScimRunOptions): Promise<ScimRun> {
  const service = await startScimService({ users: [], groups: {}, ...options, token });
  onTestFinished(service.close);
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-scim-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write(
    'rolecall.yaml',
    `version: 1
guards: { maxRevokes: { count: 9, percent: 100 } }
providers:
  scim: { connector: ${connector}, url: "${service.url}", auth: { method: bearer, token: { env: SCIM } }, ${settings} }
`,
  );
  for (const [path, text] of Object.entries(files)) write(path, text);
  const own = { ...systemRuntime({ env: { SCIM: token } }), now: () => now, ...runtime };
  return {
    service,
    folder,
    write,
    rolecall: (...argv) => runProgram(argv, folder, own),
    written: () => {
      const sent = service.requests.filter((request) => !request.startsWith('GET'));
      service.requests.length = 0;
      return sent;
    },
  };
}
