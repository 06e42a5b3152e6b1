import { accessSchema } from '../generated/schemas/access.js';
import { validateAccess } from '../generated/validators.js';
import type { Status } from '../model/assignment.js';
import type { Prune } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { parseInstant } from '../model/instant.js';
import { quote } from '../model/label.js';
import { nameIn, type WrittenName } from '../model/principal.js';
import { isRecord } from '../model/record.js';
import { isId } from '../model/scope.js';
import { type DocumentKind, type DocumentKinds, readKind } from './document-head.js';
import { addAll, errorAt, inFile, type Position, warningAt } from './finding.js';
import { schemaFindings, withUnknownKeys } from './schema-findings.js';
import { type JsonSchema, knownKeys } from './schema-lookup.js';
import type { YamlDocument } from './yaml-document.js';
import { readYaml } from './yaml-reader.js';

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
function readEntry(
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
  const message = `${quote(text)} is not a date: write one such as 2027-01-31, or an RFC 3339 time such as 2027-01-31T18:00:00Z.`;
  diagnostics.push(errorAt('term-invalid', inFile(file, positionOf()), message));
  return undefined;
}

interface AccessHead extends Position {
  readonly id: string;
  readonly rootId: string;
}

export interface AccessRole extends Position {
  readonly name: string;
  readonly entries: readonly AccessEntry[];
}

/** One document of an access file. Its position is where it begins. */
export interface AccessDocument extends Position {
  /** Whose it is, and the key that heads it; null where that cannot be told. */
  readonly kind: DocumentKind | null;
  /** Null where an id is missing or wrong, too. */
  readonly head: AccessHead | null;
  readonly name: ({ readonly text: string } & Position) | null;
  /** Null where the document does not say. */
  readonly prune: ({ readonly value: Prune } & Position) | null;
  readonly roles: readonly AccessRole[];
  /** False where a part was left out because it is wrong: what the document lacks then tells nothing. */
  readonly whole: boolean;
}

/** An access file, read by itself. Plain data. */
export interface AccessFile {
  readonly file: string;
  readonly documents: readonly AccessDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What the access files may hold. */
export interface AccessForm {
  readonly kinds: DocumentKinds;
  /** The schema with the keys of every kind, from which findings name keys. */
  readonly schema: () => JsonSchema;
}

/** Reads one access file, without regard to any other. Pure. */
export function readAccessFile(file: string, bytes: Uint8Array, form: AccessForm): AccessFile {
  const yaml = readYaml(file, bytes);
  const diagnostics = [...yaml.diagnostics];
  if (yaml.documents.length === 0 && diagnostics.length === 0) {
    const at = inFile(file, { line: 1, column: 1 });
    diagnostics.push(
      warningAt('access-empty', at, 'The file contains no document: add one, or remove the file.'),
    );
  }
  const documents = yaml.documents.map((document) => readDocument(file, document, form, diagnostics));
  return { file, documents, diagnostics };
}

function readDocument(
  file: string,
  yaml: YamlDocument,
  { kinds, schema }: AccessForm,
  diagnostics: Diagnostic[],
): AccessDocument {
  const before = diagnostics.length;
  const wrong = new Set<string>();
  const { value } = yaml;
  const top = isRecord(value) ? value : {};
  const known = new Set([...commonKeys, ...kinds.kinds.map(({ kind }) => kind)]);
  const found = validateAccess(value) ? [] : (validateAccess.errors ?? []);
  const unknown = Object.keys(top).filter((key) => !known.has(key));
  const errors = withUnknownKeys(
    found,
    unknown.map((key) => ({ pointer: '', key })),
  );
  for (const { path, diagnostic } of errors.length === 0
    ? []
    : schemaFindings(file, yaml, schema(), errors)) {
    diagnostics.push(diagnostic);
    wrong.add(pointer(path.slice(0, path[0] === 'roles' ? 3 : 1)));
  }
  const { kind, findings } = isRecord(value) ? readKind(file, yaml, value, kinds) : NO_KIND;
  addAll(diagnostics, findings);
  const head = kind === null ? null : readHead(top, yaml, kind);
  const { name, prune } = top;
  return {
    ...(head === null ? yaml.positionOf([]) : { line: head.line, column: head.column }),
    kind,
    head,
    name: typeof name === 'string' ? { text: name, ...yaml.positionOf(['name']) } : null,
    prune: isPrune(prune) ? { value: prune, ...yaml.positionOf(['prune']) } : null,
    roles: isRecord(top['roles']) ? readRoles(file, top['roles'], yaml, wrong, diagnostics) : [],
    whole: diagnostics.length === before,
  };
}

/** The keys of a document of any kind. */
const commonKeys = knownKeys(accessSchema);
const NO_KIND = { kind: null, findings: [] };

function readHead(
  top: Readonly<Record<string, unknown>>,
  yaml: YamlDocument,
  { kind, rootKind }: DocumentKind,
): AccessHead | null {
  const id = top[kind];
  const rootId = top[rootKind ?? kind];
  if (typeof id !== 'string' || !isId(id) || typeof rootId !== 'string' || !isId(rootId)) return null;
  return { id, rootId, ...yaml.keyPositionOf([kind]) };
}

function readRoles(
  file: string,
  roles: Readonly<Record<string, unknown>>,
  yaml: YamlDocument,
  wrong: ReadonlySet<string>,
  diagnostics: Diagnostic[],
): readonly AccessRole[] {
  return Object.keys(roles).map((name) => {
    if (name !== '' && !isId(name)) {
      const message = `${quote(name)} cannot be a role: name the role by its id.`;
      diagnostics.push(errorAt('id-invalid', inFile(file, yaml.keyPositionIn(roles, name)), message));
    }
    const list = roles[name];
    const entries: AccessEntry[] = [];
    if (Array.isArray(list)) {
      const bad = wrong.size > 0;
      for (const [index, item] of list.entries()) {
        if (bad && wrong.has(pointer(['roles', name, index]))) continue;
        const entry = readEntry(file, item, yaml, yaml.positionIn(list, index), diagnostics);
        if (entry !== null) entries.push(entry);
      }
    }
    return { name, entries, ...yaml.keyPositionIn(roles, name) };
  });
}

function pointer(path: readonly (string | number)[]): string {
  return JSON.stringify(path.map(String));
}

function isPrune(value: unknown): value is Prune {
  return typeof value === 'boolean' || value === 'listed';
}
