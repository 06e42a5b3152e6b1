import type { Status } from '../model/assignment.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { isId } from '../model/scope.js';
import { errorAt, inFile, type Place, quote } from './finding.js';
import { isRecord } from './schema-at.js';
import { readTerm } from './term.js';
import type { YamlDocument } from './yaml.js';

/** `name` is a key of people.yaml, an e-mail or an id: which, the directory says. `user` and `group` are ids. */
export type EntryKind = 'name' | 'user' | 'team' | 'group';

/** A line of a file that asks for assignments. Times are epoch milliseconds. */
export interface AccessEntry extends Place {
  readonly kind: EntryKind;
  /** Without the prefix. */
  readonly value: string;
  readonly from: number | null;
  readonly until: number | null;
  readonly reason: string | null;
  /** Null where the entry does not say. */
  readonly status: Status | null;
}

/** Reads an entry that fits the schema; null where it makes no sense all the same, with a finding. */
export function readEntry(
  file: string,
  item: unknown,
  yaml: YamlDocument,
  place: Place,
  diagnostics: Diagnostic[],
): AccessEntry | null {
  if (typeof item === 'string') {
    const named = nameIn(item);
    const problem = problemOf(named);
    if (problem === null) return { ...named, from: null, until: null, reason: null, status: null, ...place };
    diagnostics.push(errorAt('id-invalid', inFile(file, place), problem));
    return null;
  }
  if (!isRecord(item)) return null;
  const named = namedBy(item);
  if (named === null) return null;
  const key = 'group' in item ? 'group' : 'team' in item ? 'team' : 'user';
  const term = readTerm(file, item, (name) => yaml.placeIn(item, name), diagnostics);
  const problem = named.kind === 'wrong' ? named.problem : problemOf(named);
  if (problem !== null)
    diagnostics.push(errorAt('id-invalid', inFile(file, yaml.placeIn(item, key)), problem));
  if (problem !== null || term === null || named.kind === 'wrong') return null;
  const { reason, status } = item;
  return {
    ...named,
    ...term,
    reason: typeof reason === 'string' ? reason : null,
    status: status === 'active' || status === 'inactive' ? status : null,
    ...place,
  };
}

interface Named {
  readonly kind: EntryKind;
  readonly value: string;
}

/** `name`, `user:ID`, `team:NAME` or `group:ID`. */
export function nameIn(text: string): Named {
  if (text.startsWith('user:')) return { kind: 'user', value: text.slice(5) };
  if (text.startsWith('team:')) return { kind: 'team', value: text.slice(5) };
  if (text.startsWith('group:')) return { kind: 'group', value: text.slice(6) };
  return { kind: 'name', value: text };
}

/** The principal of an entry in object form; a prefix may be repeated in the value, but must be the key's. */
function namedBy(
  item: Readonly<Record<string, unknown>>,
): Named | { readonly kind: 'wrong'; readonly problem: string } | null {
  for (const key of ['user', 'team', 'group'] as const) {
    const text = item[key];
    if (typeof text !== 'string') continue;
    const named = nameIn(text);
    if (key === 'user' && named.kind === 'name') return named;
    if (named.kind === 'name' || named.kind === key) return { kind: key, value: named.value };
    const problem = `${quote(text)} is no ${key}: write { ${named.kind}: ${named.value} }.`;
    return { kind: 'wrong', problem };
  }
  return null;
}

function problemOf({ kind, value }: Named): string | null {
  if (value === '') return `Nothing follows "${kind}:": write ${kind}:${kind === 'team' ? 'NAME' : 'ID'}.`;
  return kind === 'team' || isId(value) ? null : `${quote(value)} is not an id.`;
}
