import type { Diagnostic } from '../model/diagnostic.js';
import { quote, withArticle } from '../model/label.js';
import { suggestion, nearestOf } from '../model/nearest.js';
import type { ProviderCatalogue } from '../model/scope.js';
import { errorAt, inFile } from './finding.js';
import type { YamlDocument } from './yaml-document.js';

/** A kind of document, of one provider. */
export interface DocumentKind {
  readonly provider: string;
  /** The key that heads the document. */
  readonly kind: string;
  /** The key that must stand beside it; null: none. */
  readonly rootKind: string | null;
}

/** The kinds of document that the files may hold. Plain data. */
export interface DocumentKinds {
  readonly kinds: readonly DocumentKind[];
  /** The providers that the settings name; null where that cannot be told. */
  readonly configured: ReadonlySet<string> | null;
}

export function documentKinds(
  catalogue: ProviderCatalogue,
  configured: ReadonlySet<string> | null,
): DocumentKinds {
  const kinds = [...catalogue].flatMap(([provider, { scopes }]) =>
    scopes.map(({ kind, rootKind }) => ({ provider, kind, rootKind })),
  );
  return { kinds, configured };
}

interface HeadRead {
  readonly kind: DocumentKind | null;
  readonly findings: readonly Diagnostic[];
}

/**
 * Finds the kind of a document by its keys, and the provider by `provider`, or else by the kind: a kind that several
 * configured providers have is in doubt. A kind of unconfigured providers alone is found, too.
 */
export function readKind(
  file: string,
  yaml: YamlDocument,
  top: Readonly<Record<string, unknown>>,
  { kinds, configured }: DocumentKinds,
): HeadRead {
  const keyAt = (key: string) => inFile(file, yaml.keyPositionOf([key]));
  const wrong = (finding: Diagnostic): HeadRead => ({ kind: null, findings: [finding] });
  const { provider } = top;
  const own = provider === undefined ? kinds : kinds.filter((each) => each.provider === provider);
  if (own.length === 0) {
    if (typeof provider !== 'string') return { kind: null, findings: [] };
    const names = [...new Set(kinds.map((each) => each.provider))];
    const hint = suggestion(nearestOf(names)(provider)) || ` Known providers: ${names.join(', ')}.`;
    const at = inFile(file, yaml.positionOf(['provider']));
    return wrong(errorAt('provider-unknown', at, `There is no provider ${quote(provider)}.${hint}`));
  }
  const keys = [...new Set(kinds.map(({ kind }) => kind))].filter((kind) => Object.hasOwn(top, kind));
  const lastKey = Object.keys(top).findLast((key) => keys.includes(key));
  if (lastKey === undefined) {
    const at = inFile(file, yaml.positionOf([]));
    return wrong(errorAt('missing-key', at, `No key names the scope of the document: ${adding(own)}.`));
  }
  const foreign = keys.find((key) => !own.some(({ kind }) => kind === key));
  if (foreign !== undefined) {
    const message = `A document of ${quote(String(provider))} does not describe ${withArticle(foreign)}: leave ${quote(foreign)} out, or name another provider.`;
    return wrong(errorAt('schema', keyAt(foreign), message));
  }
  const possible = possibleKinds(own, keys);
  const lacking = lackingRoots(own, top, keys);
  if (lacking.length > 0) {
    const findings = lacking.map(({ key, roots }) => {
      const message = `The document needs the key ${roots.map(quote).join(' or ')} next to ${quote(key)}: add it.`;
      return errorAt('missing-key', keyAt(key), message);
    });
    return { kind: only(possible), findings };
  }
  const fitting = possible.filter(({ rootKind }) => rootKind === null || keys.includes(rootKind));
  if (fitting.length === 0) {
    const abouts = topics(own, keys).map((kind) => `about ${withArticle(kind)}`);
    const message = `A document is ${abouts.join(' or ')}, not both: leave one out.`;
    return wrong(errorAt('schema', keyAt(lastKey), message));
  }
  const named = configured === null ? fitting : fitting.filter((each) => configured.has(each.provider));
  const kind = only(named) ?? (named.length === 0 ? only(fitting) : null);
  if (kind !== null || (named.length > 1 && configured === null)) return { kind, findings: [] };
  const choices = (named.length > 1 ? named : fitting).map((each) => each.provider);
  const have = named.length > 1 ? 'which the settings name' : 'none of which the settings name';
  const message = `${quote(fitting[0]?.kind ?? lastKey)} is a kind of the providers ${choices.join(' and ')}, ${have}: add ${choices.map((name) => quote(`provider: ${name}`)).join(' or ')}.`;
  return wrong(errorAt('provider-ambiguous', keyAt(fitting[0]?.kind ?? lastKey), message));
}

function only<T>(values: readonly T[]): T | null {
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** The kinds, one of a provider at most, that the keys can be the head of, whether the root's key is there or not. */
function possibleKinds(kinds: readonly DocumentKind[], keys: readonly string[]): readonly DocumentKind[] {
  const providers = [...new Set(kinds.map(({ provider }) => provider))];
  return providers.flatMap((provider) => {
    const named = kinds.filter((each) => each.provider === provider && keys.includes(each.kind));
    if (named.length < keys.length) return [];
    const [inner, ...more] = named.filter(({ rootKind }) => rootKind !== null);
    return more.length > 0 ? [] : [inner ?? named].flat();
  });
}

/** The keys beside which the key of a root must stand, and none does. */
function lackingRoots(
  kinds: readonly DocumentKind[],
  top: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): readonly { readonly key: string; readonly roots: readonly string[] }[] {
  return keys.flatMap((key) => {
    const roots = kinds.filter(({ kind }) => kind === key).map(({ rootKind }) => rootKind);
    const wanted = [...new Set(roots)].filter((root) => root !== null);
    if (roots.includes(null) || wanted.some((root) => Object.hasOwn(top, root))) return [];
    return [{ key, roots: wanted }];
  });
}

/** What the keys say that the document is about: the roots, or where they have one in common the kinds in it. */
function topics(kinds: readonly DocumentKind[], keys: readonly string[]): readonly string[] {
  const named = kinds.filter(({ kind }) => keys.includes(kind));
  const roots = [...new Set(named.map(({ kind, rootKind }) => rootKind ?? kind))];
  return roots.length > 1 ? roots : keys.filter((key) => !roots.includes(key));
}

/** What to add to say what a document is about. */
function adding(kinds: readonly DocumentKind[]): string {
  const roots = [...new Set(kinds.filter(({ rootKind }) => rootKind === null).map(({ kind }) => kind))];
  const parts = roots.map((root) => {
    const inner = kinds.filter(({ rootKind }) => rootKind === root).map(({ kind }) => quote(kind));
    return inner.length === 0
      ? quote(root)
      : `${quote(root)} (with ${[...new Set(inner)].join(' or ')} for one)`;
  });
  return `add ${parts.join(' or ')}`;
}
