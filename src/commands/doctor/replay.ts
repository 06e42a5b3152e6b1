import { remedyFor } from '../../http/failure.js';
import type { CredentialSettings } from '../../http/options.js';
import type { CheckLayer } from '../../model/check.js';
import { credentialName } from '../../model/settings.js';
import { httpOptionsOf } from '../../providers/http-options.js';
import { readRecording } from '../../recording/read-recording.js';
import { RecordedAnswers } from '../../recording/recorded-answers.js';
import { replayRuntime } from '../../recording/replay-runtime.js';
import { replayTransport } from '../../recording/replay-transport.js';
import type { CommandContext } from '../context.js';
import { type CheckDraft, failed } from './check-draft.js';
import { credentialControl } from './controls.js';
import { examine } from './examine.js';
import { apiOriginsOf, tokenOriginOf } from './network.js';
import { type OpenCase, openCase, type Wires } from './open-case.js';
import { credentialsNeeded, type ProviderCase } from './provider-case.js';
import { type RecordedCase, recordedCase } from './recorded-case.js';

/** What a recording says something of. Of the rest only what stands in the way is told. */
const replayed: ReadonlySet<CheckLayer> = new Set<CheckLayer>(['behaviour', 'contract']);

/**
 * Comes to the verdicts on behaviour and contract that a recording allows, as the run did that made it: the same checks,
 * on the recorded answers. Reads that file and nothing else. @throws UsageError
 */
export async function replayChecks(
  file: string,
  { cwd, workspace, signal, events }: CommandContext,
): Promise<readonly CheckDraft[]> {
  const { providers, entries } = await readRecording(cwd, file);
  const shown = JSON.stringify(file);
  const cases = await Promise.all(
    providers.map((provider) => recordedCase(provider, shown, workspace.modules)),
  );
  const transport = replayTransport(new RecordedAnswers(entries));
  const checks: CheckDraft[] = [];
  for (const subject of cases) checks.push(...(await replayCase(subject, transport, { signal, events })));
  return checks.filter(({ layer, blocks }) => replayed.has(layer) || blocks !== 'nothing');
}

async function replayCase(
  { usable, ...subject }: RecordedCase,
  transport: Wires['transport'],
  context: Pick<CommandContext, 'signal' | 'events'>,
): Promise<readonly CheckDraft[]> {
  const runtime = replayRuntime();
  const wires = { transport, credentials: credentialsOfNobody(subject) };
  const open = openCase(subject, { ...context, runtime }, wires);
  try {
    const control = await askControl(open);
    const isTrusted = control.every(({ blocks }) => blocks === 'nothing');
    const able = { ...open, roots: open.roots.filter(({ root }) => usable.has(root.address)) };
    const first = [...control, ...notAsked(open, usable)];
    if (!isTrusted || able.roots.length === 0) return first;
    const tokens = credentialsNeeded(able).flatMap(({ settings }) => tokenOriginOf(settings) ?? []);
    const reached = new Set([...apiOriginsOf(able), ...tokens]);
    return [...first, ...(await examine(able, reached, runtime))];
  } finally {
    await open.client.destroy();
  }
}

/** The roots that the run could not ask about. */
function notAsked({ roots }: OpenCase, usable: ReadonlySet<string>): readonly CheckDraft[] {
  const left = roots.flatMap(({ root }) => (usable.has(root.address) ? [] : [root.address]));
  if (left.length === 0) return [];
  const about = { id: 'variable', layer: 'variables', subject: left.join(', ') } as const;
  const evidence = 'the variables of the credential could not be used when this was recorded';
  return [failed(about, evidence, 'Set them, and record again.')];
}

/** One token for every credential: a recording holds none, and does not ask which it is. */
function credentialsOfNobody({ settings, module }: ProviderCase): Record<string, CredentialSettings> {
  const { credentials } = httpOptionsOf(settings, module.traits);
  return Object.fromEntries(
    Object.keys(credentials).map((name) => [
      name,
      { method: 'bearer', token: { env: 'RECORDED' }, setting: name },
    ]),
  );
}

/** What the API answered to an invalid credential, before anything else was asked. */
async function askControl(subject: OpenCase): Promise<readonly CheckDraft[]> {
  const { name, doctor, settings, roots, ask } = subject;
  const { root } = roots[0] ?? {};
  if (doctor === null || root === undefined) return [];
  const credential = credentialName(settings, root);
  const answer = await ask({ ...doctor.read(root, settings), credential, authorization: 'invalid' });
  if (answer.failure === undefined) return credentialControl(subject, answer);
  const { message, kind } = answer.failure;
  return [failed({ id: 'origin', layer: 'network', subject: name }, message, remedyFor(kind) ?? '')];
}
