import type { Diagnostic } from '../model/diagnostic.js';
import { parseInstant } from '../model/instant.js';
import { errorAt, inFile, type Position } from './finding.js';
import { quote } from '../model/label.js';

/** When an entry counts: epoch milliseconds, from <= now < until. */
export interface EntryTerm {
  readonly from: number | null;
  readonly until: number | null;
}

/** Reads `from` and `until` of an entry; null where one cannot be read or they are reversed, with a finding. */
export function readTerm(
  file: string,
  item: Readonly<Record<string, unknown>>,
  positionOf: (key: string) => Position,
  diagnostics: Diagnostic[],
): EntryTerm | null {
  const from = readInstant(file, item['from'], 'start', () => positionOf('from'), diagnostics);
  const until = readInstant(file, item['until'], 'end', () => positionOf('until'), diagnostics);
  if (from === undefined || until === undefined) return null;
  if (from === null || until === null || from < until) return { from, until };
  const message = `The entry ends (until ${quote(String(item['until']))}) before it begins (from ${quote(String(item['from']))}): correct one of them.`;
  diagnostics.push(errorAt('term-reversed', inFile(file, positionOf('until')), message));
  return null;
}

/** A date or time of the files; null where there is none, undefined where it cannot be read, with a finding. */
export function readInstant(
  file: string,
  text: unknown,
  edge: 'start' | 'end',
  positionOf: () => Position,
  diagnostics: Diagnostic[],
): number | null | undefined {
  if (typeof text !== 'string') return null;
  const instant = parseInstant(text, edge);
  if (instant !== null) return instant;
  const message = `${quote(text)} is no date: write one such as 2027-01-31, or an RFC 3339 time such as 2027-01-31T18:00:00Z.`;
  diagnostics.push(errorAt('term-invalid', inFile(file, positionOf()), message));
  return undefined;
}
