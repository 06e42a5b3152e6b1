import { RolecallError } from '../../errors.js';
import { openHttpClient } from '../../http/client.js';
import { type HttpFailure, remedyFor } from '../../http/failure.js';
import type { CredentialSettings } from '../../http/options.js';
import type { ProbeAnswer } from '../../http/probe.js';
import { type ProxyChoice, proxyFor } from '../../http/proxies.js';
import { parseBaseUrl } from '../../model/base-url.js';
import { groupBy } from '../../model/ordering.js';
import type { Scope } from '../../model/scope.js';
import { credentialFor, credentialName } from '../../model/settings.js';
import type { CommandContext } from '../context.js';
import { askAgain } from './ask-again.js';
import { type CheckDraft, failed, ok } from './check-draft.js';
import { type OpenCase, originOptions } from './open-case.js';
import { credentialsNeeded } from './provider-case.js';

/** What came of one origin: an answer, or why there is none. */
interface OriginAsked {
  /** The provider that it was asked for. */
  readonly name: string;
  readonly origin: string;
  readonly proxy: ProxyChoice | null;
  readonly answer: ProbeAnswer | RolecallError;
}

export interface NetworkChecked {
  readonly checks: readonly CheckDraft[];
  /** What the read with an invalid credential was answered, by provider; none where it was not sent. */
  readonly answers: ReadonlyMap<string, ProbeAnswer>;
  /** The origins that answer. */
  readonly reached: ReadonlySet<string>;
}

/**
 * Asks every origin once, all at the same time, with a credential that cannot be valid: before the origin and its
 * certificate are known, no secret leaves. @throws HttpFailure interrupted
 */
export async function checkNetwork(
  cases: readonly OpenCase[],
  context: CommandContext,
): Promise<NetworkChecked> {
  const answers = new Map<string, ProbeAnswer>();
  const asked = new Map<string, Promise<OriginAsked>>();
  for (const subject of cases) {
    const { name, settings, doctor } = subject;
    const root = rootWithCredential(subject);
    if (doctor === null || root === null) continue;
    const origin = originOf(settings.url);
    const request = { ...doctor.read(root, settings), credential: credentialName(settings, root) };
    const ask = async (): Promise<ProbeAnswer> => {
      const answer = await subject.ask({ ...request, authorization: 'invalid' });
      answers.set(name, answer);
      return answer;
    };
    const before = asked.get(origin);
    if (before === undefined) asked.set(origin, askOrigin(subject, origin, context, ask));
    else
      asked.set(
        origin,
        before.then(async (known) => (isReached(known) ? askOrigin(subject, origin, context, ask) : known)),
      );
  }
  for (const subject of cases) {
    for (const origin of originsOf(subject)) {
      if (!asked.has(origin))
        asked.set(
          origin,
          askOrigin(subject, origin, context, () => askAlone(subject, origin, context)),
        );
    }
  }
  const results = await Promise.all(asked.values());
  const reached = results.filter(isReached);
  return {
    checks: [...reached.map(reachedCheck), ...unreachedChecks(results)],
    answers,
    reached: new Set(reached.map(({ origin }) => origin)),
  };
}

/** A root whose credential the settings name, set or not: its header is known. */
function rootWithCredential({ roots, settings }: OpenCase): Scope | null {
  return roots.find(({ root }) => credentialFor(settings, root) !== null)?.root ?? null;
}

/** Where a case's requests to the API go. */
export function apiOriginsOf({ settings }: OpenCase): readonly string[] {
  return [...new Set([settings.url, ...Object.values(settings.otherUrls)].map(originOf))];
}

/** The same, and where its tokens come from. */
function originsOf(subject: OpenCase): readonly string[] {
  const tokens = credentialsNeeded(subject).flatMap((credential) => tokenOriginOf(credential.settings) ?? []);
  return [...new Set([...apiOriginsOf(subject), ...tokens])];
}

/** Where a credential's tokens come from; null where it needs none. */
export function tokenOriginOf(settings: CredentialSettings | null): string | null {
  return settings !== null && 'tokenUrl' in settings ? originOf(settings.tokenUrl) : null;
}

function originOf(url: string): string {
  const parsed = parseBaseUrl(url);
  return parsed.ok ? parsed.origin : url;
}

async function askOrigin(
  { name }: OpenCase,
  origin: string,
  { runtime }: CommandContext,
  ask: () => Promise<ProbeAnswer>,
): Promise<OriginAsked> {
  try {
    const proxy = proxyFor(origin, runtime.env);
    return { name, origin, proxy, answer: await ask() };
  } catch (error) {
    if (error instanceof RolecallError) return { name, origin, proxy: null, answer: error };
    throw error;
  }
}

async function askAlone(
  { settings, name }: OpenCase,
  origin: string,
  context: CommandContext,
): Promise<ProbeAnswer> {
  const client = openHttpClient(originOptions(settings, [origin], context));
  try {
    const request = { base: origin, path: '/', credential: name, authorization: 'invalid' } as const;
    return await askAgain(client.probing, request, context);
  } finally {
    await client.destroy();
  }
}

function isReached({ answer }: OriginAsked): boolean {
  return !(answer instanceof RolecallError) && answer.failure === undefined;
}

function reachedCheck({ origin, proxy }: OriginAsked): CheckDraft {
  const certificate = origin.startsWith('https:') ? ', and its certificate is trusted' : '';
  const way = proxy === null ? '' : `, through the proxy in ${proxy.variable}`;
  return ok({ id: 'origin', layer: 'network', subject: origin }, `answers${certificate}${way}`);
}

/** Origins that fail alike, or behind the same proxy, have one cause. */
function unreachedChecks(results: readonly OriginAsked[]): readonly CheckDraft[] {
  const unreached = results.filter((result) => !isReached(result));
  const causes = groupBy(unreached, causeOf);
  return [...causes.values()].map((alike) => {
    const [first] = alike;
    const { answer, proxy } = first;
    const about = {
      id: 'origin',
      layer: 'network',
      subject: alike.map(({ origin }) => origin).join(', '),
    } as const;
    if (answer instanceof RolecallError)
      return failed(about, answer.message, answer.hint ?? 'Check that variable.');
    const others = alike.length > 1 ? ' (and the same for the others)' : '';
    return failed(about, `${faultWords(first)}${others}`, remedyOf(answer.failure, proxy));
  });
}

/** What happened, without the provider that it happened to: origins are shared. */
function faultWords({ answer, name }: OriginAsked): string {
  if (answer instanceof RolecallError) return answer.message;
  const words = answer.failure?.shared?.message ?? answer.failure?.message ?? 'no answer came';
  return words.startsWith(`${name}: `) ? words.slice(name.length + 2) : words;
}

/** The same for origins that fail alike: what happened without the origin, and the proxy. */
function causeOf(asked: OriginAsked): string {
  const { hostname, host } = new URL(asked.origin);
  const words = [asked.origin, host, hostname].reduce(
    (text, own) => text.replaceAll(own, ''),
    faultWords(asked),
  );
  return `${asked.proxy?.variable ?? ''} ${words}`;
}

function remedyOf(failure: HttpFailure | undefined, proxy: ProxyChoice | null): string {
  const usual = remedyFor(failure?.kind ?? 'network') ?? 'Check your network.';
  if (proxy === null || failure?.kind === 'proxy') return usual;
  return `The proxy in ${proxy.variable} is in use: check it, or list the host in NO_PROXY. ${usual}`;
}
