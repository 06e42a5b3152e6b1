import { onTestFinished } from 'vitest';
import { diffCommand } from '../../src/commands/diff.js';
import type { DiffOptions, DiffOutcome } from '../../src/commands/diff.js';
import { type ScratchRepository, scratchRepository } from '../git/scratch-repository.js';
import { testRuntime } from '../http/world.js';
import { contextIn } from './context.js';

export const SETTINGS = `version: 1
people: people.yaml
providers:
  redox: { auth: { method: bearer, token: { env: REDOX_TOKEN } } }
  aion: { url: "https://api.aion.xyz", auth: { method: bearer, token: { env: AION_TOKEN } } }
`;
export const PEOPLE = `people:
  ada: { redox: ada@acme.test, aion: ada.l }
  grace: { redox: grace@acme.test, aion: grace.h }
teams:
  core: [ada]
`;
export const ORGANIZATION = `organization: "1024"
roles:
  owner: [grace]
  admin: ["team:core"]
`;

/** An empty repository, which goes with the test. */
export function emptyRepository(): ScratchRepository {
  const scratch = scratchRepository();
  onTestFinished(() => scratch.remove());
  return scratch;
}

/** A repository with one commit of these files. */
export function repository(): ScratchRepository {
  const scratch = emptyRepository();
  scratch.commit({ 'rolecall.yaml': SETTINGS, 'people.yaml': PEOPLE, 'access/acme.yaml': ORGANIZATION });
  return scratch;
}

type Options = Partial<DiffOptions> & { readonly at?: number };

export function diff({ folder }: ScratchRepository, { at, ...options }: Options = {}): Promise<DiffOutcome> {
  const context = contextIn(folder, { runtime: testRuntime(), ...(at === undefined ? {} : { at }) });
  const whole = {
    base: 'main',
    head: null,
    scope: [],
    detailedExitcode: false,
  };
  return diffCommand({ ...whole, ...options }, context);
}

export async function lines(scratch: ScratchRepository, options: Options = {}): Promise<readonly string[]> {
  const outcome = await diff(scratch, options);
  if (outcome.diff === null) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.diff.changes.map(
    ({ action, scope, label, from, to, source, kept }) =>
      `${kept === true ? 'kept ' : ''}${action} ${scope} ${label} ${from?.role ?? '-'}/${from?.status ?? '-'} ${to?.role ?? '-'}/${to?.status ?? '-'} ${source === null ? '' : `${source.file}:${source.line}`}`,
  );
}
