import { asciiLower } from '../model/ascii.js';
import { type Person, personIn } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { PrincipalRef } from '../model/principal.js';
import type { Scope } from '../model/scope.js';
import type { SourceLocation } from '../model/source.js';
import type { AccessEntry } from './access-entry.js';
import type { Directory } from './directory.js';
import { errorAt } from './finding.js';
import { quote } from '../model/label.js';
import { suggestion } from '../model/nearest.js';

/** A principal an entry reaches. */
export interface Reached {
  readonly principal: PrincipalRef;
  readonly label: string;
  readonly person: Person | null;
}

/** Whom an entry reaches in a scope; null scope: only whether its names are there is looked at. */
export function reachedBy(
  entry: Pick<AccessEntry, 'kind' | 'value'>,
  scope: Scope | null,
  directory: Directory,
  source: SourceLocation,
  diagnostics: Diagnostic[],
): readonly Reached[] {
  const { kind, value } = entry;
  switch (kind) {
    case 'group':
      return [
        { principal: directory.intern({ kind: 'group', by: 'id', value }), label: value, person: null },
      ];
    case 'user':
      return scope === null ? [] : [byRef({ kind: 'user', by: 'id', value }, value, scope, directory)];
    case 'team':
      return teamReached(value, scope, directory, source, diagnostics);
    case 'name': {
      const reached = named(value, scope, directory, source, null, diagnostics);
      return reached === null ? [] : [reached];
    }
  }
}

function teamReached(
  team: string,
  scope: Scope | null,
  directory: Directory,
  source: SourceLocation,
  diagnostics: Diagnostic[],
): readonly Reached[] {
  const members = directory.membersOf(team);
  if (members === null) {
    if (!directory.unreadable) {
      const hint = suggestion(directory.nearestTeam(team)) || ' Add it under teams in the directory.';
      diagnostics.push(errorAt('team-unknown', source, `There is no team ${quote(team)}.${hint}`));
    }
    return [];
  }
  return members.flatMap(({ value }) => {
    if (directory.person(value) === null && !value.includes('@')) return [];
    const reached = named(value, scope, directory, source, team, diagnostics);
    return reached === null ? [] : [reached];
  });
}

function named(
  name: string,
  scope: Scope | null,
  directory: Directory,
  source: SourceLocation,
  team: string | null,
  diagnostics: Diagnostic[],
): Reached | null {
  const person = directory.person(name);
  if (person !== null) {
    if (scope === null) return null;
    const principal = personIn(person, scope);
    if (principal !== null) {
      return {
        principal: directory.intern(principal),
        label: principal.by === 'email' ? principal.value : name,
        person,
      };
    }
    const member = team === null ? '' : `, a member of the team ${quote(team)},`;
    const message = `${quote(name)}${member} has no id in ${scope.provider}${missingRoot(person, scope)}: add ${quote(directory.identityKey(scope.provider))} to the person at ${person.source.file}:${person.source.line}.`;
    diagnostics.push(errorAt('person-without-id', source, message));
    return null;
  }
  if (directory.hasKey(name)) return null;
  if (name.includes('@')) {
    const email = asciiLower(name);
    return scope === null
      ? null
      : byRef({ kind: 'user', by: 'email', value: email }, email, scope, directory);
  }
  if (!directory.closed) {
    return scope === null || directory.unreadable
      ? null
      : byRef({ kind: 'user', by: 'id', value: name }, name, scope, directory);
  }
  const hint =
    suggestion(directory.nearestPerson(name)) ||
    ' Add the person to the directory, or write an e-mail or user:ID.';
  diagnostics.push(errorAt('unknown-person', source, `There is no person ${quote(name)}.${hint}`));
  return null;
}

function byRef(ref: PrincipalRef, label: string, scope: Scope, directory: Directory): Reached {
  const principal = directory.intern(ref);
  return { principal, label, person: directory.personOf(principal, scope) };
}

function missingRoot(person: Person, scope: Scope): string {
  return person.principals.has(scope.provider) ? ` for ${quote(scope.rootId)}` : '';
}
