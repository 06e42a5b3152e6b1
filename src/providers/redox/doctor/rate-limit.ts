import type { Finding, Probe } from '../../doctor.js';

/** Holds the limit in force (R20). */
const header = 'x-ratelimit-limit';
/** The lower of the two limits that one page states (R20). */
const documented = 7500;
/** What limits are stated for (R20). */
const window = { ms: 300_000, words: '5m' };

/** The rate limit: stated twice, differently, and in a header (R20, C10). */
export const rateLimit: Probe = {
  id: 'rate-limit',
  option: 'rateLimit',
  assumes: null,
  when: 'after',
  run: async ({ seen, settings }) => {
    const stated = seen.flatMap(({ headers }) => limitIn(headers[header]) ?? []);
    const sent = settings.rateLimit;
    const inUse = sent === null ? Number.POSITIVE_INFINITY : (sent.requests * window.ms) / sent.perMs;
    const limit = stated.length === 0 ? null : Math.min(...stated);
    return [compared(limit, inUse)];
  },
};

function limitIn(value: string | undefined): number | null {
  return value !== undefined && /^[1-9]\d{0,8}$/u.test(value) ? Number(value) : null;
}

function compared(limit: number | null, inUse: number): Finding {
  const sent = Number.isFinite(inUse)
    ? `rolecall sends at most ${Math.ceil(inUse)} in 5 minutes`
    : 'rolecall sets itself no limit';
  const allowed = limit ?? documented;
  const source =
    limit === null ? 'no answer states a limit, the documentation states' : 'X-RateLimit-Limit is';
  const evidence = `${source} ${allowed}; ${sent}`;
  if (inUse <= allowed) return { state: 'ok', evidence };
  return limit === null
    ? {
        state: 'assumed',
        evidence,
        remedy: `Set providers.redox.rateLimit to { requests: ${documented}, per: ${window.words} } or less.`,
      }
    : { state: 'settled', value: { requests: limit, per: window.words }, evidence };
}
