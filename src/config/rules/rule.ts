import type { DesiredAssignment, DesiredScope } from '../../model/desired.js';
import type { Diagnostic, SourceLocation } from '../../model/diagnostic.js';
import type { ScopeTraits } from '../../model/scope.js';
import type { Guards, Settings } from '../../model/settings.js';
import type { Directory } from '../directory.js';
import { type Holding, holdingsOf } from '../../model/effective-roles.js';
import { groupBy } from '../../model/ordering.js';
import { refKey } from '../../model/principal.js';
import type { Path } from '../yaml-document.js';

/** A desired scope with what the rules ask of it. */
export interface ValidatedScope {
  readonly desired: DesiredScope;
  readonly traits: ScopeTraits;
  /** False where a part of the document was left out because it is wrong: what it lacks then tells nothing. */
  readonly whole: boolean;
  /** Where each role is named, in the order of the document. */
  readonly roles: readonly { readonly name: string; readonly source: SourceLocation }[];
}

/** The desired assignments of a scope by the key of their principal. Made when a rule asks, since few do. */
export function assignmentsByPrincipal({
  desired,
}: ValidatedScope): ReadonlyMap<string, readonly DesiredAssignment[]> {
  return groupBy(desired.assignments, ({ principal }) => refKey(principal));
}

/** What the assignments of users come to from `now` on, epoch milliseconds. */
export function holdingsOfUsers(scope: ValidatedScope, now: number): readonly Holding[] {
  return [...assignmentsByPrincipal(scope).values()].flatMap((assignments) =>
    assignments[0]?.principal.kind === 'user' ? holdingsOf(assignments, now, scope.traits) : [],
  );
}

/** What a rule looks at. Scopes are in the order of files and documents, each scope once. */
export interface RuleInput {
  readonly scopes: readonly ValidatedScope[];
  readonly guards: Guards;
  readonly policies: Settings['policies'];
  readonly directory: Directory;
  /** Where a setting is written. */
  readonly sourceOf: (path: Path) => SourceLocation;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A rule about what the files say together; gives every violation. */
export type Rule = (input: RuleInput) => Iterable<Diagnostic>;
