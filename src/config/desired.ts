import type { DesiredAssignment, DesiredScope, Prune } from '../model/desired.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { withArticle } from '../model/label.js';
import { groupBy } from '../model/ordering.js';
import { refKey } from '../model/principal.js';
import { makeScope, type ProviderCatalogue, type Scope, type ScopeTraits, traitsOf } from '../model/scope.js';
import type { AccessDocument, AccessFile, AccessRole } from './access-file.js';
import type { ValidatedScope } from './rules/rule.js';
import type { Directory } from './directory.js';
import { entryFindings } from './entry-findings.js';
import { addAll, errorAt, inFile, lineOf, warningAt } from './finding.js';
import { holdingsOf } from '../model/effective-roles.js';
import { reachedBy } from './resolve.js';

/** What the documents of all files are turned into scopes with. */
export interface DesiredInput {
  readonly catalogue: ProviderCatalogue;
  readonly directory: Directory;
  /** The default of `prune`. */
  readonly prune: Prune;
  /** Providers the settings name; null where that cannot be told. */
  readonly providers: ReadonlySet<string> | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Every scope of the files, each once, in the order of the files; findings are added to `diagnostics`. */
export function validatedScopes(
  files: readonly AccessFile[],
  input: DesiredInput,
  diagnostics: Diagnostic[],
): readonly ValidatedScope[] {
  const found = new Map<string, ValidatedScope>();
  for (const { file, documents } of files) {
    for (const document of documents) {
      const { head, kind } = document;
      const provider = kind === null ? undefined : input.catalogue.get(kind.provider);
      const traits = kind === null ? null : traitsOf(input.catalogue, kind);
      if (head === null || provider === undefined || traits === null) {
        assignmentsOf(file, document, null, traits, input, diagnostics);
        continue;
      }
      const scope = makeScope(provider, traits, head.id, head.rootId);
      const checked = validatedScope(file, document, scope, traits, input, diagnostics);
      const first = found.get(scope.address);
      if (first === undefined) found.set(scope.address, checked);
      else addAll(diagnostics, sameScope(first.desired, checked.desired));
    }
  }
  return [...found.values()];
}

function validatedScope(
  file: string,
  document: AccessDocument,
  scope: Scope,
  traits: ScopeTraits,
  input: DesiredInput,
  diagnostics: Diagnostic[],
): ValidatedScope {
  const source = inFile(file, document);
  if (input.providers !== null && !input.providers.has(scope.provider)) {
    const message = `The settings name no provider "${scope.provider}", which this document needs: add it under providers.`;
    diagnostics.push(errorAt('provider-missing', source, message));
  }
  const before = diagnostics.length;
  const assignments = assignmentsOf(file, document, scope, traits, input, diagnostics);
  const whole = document.whole && diagnostics.length === before;
  const byPrincipal = groupBy(assignments, ({ principal }) => refKey(principal));
  const users = [...byPrincipal.values()].filter(([assignment]) => assignment?.principal.kind === 'user');
  return {
    desired: {
      scope,
      name: document.name === null ? null : { text: document.name.text, source: inFile(file, document.name) },
      prune: pruneOf(file, document, traits, input.prune, diagnostics),
      roles: document.roles.map(({ name }) => name),
      assignments,
      source,
    },
    traits,
    whole,
    roles: document.roles.map((role) => ({ name: role.name, source: inFile(file, role) })),
    byPrincipal,
    holdings: users.flatMap((group) => holdingsOf(group, input.now, traits)),
  };
}

/** An organization never inherits the default, and knows no `listed`. */
function pruneOf(
  file: string,
  { prune }: AccessDocument,
  traits: ScopeTraits,
  fallback: Prune,
  diagnostics: Diagnostic[],
): Prune {
  if (prune === null) return traits.inheritsPrune ? fallback : false;
  if (prune.value !== 'listed' || !traits.removal) return prune.value;
  const message = `"prune: listed" removes nobody from ${withArticle(traits.kind)}: write "prune: true" to remove who is not listed, or leave it out.`;
  diagnostics.push(warningAt('prune-ignored', inFile(file, prune), message));
  return false;
}

function assignmentsOf(
  file: string,
  { roles }: AccessDocument,
  scope: Scope | null,
  traits: ScopeTraits | null,
  input: DesiredInput,
  diagnostics: Diagnostic[],
): readonly DesiredAssignment[] {
  const assignments: DesiredAssignment[] = [];
  for (const role of roles) addAssignments(assignments, file, role, scope, traits, input, diagnostics);
  return assignments;
}

function addAssignments(
  assignments: DesiredAssignment[],
  file: string,
  role: AccessRole,
  scope: Scope | null,
  traits: ScopeTraits | null,
  { directory }: DesiredInput,
  diagnostics: Diagnostic[],
): void {
  addAll(diagnostics, entryFindings(file, role, traits, directory));
  for (const entry of role.entries) {
    const source = inFile(file, entry);
    const named = entry.namePosition === null ? source : inFile(file, entry.namePosition);
    for (const { principal, label, person } of reachedBy(entry, scope, directory, named, diagnostics)) {
      assignments.push({
        principal,
        label,
        role: role.name,
        status: entry.status ?? 'active',
        via: entry.kind === 'team' ? `team:${entry.value}` : null,
        from: entry.from,
        until: entry.until,
        leaves: person?.leaves ?? null,
        person: person?.key ?? null,
        reason: entry.reason,
        source,
      });
    }
  }
}

function sameScope(first: DesiredScope, second: DesiredScope): readonly Diagnostic[] {
  const { address } = first.scope;
  const message = (other: DesiredScope) =>
    `${address} has another document at ${lineOf(other.source)}: write one document a scope.`;
  return [
    errorAt('duplicate-scope', first.source, message(second)),
    errorAt('duplicate-scope', second.source, message(first)),
  ];
}
