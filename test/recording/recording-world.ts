import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Recording } from '../../src/generated/recording.js';
import type { Check } from '../../src/model/check.js';
import { systemRuntime } from '../../src/runtime.js';
import { makeWorld, runProgram, type World } from '../e2e/world.js';
import { skippedWaits } from '../safety/quick-runtime.js';
import type { SandboxOptions } from '../sandbox/start.js';

const production = '7f0c2d6e-1111-4222-8333-944455556666';
const files = {
  'rolecall.yaml': 'version: 1',
  'access/acme.yaml': `organization: "1024"
roles:
  owner: [ada@acme.test, grace@acme.test]
---
environment: ${production}
organization: "1024"
roles:
  engineer: [ada@acme.test]
  viewer: [user:3366]
`,
  'access/orbit.yaml': `account: orbit
roles:
  account_admin: [ada.lovelace]
  billing_admin: [grace.hopper]
---
project: apollo
account: orbit
roles:
  project_reader: [lin, "group:data-science", lin@acme.test]
  apollo_operator: ["group:oncall"]
`,
};

/**
 * Both systems, files that name something of each, and nobody who waits.
 * @param changes variables that are set otherwise, or not at all
 */
export async function worldOf(
  sandbox: SandboxOptions = {},
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<World> {
  const variables: { sandbox: Readonly<Record<string, string>> } = { sandbox: {} };
  const env = (name: string): string | undefined =>
    Object.hasOwn(changes, name) ? changes[name] : variables.sandbox[name];
  // Pseudonyms avoid what a run sees: drawn by chance, one may be an id of the seed that nothing ever answered.
  let drawn = 0;
  const uuid = (): string => `00000000-0000-4000-8000-${String((drawn += 1)).padStart(12, '0')}`;
  const world = await makeWorld({ sandbox, files, runtime: { ...skippedWaits(), env, uuid } });
  variables.sandbox = world.sandbox.environment;
  return world;
}

/** A folder that has nothing of what a recording was made with; it is gone after the test. */
export function elsewhere(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-elsewhere-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Runs the program without files, settings and variables, but for those given. */
export function bare(
  folder: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ReturnType<typeof runProgram> {
  return runProgram(argv, folder, { ...systemRuntime({ env }), ...skippedWaits() });
}

/** What of each check must be the same wherever a recording is looked at. Texts and values may hold pseudonyms. */
export function verdicts(json: string): readonly string[] {
  const { checks }: { readonly checks: readonly Check[] } = JSON.parse(json);
  return checks
    .filter(({ layer }) => layer === 'behaviour' || layer === 'contract')
    .map(({ id, layer, state, option }) => {
      // Below `roles` an option names a role.
      const path = option?.replace(/(\.roles\.\w+)\..*/, '$1') ?? 'no option';
      return `${layer} ${id} ${state} ${path}`;
    });
}

export function recordingIn(path: string): Recording {
  return JSON.parse(readFileSync(path, 'utf8')) as Recording;
}
