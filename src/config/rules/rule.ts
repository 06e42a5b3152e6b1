import type { DesiredAssignment, DesiredScope } from '../../model/desired.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { ScopeTraits } from '../../model/scope.js';
import type { Guards, Settings } from '../../model/settings.js';
import type { SourceLocation } from '../../model/source.js';
import type { Directory } from '../directory.js';
import type { Holding } from '../../model/effective-roles.js';
import type { Path } from '../yaml-document.js';

/** A desired scope with what the rules ask of it. */
export interface ValidatedScope {
  readonly desired: DesiredScope;
  readonly traits: ScopeTraits;
  /** False where a part of the document was left out because it is wrong: what it lacks then tells nothing. */
  readonly whole: boolean;
  /** Where each role is named, in the order of the document. */
  readonly roles: readonly { readonly name: string; readonly source: SourceLocation }[];
  /** Desired assignments by the key of their principal. */
  readonly byPrincipal: ReadonlyMap<string, readonly DesiredAssignment[]>;
  /** What the assignments of users come to from now on. */
  readonly holdings: readonly Holding[];
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
