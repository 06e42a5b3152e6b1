import { type HttpFailure, remedyFor } from '../../http/failure.js';
import type { CredentialSettings } from '../../http/options.js';
import type { ProbeAnswer } from '../../http/probe.js';
import { listed } from '../../model/label.js';
import { variablesOf } from '../../model/settings.js';
import type { ProbeRoot, ProviderDoctor } from '../../providers/doctor.js';
import type { Runtime } from '../../runtime.js';
import { type About, type CheckDraft, failed, ok } from './check-draft.js';
import { tokenOriginOf } from './network.js';
import type { OpenCase } from './open-case.js';
import { credentialsNeeded, type NeededCredential } from './provider-case.js';
import { type UnusableAnswer, unusableAnswer } from './unusable-answer.js';
import { durationWords, tokenLife } from './token-life.js';

/** An assertion must not be older than five minutes, or ten seconds ahead (R18), in milliseconds. */
const MOST_BEHIND = 300_000;
const MOST_AHEAD = 10_000;

const SET_CLOCK = 'Set the clock of this machine, such as by NTP.';

export interface TokensChecked {
  readonly checks: readonly CheckDraft[];
  /** The roots whose credential the API accepts. */
  readonly roots: readonly ProbeRoot[];
}

/** Sends the right credentials for the first time, each once. @throws HttpFailure interrupted */
export async function checkTokens(
  subject: OpenCase,
  reached: ReadonlySet<string>,
  runtime: Runtime,
): Promise<TokensChecked> {
  const checks: CheckDraft[] = [];
  const roots: ProbeRoot[] = [];
  /** Where tokens come from that gave none to anybody. */
  const silent = new Set<string>();
  for (const needed of credentialsNeeded(subject)) {
    const { settings } = needed;
    const tokenOrigin = tokenOriginOf(settings);
    if (settings === null) continue;
    if (tokenOrigin !== null && (!reached.has(tokenOrigin) || silent.has(tokenOrigin))) continue;
    const { checks: checked, stops } = await checkToken(subject, { ...needed, settings }, runtime);
    checks.push(...checked);
    if (stops === 'everything') break;
    if (stops === 'tokens' && tokenOrigin !== null) silent.add(tokenOrigin);
    if (checked.every(({ blocks }) => blocks === 'nothing')) roots.push(...needed.roots);
  }
  const clock = checks.every(({ id }) => id !== 'clock') && checks.length > 0 ? clockCheck(subject) : [];
  return { checks: [...checks, ...clock], roots };
}

interface TokenChecked {
  readonly checks: readonly CheckDraft[];
  /** What need not be tried with another credential, since it would fail alike: tokens from the same place, or everything. */
  readonly stops: 'nothing' | 'tokens' | 'everything';
}

async function checkToken(
  subject: OpenCase,
  { name, settings, roots }: NeededCredential & { readonly settings: CredentialSettings },
  runtime: Runtime,
): Promise<TokenChecked> {
  const about: About = { id: 'token', layer: 'token', subject: name };
  const root = roots[0]?.root;
  const read = root === undefined ? null : (subject.doctor?.read(root, subject.settings) ?? null);
  if (read === null && tokenOriginOf(settings) === null) return { checks: [], stops: 'nothing' };
  const before = subject.tokens.length;
  const answer = await subject.ask({ ...(read ?? { path: '/' }), credential: name });
  const token = subject.tokens[before] ?? null;
  const { words, leftMs } = tokenLife(settings, token, runtime);
  const skew = clockProblem(settings, subject.clockAheadMs());
  const refusal = refusalOf(answer, settings, read === null ? null : subject.doctor);
  if (refusal === null) {
    const accepted = read === null ? 'a token was given' : `accepted (answered ${answer.status})`;
    return { checks: [ok(about, `${accepted}; ${words}`)], stops: 'nothing' };
  }
  const stops = stoppedBy(answer);
  // A wrong clock makes every assertion wrong: that is the cause.
  if (skew !== null && isRefused(answer)) {
    const clock = { ...about, id: 'clock' };
    return { checks: [failed(clock, `${skew}, and ${refusal.words}`, SET_CLOCK)], stops };
  }
  const remedy = (isRefused(answer) ? subject.doctor?.tokenRemedy?.(settings) : null) ?? refusal.remedy;
  const ended = leftMs !== null && leftMs <= 0 ? `; it is ${words}` : '';
  return { checks: [failed(about, `${refusal.words}${ended}`, remedy)], stops };
}

/** Whether the credential itself is what is wrong: its token endpoint or the API refuses it. */
function isRefused({ status, failure }: ProbeAnswer): boolean {
  if (failure === undefined) return status === 401;
  const refusal = failure.status ?? 0;
  return failure.kind === 'token' && refusal >= 400 && refusal < 500 && refusal !== 429;
}

function stoppedBy(answer: ProbeAnswer): TokenChecked['stops'] {
  if (isRefused(answer)) return 'nothing';
  return answer.failure?.kind === 'token' ? 'tokens' : 'everything';
}

/** Why a credential is not accepted; null where it is, whatever it may then read. */
function refusalOf(
  { status, body, failure }: ProbeAnswer,
  settings: CredentialSettings,
  doctor: ProviderDoctor | null,
): UnusableAnswer | null {
  if (failure !== undefined) return { words: failure.message, remedy: remedyOf(failure) };
  if (doctor === null) return null;
  const variables = listed(variablesOf(settings));
  if (status < 300 && doctor.isError?.(body) === true) {
    return {
      words: `the API answered ${status} to the credential from ${variables}, but not with the list that was asked for`,
      remedy: `Check ${variables}, and what the connector file says of the list. rolecall plan shows the answer.`,
    };
  }
  if (status === 401) {
    return {
      words: `the API refused the credential (401) from ${variables}`,
      remedy: `Check that ${variables} ${variablesOf(settings).length > 1 ? 'are' : 'is'} complete, not expired, and of this url.`,
    };
  }
  return unusableAnswer(status);
}

function remedyOf({ shared, kind }: HttpFailure): string {
  return shared?.remedy ?? remedyFor(kind) ?? 'Run rolecall doctor --verbose to see the requests.';
}

function clockCheck({ name, clockAheadMs }: OpenCase): readonly CheckDraft[] {
  const ahead = clockAheadMs();
  if (ahead === null) return [];
  const about: About = { id: 'clock', layer: 'token', subject: name };
  if (Math.abs(ahead) <= MOST_BEHIND) return [ok(about, clockWords(ahead))];
  const evidence = `${clockWords(ahead)}: terms begin and end at the wrong time`;
  return [failed(about, evidence, SET_CLOCK, 'nothing')];
}

function clockWords(aheadMs: number): string {
  if (aheadMs === 0) return "this machine's clock agrees with the server's";
  return `this machine's clock is ${durationWords(Math.abs(aheadMs))} ${aheadMs > 0 ? 'ahead' : 'behind'}`;
}

/** What is wrong with the clock for a credential that is signed; null where nothing is. */
function clockProblem({ method }: CredentialSettings, aheadMs: number | null): string | null {
  if (method !== 'private-key-jwt' || aheadMs === null) return null;
  return aheadMs > MOST_AHEAD || aheadMs < -MOST_BEHIND ? clockWords(aheadMs) : null;
}
