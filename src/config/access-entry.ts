import type { Status } from '../model/assignment.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { parseInstant } from '../model/instant.js';
import { nameIn, type WrittenName } from '../model/principal.js';
import { isId } from '../model/scope.js';
import { errorAt, inFile, type Position } from './finding.js';
import { quote } from '../model/label.js';
import { isRecord } from '../model/record.js';
import type { YamlDocument } from './yaml-document.js';

type EntryKind = WrittenName['kind'];

/** A line of a file that asks for assignments. Times are epoch milliseconds. */
export interface AccessEntry extends Position {
  readonly kind: EntryKind;
  /** Without the prefix. */
  readonly value: string;
  readonly from: number | null;
  readonly until: number | null;
  readonly reason: string | null;
  /** Null where the entry does not say. */
  readonly status: Status | null;
  /** Where the name stands in an entry that is a mapping; null where the entry is the name. */
  readonly namePosition: Position | null;
  /** Where the status stands; null where the entry does not say one. */
  readonly statusPosition: Position | null;
}

/** Reads an entry that fits the schema; null where it makes no sense all the same, with a finding. */
export function readEntry(
  file: string,
  item: unknown,
  yaml: YamlDocument,
  position: Position,
  diagnostics: Diagnostic[],
): AccessEntry | null {
  const { line, column } = position;
  if (typeof item === 'string') {
    const { kind, value } = nameIn(item);
    const problem = problemOf(kind, value);
    if (problem === null) return nameAlone(kind, value, line, column);
    diagnostics.push(errorAt('id-invalid', inFile(file, position), problem));
    return null;
  }
  const key = isRecord(item) ? entryKeys.find((name) => name in item) : undefined;
  if (!isRecord(item) || key === undefined) return null;
  const term = readTerm(file, item, (name) => yaml.positionIn(item, name), diagnostics);
  const { reason, status } = item;
  const { kind, value } = nameIn(String(item[key]));
  const isOther = kind !== 'name' && kind !== key;
  const meant = kind === 'name' && key !== 'user' ? key : kind;
  const problem = isOther
    ? `${quote(String(item[key]))} is no ${key}: write { ${kind}: ${value} }.`
    : problemOf(meant, value);
  if (problem !== null)
    diagnostics.push(errorAt('id-invalid', inFile(file, yaml.positionIn(item, key)), problem));
  if (problem !== null || term === null) return null;
  return {
    kind: meant,
    value,
    from: term.from,
    until: term.until,
    reason: typeof reason === 'string' ? reason : null,
    status: status === 'active' || status === 'inactive' ? status : null,
    namePosition: yaml.positionIn(item, key),
    statusPosition: status === undefined ? null : yaml.positionIn(item, 'status'),
    line,
    column,
  };
}

/** Written out, since objects of one shape that are copied from another take several times as long to make. */
function nameAlone(kind: EntryKind, value: string, line: number, column: number): AccessEntry {
  return {
    kind,
    value,
    from: null,
    until: null,
    reason: null,
    status: null,
    namePosition: null,
    statusPosition: null,
    line,
    column,
  };
}

const entryKeys = ['user', 'team', 'group'] as const;

function problemOf(kind: EntryKind, value: string): string | null {
  if (value === '') return `Nothing follows "${kind}:": write ${kind}:${kind === 'team' ? 'NAME' : 'ID'}.`;
  return kind === 'team' || isId(value) ? null : `${quote(value)} is not an id.`;
}

/** When an entry counts: epoch milliseconds, from <= now < until. */
interface EntryTerm {
  readonly from: number | null;
  readonly until: number | null;
}

/** Reads `from` and `until` of an entry; null where one cannot be read or they are reversed, with a finding. */
function readTerm(
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
