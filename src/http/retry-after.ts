/**
 * How long a Retry-After header asks us to wait, in milliseconds (RFC 9110 section 10.2.3): seconds or an HTTP date.
 * Null where there is none or it cannot be read. `now` is the time of day in milliseconds.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const text = value.trim();
  if (/^\d+(\.\d+)?$/.test(text)) {
    const ms = Number(text) * 1000;
    return Number.isFinite(ms) ? ms : null;
  }
  if (!/[a-z]{3}/i.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
