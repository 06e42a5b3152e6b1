import { onTestFinished } from 'vitest';
import type { Plan } from '../../../src/model/plan.js';
import type { ApplyResult } from '../../../src/model/result.js';
import { type Runtime, systemRuntime } from '../../../src/runtime.js';
import { now, programFolder } from '../../e2e/world.js';
import { type LoopbackServer, serve, token } from '../rig.js';

export interface ConnectorRunOptions {
  /** The connector file, which the settings call `test`. */
  readonly connector: string;
  /** The access files, as one YAML text. */
  readonly access: string;
  readonly answer: Parameters<typeof serve>[0];
  /** Further lines of rolecall.yaml. */
  readonly settings?: string;
  /** `providers.test.auth`, for the URL of the double; a bearer token if left out. */
  readonly auth?: (url: string) => string;
  readonly people?: string;
  readonly runtime?: Partial<Runtime>;
}

/** A folder whose files name a system that a connector describes, and a double of it on loopback. */
export async function connectorRun(options: ConnectorRunOptions) {
  const { connector, access, answer, settings = '', people } = options;
  const { auth = () => '{ method: bearer, token: { env: TEST_TOKEN } }' } = options;
  const server: LoopbackServer = await serve(answer);
  onTestFinished(server.close);
  const rolecallYaml = `version: 1
${people === undefined ? '' : 'people: people.yaml\n'}${settings}
providers:
  test:
    connector: connector.yaml
    url: ${server.url}
    auth: ${auth(server.url)}
`;
  const runtime = {
    ...systemRuntime({ env: { TEST_TOKEN: token } }),
    now: () => now,
    ...options.runtime,
  };
  const { folder, write, rolecall } = programFolder(
    {
      'connector.yaml': connector,
      'access/test.yaml': access,
      'rolecall.yaml': rolecallYaml,
      ...(people === undefined ? {} : { 'people.yaml': people }),
    },
    runtime,
  );
  return {
    folder,
    server,
    write,
    rolecall,
    plan: async (): Promise<Plan> => {
      const { stdout, stderr } = await rolecall('plan', '--format', 'json');
      if (stdout === '') throw new Error(stderr);
      return JSON.parse(stdout) as Plan;
    },
    apply: async (...argv: readonly string[]): Promise<ApplyResult> => {
      const { stdout, stderr } = await rolecall('apply', '--yes', '--format', 'json', ...argv);
      if (stdout === '') throw new Error(stderr);
      return JSON.parse(stdout) as ApplyResult;
    },
    /** What was sent to change something since the last call. */
    written: (): readonly string[] => {
      const sent = server.asked.filter((request) => !request.startsWith('GET'));
      (server.asked as string[]).length = 0;
      return sent;
    },
  };
}
