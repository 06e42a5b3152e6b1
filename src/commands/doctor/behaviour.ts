import { HttpFailure, remedyFor } from '../../http/failure.js';
import type { ProbeAnswer } from '../../http/probe.js';
import type { SettingValue } from '../../model/check.js';
import type { LiveRoot } from '../../model/live.js';
import { type ProviderSettings, valueWritten } from '../../model/settings.js';
import type { Finding, Probe, ProbeRoot } from '../../providers/doctor.js';
import { type About, type CheckDraft, draft, failed } from './check-draft.js';
import type { OpenCase } from './open-case.js';
import { agrees, valueWords, withOption } from './option-path.js';

/** So often a probe's request is sent where the server fails (5xx). */
const MOST_ASKED = 3;

export interface ProbesRun {
  readonly checks: readonly CheckDraft[];
  /** With what was settled, where the settings contradict it too, so that the rest is read as the API behaves. */
  readonly settings: ProviderSettings;
  /** Whether nothing can be read, because of something that no probe could settle. */
  readonly isStopped: boolean;
}

/** Runs the probes of one time in their order. @throws HttpFailure interrupted */
export async function runProbes(
  when: Probe['when'],
  subject: OpenCase,
  read: {
    readonly settings: ProviderSettings;
    readonly roots: readonly ProbeRoot[];
    readonly live: ReadonlyMap<string, LiveRoot>;
  },
): Promise<ProbesRun> {
  const checks: CheckDraft[] = [];
  const settled = new Set<string>();
  let { settings } = read;
  let isStopped = false;
  for (const probe of subject.doctor?.probes ?? []) {
    if (probe.when !== when) continue;
    const { seen } = subject;
    const findings = await findingsOf(probe, { ...read, ask: patient(subject), seen, settings });
    const silence = subject.silence();
    if (silence !== null)
      return { checks: [...checks, silenced(silence, subject)], settings, isStopped: true };
    for (const finding of findings) {
      const check = checkOf(finding, probe, subject, settings);
      checks.push(check);
      const option = optionOf(finding, probe);
      if (finding.state !== 'settled') {
        isStopped ||= check.blocks === 'plan';
      } else if (option !== null && !settled.has(option)) {
        settled.add(option);
        settings = withOption(settings, option, finding.value, subject.module);
      }
    }
  }
  return { checks, settings, isStopped };
}

/** Asks again where the server fails, unless it says when to: what it answers then says nothing of how it behaves. */
function patient({ ask }: OpenCase): OpenCase['ask'] {
  return async (request) => {
    let answer = await ask(request);
    for (let asked = 1; asked < MOST_ASKED && isPassing(answer); asked += 1) answer = await ask(request);
    return answer;
  };
}

function isPassing({ failure, status, headers }: ProbeAnswer): boolean {
  return failure === undefined && status >= 500 && headers['retry-after'] === undefined;
}

/** What a probe concludes from no answer would be said of the API, and is not so. */
function silenced({ failure, status }: ProbeAnswer, { name }: OpenCase): CheckDraft {
  const about: About = { id: 'answers', layer: 'behaviour', subject: name };
  if (failure === undefined) {
    const remedy = remedyFor('rate-limited') ?? '';
    return failed(about, `the API accepts no more requests for now (${status})`, remedy);
  }
  const remedy = failure.shared?.remedy ?? remedyFor(failure.kind) ?? 'Run rolecall doctor again.';
  return failed(about, failure.message, remedy);
}

async function findingsOf(probe: Probe, subject: Parameters<Probe['run']>[0]): Promise<readonly Finding[]> {
  try {
    return await probe.run(subject);
  } catch (error) {
    if (!(error instanceof HttpFailure) || error.kind === 'interrupted') throw error;
    const remedy = error.shared?.remedy ?? 'Run rolecall doctor --verbose to see the requests.';
    return [{ state: 'needs-data', evidence: error.message, remedy }];
  }
}

/** The option below `providers.NAME` that a finding is about. */
function optionOf(finding: Finding, probe: Pick<Probe, 'option'>): string | null {
  return finding.option === undefined ? probe.option : finding.option;
}

/** A finding held against what the settings say. */
export function checkOf(
  finding: Finding,
  probe: Pick<Probe, 'id' | 'option' | 'assumes' | 'isOfWrites'>,
  { name, settings: first }: Pick<OpenCase, 'name' | 'settings'>,
  settings: ProviderSettings,
): CheckDraft {
  const own = optionOf(finding, probe);
  const option = own === null ? null : `providers.${name}.${own}`;
  const about: About = { id: probe.id, layer: 'behaviour', subject: finding.subject ?? name, option };
  const { evidence } = finding;
  const hindered = probe.isOfWrites === true ? 'apply' : 'plan';
  const named = own === null ? undefined : valueWritten(first, own);
  if (finding.state === 'ok') return draft(about, { state: 'ok', evidence, remedy: null, blocks: 'nothing' });
  if (finding.state === 'settled') {
    const { value, remedy = null } = finding;
    // What another finding settled before is in the settings by now, as if they named it.
    const said = own === null ? undefined : valueWritten(settings, own);
    if (said !== undefined && !agrees(value, said)) {
      const found = conflict(about, finding.value, said, evidence, named);
      return { ...found, blocks: hindered };
    }
    const unwritten = named === undefined && probe.assumes !== null && !agrees(value, probe.assumes);
    return draft(
      { ...about, value },
      {
        state: 'settled',
        evidence,
        remedy: unwritten ? 'Write it into rolecall.yaml with rolecall doctor --write.' : remedy,
        blocks: unwritten ? hindered : 'nothing',
      },
    );
  }
  const value = finding.value ?? probe.assumes;
  const { state, remedy, blocks = 'nothing' } = finding;
  const isWrong = state === 'conflict' || state === 'failed' || blocks !== 'nothing';
  if (!isWrong && named !== undefined && isSettingValue(named)) {
    const rest = { state: 'ok', evidence: `as rolecall.yaml says; ${evidence}`, remedy: null } as const;
    return draft({ ...about, value: named }, { ...rest, blocks: 'nothing' });
  }
  return draft({ ...about, value }, { state, evidence, remedy, blocks });
}

/** What was seen against what the settings say, or against what was seen elsewhere. */
function conflict(
  about: About,
  value: SettingValue,
  said: unknown,
  evidence: string,
  named: unknown,
): CheckDraft {
  const where = named === undefined ? 'was settled elsewhere' : 'is in rolecall.yaml';
  const remedy =
    named === undefined
      ? 'One setting applies to all of them: move those that differ to a configuration of their own.'
      : `Set ${about.option} to ${valueWords(value)}, or remove it and run rolecall doctor --write.`;
  return draft(
    { ...about, value },
    { state: 'conflict', evidence: `${evidence}, and ${valueWords(said)} ${where}`, remedy, blocks: 'plan' },
  );
}

function isSettingValue(value: unknown): value is SettingValue {
  return value !== null && ['string', 'number', 'boolean', 'object'].includes(typeof value);
}
