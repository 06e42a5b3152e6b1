import { asciiLower, type PrincipalRef } from '../model/principal.js';
import { type Person, personIn } from '../model/desired.js';
import type { Diagnostic, SourceLocation } from '../model/diagnostic.js';
import { quote } from '../model/label.js';
import { suggestion } from '../model/nearest.js';
import type { Scope } from '../model/scope.js';
import type { AccessEntry } from './access-file.js';
import type { Directory } from './directory.js';
import { errorAt, lineOf } from './finding.js';

/** A principal an entry reaches. */
export interface Reached {
  readonly principal: PrincipalRef;
  readonly label: string;
  readonly person: Person | null;
}

/** Finds whom the names of a document mean; findings are added to `diagnostics`. */
export class NameResolver {
  /** @param scope null: names are looked up, and reach nobody */
  constructor(
    private readonly scope: Scope | null,
    private readonly directory: Directory,
    private readonly diagnostics: Diagnostic[],
  ) {}

  /** Whom an entry reaches; `source` is where its name stands. */
  reachedBy(
    { kind, value }: Pick<AccessEntry, 'kind' | 'value'>,
    source: SourceLocation,
  ): readonly Reached[] {
    switch (kind) {
      case 'group': {
        return [{ principal: { kind, by: 'id', value }, label: value, person: null }];
      }
      case 'user':
        return this.#reference({ kind: 'user', by: 'id', value });
      case 'team':
        return this.#members(value, source);
      case 'name':
        return this.#named(value, source, null);
    }
  }

  #members(team: string, source: SourceLocation): readonly Reached[] {
    const { membersOf, unreadable, nearestTeam, person } = this.directory;
    const members = membersOf(team);
    if (members === null && !unreadable) {
      const hint = suggestion(nearestTeam(team)) || ' Add it under teams in the directory.';
      this.diagnostics.push(errorAt('team-unknown', source, `There is no team ${quote(team)}.${hint}`));
    }
    return (members ?? [])
      .filter(({ value }) => person(value) !== null || value.includes('@'))
      .flatMap(({ value }) => this.#named(value, source, team));
  }

  #named(name: string, source: SourceLocation, team: string | null): readonly Reached[] {
    const { person: personNamed, hasKey, closed, unreadable, nearestPerson } = this.directory;
    const person = personNamed(name);
    if (person !== null) return this.#identity(person, name, source, team);
    if (hasKey(name)) return [];
    if (name.includes('@')) return this.#reference({ kind: 'user', by: 'email', value: asciiLower(name) });
    if (!closed) return unreadable ? [] : this.#reference({ kind: 'user', by: 'id', value: name });
    const hint =
      suggestion(nearestPerson(name)) || ' Add the person to the directory, or write an e-mail or user:ID.';
    this.diagnostics.push(errorAt('unknown-person', source, `There is no person ${quote(name)}.${hint}`));
    return [];
  }

  #identity(person: Person, name: string, source: SourceLocation, team: string | null): readonly Reached[] {
    const scope = this.scope;
    if (scope === null) return [];
    const principal = personIn(person, scope);
    if (principal !== null) {
      const label = principal.by === 'email' ? principal.value : name;
      return [{ principal: this.directory.intern(principal, scope.provider), label, person }];
    }
    const member = team === null ? '' : `, a member of the team ${quote(team)},`;
    const root = person.principals.has(scope.provider) ? ` for ${quote(scope.rootId)}` : '';
    const key = quote(this.directory.identityKey(scope.provider));
    const message = `${quote(name)}${member} has no id in ${scope.provider}${root}: add ${key} to the person at ${lineOf(person.source)}.`;
    this.diagnostics.push(errorAt('person-without-id', source, message));
    return [];
  }

  #reference(ref: PrincipalRef): readonly Reached[] {
    if (this.scope === null) return [];
    const principal = this.directory.intern(ref, this.scope.provider);
    return [{ principal, label: ref.value, person: this.directory.personOf(principal, this.scope) }];
  }
}
