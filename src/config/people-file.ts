import { peopleSchema } from '../generated/schemas/people.js';
import { validatePeople } from '../generated/validators.js';
import { asciiLower } from '../model/ascii.js';
import type { Person } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { PrincipalRef } from '../model/principal.js';
import { isId } from '../model/scope.js';
import type { SourceLocation } from '../model/source.js';
import { nameIn } from './access-entry.js';
import { errorAt, inFile, type Position } from './finding.js';
import { quote } from '../model/label.js';
import { isRecord } from '../model/record.js';
import { schemaFindings } from './schema-findings.js';
import { readInstant } from './term.js';
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

/** Reads the directory. `systems` are the names of the providers. Pure. */
export function readPeopleFile(file: string, bytes: Uint8Array, systems: readonly string[]): PeopleFile {
  const { documents, diagnostics: found } = readYaml(file, bytes);
  const diagnostics = [...found];
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
  if (!validatePeople(yaml.value)) {
    for (const { path, diagnostic } of schemaFindings(
      file,
      yaml,
      peopleSchema,
      validatePeople.errors ?? [],
    )) {
      diagnostics.push(diagnostic);
      wrong.add(JSON.stringify(path.slice(0, path[0] === 'teams' ? 3 : 2).map(String)));
    }
  }
  const top = isRecord(yaml.value) ? yaml.value : {};
  const listed = isRecord(top['people']) ? top['people'] : {};
  for (const [key, value] of Object.entries(listed)) {
    if (!isRecord(value) || wrong.has(JSON.stringify(['people', key]))) continue;
    const source = inFile(file, yaml.keyPositionIn(listed, key));
    people.push(readPerson(key, value, source, yaml, systems, diagnostics));
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
  systems: readonly string[],
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
  for (const system of systems) {
    const identity = value[system];
    if (typeof identity === 'string') {
      const ref = refOf(identity, () => yaml.positionIn(value, system));
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

/** An e-mail where there is an `@`, else `user:ID` or an id; null where it is neither. */
export function userRef(text: string): PrincipalRef | null {
  const { kind, value } = nameIn(text);
  if (kind === 'name' && value.includes('@')) return { kind: 'user', by: 'email', value: asciiLower(value) };
  return (kind === 'name' || kind === 'user') && isId(value) ? { kind: 'user', by: 'id', value } : null;
}
