import { peopleSchema } from '../generated/schemas/people.js';
import type { SchemaError } from '../generated/validators.js';
import { validatePeople } from '../generated/validators.js';
import type { Person } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { nameIn, type PrincipalRef, userRef } from '../model/principal.js';
import { readInstant } from './access-entry.js';
import type { SourceLocation } from '../model/source.js';
import { errorAt, inFile, type Position } from './finding.js';
import { pointerStep, withUnknownKeys } from './module-keys.js';
import { type JsonSchema, knownKeys, schemaAt } from './schema-lookup.js';
import { quote } from '../model/label.js';
import { nearestOf, suggestion } from '../model/nearest.js';
import type { ProviderCatalogue } from '../model/scope.js';
import { isRecord } from '../model/record.js';
import { schemaFindings } from './schema-findings.js';
import { readYaml } from './yaml-reader.js';
import type { YamlDocument } from './yaml-document.js';

export interface TeamMember {
  readonly kind: 'name' | 'team';
  readonly value: string;
  readonly source: SourceLocation;
}

export interface Team {
  readonly name: string;
  readonly members: readonly TeamMember[];
}

/** people.yaml, read by itself. */
export interface PeopleFile {
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  /** Every key that stands under `people`, those of people who could not be read included. */
  readonly keys: ReadonlySet<string>;
  /** False where the file as a whole could not be read, so that who is not in it cannot be told. */
  readonly readable: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** What people.yaml may hold. */
export interface PeopleForm {
  /** The providers, each with the key of a person that is its own; null: it is found under `ids`. */
  readonly providers: readonly { readonly name: string; readonly key: string | null }[];
  /** The schema with the keys of every provider, from which findings name keys. */
  readonly schema: () => JsonSchema;
}

export function peopleForm(catalogue: ProviderCatalogue, schema: PeopleForm['schema']): PeopleForm {
  const providers = [...catalogue].map(([name, { peopleKey }]) => ({ name, key: peopleKey?.key ?? null }));
  return { providers, schema };
}

/** Reads the directory. Pure. */
export function readPeopleFile(file: string, bytes: Uint8Array, form: PeopleForm): PeopleFile {
  const { documents, diagnostics: problems } = readYaml(file, bytes);
  const diagnostics = [...problems];
  const [yaml, ...more] = documents;
  for (const document of more) {
    diagnostics.push(
      errorAt('schema', inFile(file, document.positionOf([])), 'The directory is one document: join them.'),
    );
  }
  const people: Person[] = [];
  const teams: Team[] = [];
  if (yaml === undefined)
    return { people, teams, keys: new Set(), readable: diagnostics.length === 0, diagnostics };
  const wrong = new Set<string>();
  const top = isRecord(yaml.value) ? yaml.value : {};
  const listed = isRecord(top['people']) ? top['people'] : {};
  const found = validatePeople(yaml.value) ? [] : (validatePeople.errors ?? []);
  const errors = withUnknownPersonKeys(found, listed, form);
  for (const { path, diagnostic } of errors.length === 0
    ? []
    : schemaFindings(file, yaml, form.schema(), errors)) {
    diagnostics.push(diagnostic);
    wrong.add(JSON.stringify(path.slice(0, path[0] === 'teams' ? 3 : 2).map(String)));
  }
  for (const [key, value] of Object.entries(listed)) {
    if (!isRecord(value) || wrong.has(JSON.stringify(['people', key]))) continue;
    const source = inFile(file, yaml.keyPositionIn(listed, key));
    people.push(readPerson(key, value, source, yaml, form, diagnostics));
  }
  const groups = isRecord(top['teams']) ? top['teams'] : {};
  for (const [name, value] of Object.entries(groups)) {
    const members = Array.isArray(value) ? value : [];
    const good = [...members.entries()].filter(
      ([index]) => !wrong.has(JSON.stringify(['teams', name, String(index)])),
    );
    teams.push({
      name,
      members: good.flatMap(([index, text]) =>
        readMember(text, inFile(file, yaml.positionIn(members, index)), diagnostics),
      ),
    });
  }
  const readable = isRecord(yaml.value) && (top['people'] === undefined || isRecord(top['people']));
  return { people, teams, keys: new Set(Object.keys(listed)), readable, diagnostics };
}

function withUnknownPersonKeys(
  errors: readonly SchemaError[],
  people: Readonly<Record<string, unknown>>,
  { providers }: PeopleForm,
): readonly SchemaError[] {
  const known = new Set([...commonKeys, ...providers.map(({ key }) => key)]);
  let all = errors;
  for (const [key, person] of Object.entries(people)) {
    const keys = isRecord(person) ? Object.keys(person) : [];
    all = withUnknownKeys(all, `/people/${pointerStep(key)}`, keys, (each) => known.has(each));
  }
  return all;
}

/** The keys of a person whatever the providers. */
const commonKeys = knownKeys(schemaAt(peopleSchema, { people: { key: {} } }, ['people', 'key']).schema);

function readMember(text: unknown, source: SourceLocation, diagnostics: Diagnostic[]): readonly TeamMember[] {
  if (typeof text !== 'string') return [];
  const { kind, value } = nameIn(text);
  if ((kind === 'name' || kind === 'team') && value !== '') return [{ kind, value, source }];
  diagnostics.push(
    errorAt(
      'id-invalid',
      source,
      `${quote(text)} cannot be in a team: write a key of people, an e-mail or team:NAME.`,
    ),
  );
  return [];
}

function readPerson(
  key: string,
  value: Readonly<Record<string, unknown>>,
  source: SourceLocation,
  yaml: YamlDocument,
  { providers }: PeopleForm,
  diagnostics: Diagnostic[],
): Person {
  const { file } = source;
  const leaves = readInstant(
    file,
    value['leaves'],
    'end',
    () => yaml.positionIn(value, 'leaves'),
    diagnostics,
  );
  const principals = new Map<string, PrincipalRef | ReadonlyMap<string, PrincipalRef>>();
  const refOf = (text: string, positionOf: () => Position): PrincipalRef | null => {
    const ref = userRef(text);
    if (ref === null)
      diagnostics.push(
        errorAt(
          'id-invalid',
          inFile(file, positionOf()),
          `${quote(text)} is no user: write an e-mail, an id or user:ID.`,
        ),
      );
    return ref;
  };
  const ids = isRecord(value['ids']) ? value['ids'] : {};
  const unkeyed = providers.flatMap(({ name, key: own }) => (own === null ? [name] : []));
  for (const name of Object.keys(ids)) {
    if (unkeyed.includes(name)) continue;
    const own = providers.find((each) => each.name === name)?.key ?? null;
    const hint = own === null ? suggestion(nearestOf(unkeyed)(name)) : ` Write ${quote(own)} beside "ids".`;
    const message = `There is no provider ${quote(name)} whose ids stand here.${hint}`;
    diagnostics.push(errorAt('provider-unknown', inFile(file, yaml.keyPositionIn(ids, name)), message));
  }
  for (const { name: system, key: own } of providers) {
    const holder = own === null ? (system === 'github' && !('github' in ids) ? value : ids) : value;
    const field = own ?? system;
    const identity = holder[field];
    if (typeof identity === 'string') {
      const ref = refOf(identity, () => yaml.positionIn(holder, field));
      if (ref !== null) principals.set(system, ref);
    } else if (isRecord(identity)) {
      const byRoot = new Map<string, PrincipalRef>();
      for (const [rootId, text] of Object.entries(identity)) {
        const ref = typeof text === 'string' ? refOf(text, () => yaml.positionIn(identity, rootId)) : null;
        if (ref !== null) byRoot.set(rootId, ref);
      }
      principals.set(system, byRoot);
    }
  }
  const { name, github } = value;
  return {
    key,
    name: typeof name === 'string' ? name : null,
    github: typeof github === 'string' ? github : null,
    leaves: leaves ?? null,
    principals,
    source,
  };
}
