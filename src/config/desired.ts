import type { DesiredAssignment, DesiredScope, Prune } from '../model/desired.js';
import type { Diagnostic, SourceLocation } from '../model/diagnostic.js';
import { withArticle } from '../model/label.js';
import { makeScope, type ProviderCatalogue, type Scope, type ScopeTraits, traitsOf } from '../model/scope.js';
import type { ProviderSettings } from '../model/settings.js';
import type { AccessDocument, AccessFile } from './access-file.js';
import type { ValidatedScope } from './rules/rule.js';
import type { Directory } from './directory.js';
import { entryFindings } from './entry-findings.js';
import { addAll, errorAt, inFile, lineOf, type Position, warningAt } from './finding.js';
import { NameResolver } from './resolve.js';
import { sameLiveFindings } from './same-live-scope.js';
import { spellingFindings } from './scope-spellings.js';

/** What the documents of all files are turned into scopes with. */
export interface DesiredInput {
  readonly catalogue: ProviderCatalogue;
  readonly directory: Directory;
  /** The default of `prune`. */
  readonly prune: Prune;
  /** Providers the settings name; null where that cannot be told. */
  readonly providers: ReadonlyMap<string, Pick<ProviderSettings, 'name' | 'rootAuth'>> | null;
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
      const reader = new DocumentReader(file, document, input, diagnostics);
      const validated = reader.read();
      if (validated === null) continue;
      const { address } = validated.desired.scope;
      const first = found.get(address);
      if (first === undefined) found.set(address, validated);
      else addAll(diagnostics, sameScope(first.desired, validated.desired));
    }
  }
  const scopes = [...found.values()];
  addAll(diagnostics, spellingFindings(scopes, input.catalogue));
  addAll(diagnostics, sameLiveFindings(scopes, input));
  return scopes;
}

class DocumentReader {
  readonly #traits: ScopeTraits | null;
  readonly #scope: Scope | null;

  constructor(
    private readonly file: string,
    private readonly document: AccessDocument,
    private readonly input: DesiredInput,
    private readonly diagnostics: Diagnostic[],
  ) {
    const { kind, head } = document;
    const provider = kind === null ? undefined : input.catalogue.get(kind.provider);
    this.#traits = kind === null ? null : traitsOf(input.catalogue, kind);
    this.#scope =
      head === null || provider === undefined || this.#traits === null
        ? null
        : makeScope(provider, this.#traits, head.id, head.rootId);
  }

  /** Null where it cannot be told which scope the document is about: then only its entries are checked. */
  read(): ValidatedScope | null {
    const { name, roles, whole } = this.document;
    const [scope, traits] = [this.#scope, this.#traits];
    if (scope !== null) this.#requireProvider(scope);
    const before = this.diagnostics.length;
    const assignments = this.#assignments();
    if (scope === null || traits === null) return null;
    const isWhole = whole && this.diagnostics.length === before;
    return {
      desired: {
        scope,
        name: name === null ? null : { text: name.text, source: this.#at(name) },
        prune: this.#prune(traits),
        roles: roles.map((role) => role.name),
        assignments,
        source: this.#at(this.document),
      },
      traits,
      whole: isWhole,
      roles: roles.map((role) => ({ name: role.name, source: this.#at(role) })),
    };
  }

  #requireProvider({ provider }: Scope): void {
    const { providers } = this.input;
    if (providers === null || providers.has(provider)) return;
    const message = `The settings name no provider "${provider}", which this document needs: add it under providers.`;
    this.diagnostics.push(errorAt('provider-missing', this.#at(this.document), message));
  }

  /** A kind that cannot be pruned by default never inherits it, and one whose revokes are removals knows no `listed`. */
  #prune({ kind, inheritsPrune, removal }: ScopeTraits): Prune {
    const { prune } = this.document;
    if (prune === null) return inheritsPrune ? this.input.prune : false;
    if (prune.value !== 'listed' || !removal) return prune.value;
    const message = `"prune: listed" removes nobody from ${withArticle(kind)}: write "prune: true" to remove who is not listed, or leave it out.`;
    this.diagnostics.push(warningAt('prune-ignored', this.#at(prune), message));
    return false;
  }

  #assignments(): readonly DesiredAssignment[] {
    const { directory } = this.input;
    const resolver = new NameResolver(this.#scope, directory, this.diagnostics);
    const assignments: DesiredAssignment[] = [];
    for (const role of this.document.roles) {
      addAll(this.diagnostics, entryFindings(this.file, role, this.#traits, directory));
      for (const entry of role.entries) {
        const source = this.#at(entry);
        const named = entry.namePosition === null ? source : this.#at(entry.namePosition);
        for (const { principal, label, person } of resolver.reachedBy(entry, named)) {
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
    return assignments;
  }

  #at(position: Position): SourceLocation {
    return inFile(this.file, position);
  }
}

function sameScope(first: DesiredScope, second: DesiredScope): readonly Diagnostic[] {
  const { address } = first.scope;
  const message = (other: DesiredScope) =>
    `${address} already has a document at ${lineOf(other.source)}: write one document per scope.`;
  return [
    errorAt('duplicate-scope', first.source, message(second)),
    errorAt('duplicate-scope', second.source, message(first)),
  ];
}
