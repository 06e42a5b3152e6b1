import { peopleSchema } from '../generated/schemas/people.js';
import { validatePeople } from '../generated/validators.js';
import type { Person } from '../model/desired.js';
import type { Diagnostic, SourceLocation } from '../model/diagnostic.js';
import { foldedRef, nameIn, type PrincipalRef, userRef } from '../model/principal.js';
import { readInstant } from './access-file.js';
import { errorAt, inFile, type Position } from './finding.js';
import { type JsonSchema, knownKeys, schemaAt } from './schema-lookup.js';
import { quote } from '../model/label.js';
import { nearestOf, suggestion } from '../model/nearest.js';
import type { ProviderCatalogue, UserIds } from '../model/scope.js';
import { isRecord } from '../model/record.js';
import { pointerStep } from '../model/json-pointer.js';
import { schemaFindings, withUnknownKeys } from './schema-findings.js';
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
  readonly providers: readonly {
    readonly name: string;
    readonly key: string | null;
    readonly ids: UserIds;
  }[];
  /** The schema with the keys of every provider, from which findings name keys. */
  readonly schema: () => JsonSchema;
}

export function peopleForm(catalogue: ProviderCatalogue, schema: PeopleForm['schema']): PeopleForm {
  const providers = [...catalogue].map(([name, ids]) => ({
    name,
    key: ids.peopleKey?.key ?? null,
    ids,
  }));
  return { providers, schema };
}

/** Reads the directory. Pure. */
export function readPeopleFile(file: string, bytes: Uint8Array, form: PeopleForm): PeopleFile {
  const { documents, diagnostics: problems } = readYaml(file, bytes);
  const [yaml, ...more] = documents;
  const joined = more.map((document) =>
    errorAt(
      'schema',
      inFile(file, document.positionOf([])),
      'The directory must be one document: join the documents.',
    ),
  );
  const diagnostics = [...problems, ...joined];
  if (yaml === undefined)
    return { people: [], teams: [], keys: new Set(), readable: diagnostics.length === 0, diagnostics };
  return new PeopleReader(file, yaml, form, diagnostics).read();
}

class PeopleReader {
  /** What is left out, as JSON: `["people",KEY]` or `["teams",NAME,INDEX]`. */
  readonly #wrong = new Set<string>();

  constructor(
    private readonly file: string,
    private readonly yaml: YamlDocument,
    private readonly form: PeopleForm,
    private readonly diagnostics: Diagnostic[],
  ) {}

  read(): PeopleFile {
    const { value } = this.yaml;
    const top = recordOf(value);
    const listed = recordOf(top['people']);
    this.#check(value, listed);
    const people = Object.entries(listed).flatMap(([key, person]) =>
      isRecord(person) && !this.#wrong.has(JSON.stringify(['people', key]))
        ? [this.#person(key, person, inFile(this.file, this.yaml.keyPositionIn(listed, key)))]
        : [],
    );
    const teams = Object.entries(recordOf(top['teams'])).map(([name, members]) => ({
      name,
      members: this.#members(name, Array.isArray(members) ? members : []),
    }));
    const readable = isRecord(value) && (top['people'] === undefined || isRecord(top['people']));
    const keys = new Set(Object.keys(listed));
    return { people, teams, keys, readable, diagnostics: this.diagnostics };
  }

  #check(value: unknown, listed: Readonly<Record<string, unknown>>): void {
    const known = new Set([...commonKeys, ...this.form.providers.map(({ key }) => key)]);
    const unknown = Object.entries(listed).flatMap(([name, person]) =>
      Object.keys(recordOf(person))
        .filter((key) => !known.has(key))
        .map((key) => ({ pointer: `/people/${pointerStep(name)}`, key })),
    );
    const errors = withUnknownKeys(validatePeople(value) ? [] : (validatePeople.errors ?? []), unknown);
    if (errors.length === 0) return;
    for (const { path, diagnostic } of schemaFindings(this.file, this.yaml, this.form.schema(), errors)) {
      this.diagnostics.push(diagnostic);
      this.#wrong.add(JSON.stringify(path.slice(0, path[0] === 'teams' ? 3 : 2).map(String)));
    }
  }

  #members(team: string, members: readonly unknown[]): readonly TeamMember[] {
    return members.flatMap((text, index): readonly TeamMember[] => {
      const isWrong = this.#wrong.has(JSON.stringify(['teams', team, String(index)]));
      if (isWrong || typeof text !== 'string') return [];
      const source = inFile(this.file, this.yaml.positionIn(members, index));
      const { kind, value } = nameIn(text);
      if ((kind === 'name' || kind === 'team') && value !== '') return [{ kind, value, source }];
      const message = `${quote(text)} cannot be in a team: write a key of people, an e-mail or team:NAME.`;
      this.diagnostics.push(errorAt('id-invalid', source, message));
      return [];
    });
  }

  #person(key: string, value: Readonly<Record<string, unknown>>, source: SourceLocation): Person {
    const position = (): Position => this.yaml.positionIn(value, 'leaves');
    const leaves = readInstant(this.file, value['leaves'], 'end', position, this.diagnostics);
    const { name, github } = value;
    return {
      key,
      name: typeof name === 'string' ? name : null,
      github: typeof github === 'string' ? github : null,
      leaves: leaves ?? null,
      principals: this.#principals(value),
      source,
    };
  }

  /** Who a person is, by provider. A provider named github takes the person's login where `ids` says nothing. */
  #principals(person: Readonly<Record<string, unknown>>): Person['principals'] {
    const ids = recordOf(person['ids']);
    this.#requireProviders(ids);
    const principals = new Map<string, PrincipalRef | ReadonlyMap<string, PrincipalRef>>();
    for (const { name, key, ids: spelling } of this.form.providers) {
      const isLogin = key === null && name === 'github' && !Object.hasOwn(ids, name);
      const written = this.#identity(key === null && !isLogin ? ids : person, key ?? name);
      const identity = written === null ? null : foldedIdentity(written, spelling);
      if (identity !== null) principals.set(name, identity);
    }
    return principals;
  }

  #requireProviders(ids: Readonly<Record<string, unknown>>): void {
    const { providers } = this.form;
    const unkeyed = providers.filter(({ key }) => key === null).map(({ name }) => name);
    for (const name of Object.keys(ids).filter((each) => !unkeyed.includes(each))) {
      const own = providers.find((each) => each.name === name)?.key ?? null;
      const hint = own === null ? suggestion(nearestOf(unkeyed)(name)) : ` Write ${quote(own)} beside "ids".`;
      const message = `There is no provider ${quote(name)} that needs ids here.${hint}`;
      const at = inFile(this.file, this.yaml.keyPositionIn(ids, name));
      this.diagnostics.push(errorAt('provider-unknown', at, message));
    }
  }

  /** One reference, or one by root; null where nothing is written that can be one. */
  #identity(holder: object, key: string): PrincipalRef | ReadonlyMap<string, PrincipalRef> | null {
    const written: unknown = Reflect.get(holder, key);
    if (typeof written === 'string') return this.#reference(written, holder, key);
    if (!isRecord(written)) return null;
    const byRoot = new Map<string, PrincipalRef>();
    for (const [rootId, text] of Object.entries(written)) {
      const ref = typeof text === 'string' ? this.#reference(text, written, rootId) : null;
      if (ref !== null) byRoot.set(rootId, ref);
    }
    return byRoot;
  }

  #reference(text: string, holder: object, key: string): PrincipalRef | null {
    const ref = userRef(text);
    if (ref !== null) return ref;
    const at = inFile(this.file, this.yaml.positionIn(holder, key));
    const message = `${quote(text)} is not a user: write an e-mail, an id or user:ID.`;
    this.diagnostics.push(errorAt('id-invalid', at, message));
    return null;
  }
}

function foldedIdentity(
  identity: PrincipalRef | ReadonlyMap<string, PrincipalRef>,
  ids: UserIds,
): PrincipalRef | ReadonlyMap<string, PrincipalRef> {
  if ('by' in identity) return foldedRef(identity, ids);
  return new Map([...identity].map(([root, ref]) => [root, foldedRef(ref, ids)]));
}

/** The keys of a person whatever the providers. */
const commonKeys = knownKeys(schemaAt(peopleSchema, { people: { key: {} } }, ['people', 'key']).schema);

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
