import { onTestFinished } from 'vitest';
import { type Runtime, systemRuntime } from '../../../../src/runtime.js';
import { now, type ProgramFolder, programFolder } from '../../../e2e/world.js';
import { type ScimService, startScimService } from './service.js';
import type { ScimOptions } from './world.js';

export interface ScimRun extends ProgramFolder {
  readonly service: ScimService;
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
  const rolecallYaml = `version: 1
guards: { maxRevokes: { count: 9, percent: 100 } }
providers:
  scim: { connector: ${connector}, url: "${service.url}", auth: { method: bearer, token: { env: SCIM } }, ${settings} }
`;
  const own = { ...systemRuntime({ env: { SCIM: token } }), now: () => now, ...runtime };
  return {
    service,
    ...programFolder({ 'rolecall.yaml': rolecallYaml, ...files }, own),
    written: () => {
      const sent = service.requests.filter((request) => !request.startsWith('GET'));
      service.requests.length = 0;
      return sent;
    },
  };
}
