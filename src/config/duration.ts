const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** `500ms`, `30s`, `5m` or `1h`, as the schema has checked it, in milliseconds. */
export function milliseconds(duration: string): number {
  const unit = duration.replace(/^\d+/u, '');
  return Number.parseInt(duration, 10) * (UNITS[unit] ?? 0);
}
