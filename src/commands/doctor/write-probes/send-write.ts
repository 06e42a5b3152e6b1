import type { AuditLog } from '../../../engine/audit-log.js';
import { EarlierWrites } from '../../../engine/earlier-writes.js';
import { rereadLive } from '../../../engine/read-live.js';
import { writeChange } from '../../../engine/write-change.js';
import type { HttpClient } from '../../../http/client.js';
import { HttpFailure } from '../../../http/failure.js';
import type { HttpRequest, WriteClient } from '../../../http/request.js';
import type { PlannedChange } from '../../../model/change.js';
import type { LiveRoot } from '../../../model/live.js';
import { type Provider, saysDone, type WriteStep } from '../../../providers/provider.js';
import type { Runtime } from '../../../runtime.js';

/** How requests are sent. An interrupt aborts the signal, but not that of what goes back. */
export interface Sender {
  readonly client: HttpClient;
  readonly signal: AbortSignal;
  readonly runtime: Runtime;
  readonly audit: AuditLog;
  /** Tells people what goes on where that takes long. */
  readonly note: (message: string) => void;
}

/** One request that left, and what came of it. `lost`: nobody can tell by the answer whether it took effect. */
export interface Sent {
  readonly request: HttpRequest;
  readonly status: number | null;
  readonly answer: 'accepted' | 'refused' | 'lost';
  /** Whether it was refused because it is so already. */
  readonly isDone: boolean;
  /** What the API said of a refusal, without secrets; null where it accepted. */
  readonly words: string | null;
}

export interface WriteSent {
  /** In order, one for each answer; a write that the API throttled counts once. */
  readonly sent: readonly Sent[];
  /** Why it did not take effect, as far as the answers tell; null where they say it did. */
  readonly reason: string | null;
  /** Nothing more may be tried: the credential may not, the log broke, or it did not leave. */
  readonly stops: boolean;
}

/** Statuses that say nothing of how a request is written. */
const ofTheCredential: ReadonlySet<number | null> = new Set([401, 403, 429]);

/** Writes one change as apply does, with an audit line before each request, and tells how each was answered. */
export async function sendWrite(
  planned: PlannedChange,
  provider: Provider,
  root: LiveRoot,
  { client, signal, runtime, audit }: Sender,
): Promise<WriteSent> {
  const sent: Sent[] = [];
  const blocked: string[] = [];
  const steps = new Map<HttpRequest, WriteStep>();
  const observed = observedProvider(provider, sent, steps);
  const { redact } = client;
  const { reason } = await client.whileWriting((writing) =>
    writeChange(planned, {
      provider: observed,
      client: observedClient(writing, sent, (request, error) => {
        const step = steps.get(request);
        return step !== undefined && saysDone(provider, step, error);
      }),
      redact,
      root,
      runtime,
      signal,
      audit,
      earlier: new EarlierWrites(),
      block: (_part, _planned, why) => blocked.push(why),
    }),
  );
  const told = sent.map((each) => ({ ...each, words: each.words === null ? null : redact(each.words) }));
  const last = told.at(-1);
  const stops = blocked.length > 0 || last === undefined || ofTheCredential.has(last.status);
  return { sent: told, reason, stops };
}

/** Keeps what was answered. A role that is sent again takes none away, which is what reading must show. */
function observedProvider(provider: Provider, sent: Sent[], steps: Map<HttpRequest, WriteStep>): Provider {
  return {
    traits: provider.traits,
    read: (request, client) => provider.read(request, client),
    reread: (request, client) => rereadLive(provider, request, client),
    discover: (root, client) => provider.discover(root, client),
    writes: (change, root) =>
      provider.writes(change, root).map((step) => {
        steps.set(step.request, step);
        const isSame = step.takes?.role === step.gives?.role && step.takes?.status === step.gives?.status;
        return isSame ? { ...step, takes: null } : step;
      }),
    refusal: (step, answer) => {
      const refusal = provider.refusal(step, answer);
      const last = sent.pop();
      if (last !== undefined)
        sent.push(
          refusal === null
            ? last
            : { ...last, answer: 'refused', isDone: saysDone(provider, step, answer), words: refusal },
        );
      return refusal;
    },
    isDone: (step, body) => provider.isDone?.(step, body) === true,
  };
}

function observedClient(
  client: WriteClient,
  sent: Sent[],
  isDone: (request: HttpRequest, error: HttpFailure) => boolean,
): WriteClient {
  return {
    get: (request) => client.get(request),
    send: async (request, journal) => {
      try {
        const response = await client.send(request, journal);
        sent.push({ request, status: response.status, answer: 'accepted', isDone: false, words: null });
        return response;
      } catch (error) {
        if (!(error instanceof HttpFailure)) throw error;
        const { status, landed, message } = error;
        const answer = landed === 'unknown' ? 'lost' : 'refused';
        if (status !== null || landed === 'unknown')
          sent.push({ request, status, answer, isDone: isDone(request, error), words: message });
        throw error;
      }
    },
  };
}
