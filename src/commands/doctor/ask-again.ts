import type { ProbeAnswer, ProbeClient, ProbeRequest } from '../../http/probe.js';
import { waitAskedFor } from '../../http/rate-limited.js';
import type { Runtime } from '../../runtime.js';

/** So often a request is sent to a server that asks to wait a moment. */
const MOST_ASKED = 3;
/** Longer waits are not waited for, in milliseconds: whoever runs a doctor wants to know, and soon. */
const LONGEST_WAIT_MS = 3_000;

/**
 * Sends a probe, and once or twice again where the server asks to wait a few seconds: it then says nothing of how it behaves.
 * The client itself sends each once, so that what a server turns away is seen and never provoked by repeating at once.
 * @throws HttpFailure interrupted
 */
export async function askAgain(
  client: ProbeClient,
  request: ProbeRequest,
  { runtime, signal }: { readonly runtime: Runtime; readonly signal: AbortSignal },
): Promise<ProbeAnswer> {
  for (let asked = 1; ; asked += 1) {
    const answer = await client.ask(request);
    const wait = shortWait(answer, runtime);
    if (wait === null || asked === MOST_ASKED || signal.aborted) return answer;
    await runtime.sleep(wait, signal).catch(() => undefined);
  }
}

/** How long an answer asks to wait, in milliseconds; null where it does not, or asks for more than a few seconds. */
function shortWait(answer: ProbeAnswer, { now }: Pick<Runtime, 'now'>): number | null {
  const wait = waitOf(answer, now());
  return wait !== null && wait <= LONGEST_WAIT_MS ? wait : null;
}

function waitOf(answer: ProbeAnswer, now: number): number | null {
  // A rate limit that came as 403.
  if (answer.failure !== undefined)
    return answer.failure.kind === 'rate-limited' ? answer.failure.retryAfterMs : null;
  const { status, headers } = answer;
  return status === 429 || status === 503 ? waitAskedFor({ header: (name) => headers[name] }, now) : null;
}
