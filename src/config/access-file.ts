import { accessSchema } from '../generated/schemas/access.js';
import { validateAccess } from '../generated/validators.js';
import type { Prune } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { isId } from '../model/scope.js';
import { type AccessEntry, readEntry } from './access-entry.js';
import { type DocumentKind, type DocumentKinds, readKind } from './document-head.js';
import { addAll, errorAt, inFile, type Position, warningAt } from './finding.js';
import { quote } from '../model/label.js';
import { isRecord } from '../model/record.js';
import { type JsonSchema, knownKeys } from './schema-lookup.js';
import { schemaFindings, withUnknownKeys } from './schema-findings.js';
import { readYaml } from './yaml-reader.js';
import type { YamlDocument } from './yaml-document.js';

/** What heads a document: the id of its scope, and the id of the root it names. */
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
      warningAt('access-empty', at, 'The file holds no document: add one, or remove the file.'),
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
