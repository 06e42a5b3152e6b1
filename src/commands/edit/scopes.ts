import { UsageError } from '../../errors.js';
import { canonicalAddress, isAddressGlob } from '../../model/address.js';
import type { DesiredScope } from '../../model/desired.js';
import { count, listed, quote } from '../../model/label.js';
import { nearestOf, suggestion } from '../../model/nearest.js';
import { byKeys } from '../../model/ordering.js';
import { addressForms, type AddressRead, readAddress } from '../../model/scope-address.js';
import { matching } from '../../planning/narrow.js';
import { unreadableScope } from '../narrow.js';
import type { EditableConfig } from './editable-config.js';

/** Scopes that the files have no document of, as they are named. */
export type MissingScope = Exclude<AddressRead, { kind: 'none' }> & { readonly asked: string };

export interface ScopesMeant {
  /** Those with a document, sorted by address. */
  readonly documents: readonly DesiredScope[];
  /** Addresses without one. */
  readonly missing: readonly MissingScope[];
}

/**
 * Finds the scopes that texts mean: an address, a glob over those of the files, or the name of one document.
 * @throws UsageError for a text that means none, or several by name
 */
export function scopesMeant(asked: readonly string[], config: EditableConfig): ScopesMeant {
  const documents = new Set<DesiredScope>();
  const missing = new Map<string, MissingScope>();
  for (const text of asked) {
    const found = scopeMeant(text, config);
    if ('kind' in found) missing.set(text, found);
    else for (const each of found) documents.add(each);
  }
  return {
    documents: [...documents].sort(byKeys(({ scope }) => scope.address)),
    missing: [...missing.values()],
  };
}

/**
 * The scopes that texts mean, all of the files where none is asked for.
 * @throws UsageError for one without a document too
 */
export function documentsMeant(asked: readonly string[], config: EditableConfig): readonly DesiredScope[] {
  if (asked.length === 0) return config.desired.scopes;
  const { documents, missing } = scopesMeant(asked, config);
  const [first] = missing;
  if (first === undefined) return documents;
  throw new UsageError(`no file names ${first.asked}.${nearestScope(first.asked, config)}`, { hint: HINT });
}

const HINT = 'Name a scope by its address, a glob such as redox/environment/*, or the name of its document.';

function scopeMeant(text: string, config: EditableConfig): readonly DesiredScope[] | MissingScope {
  const { scopes } = config.desired;
  const canonical = canonicalAddress(text);
  const own = scopes.find(({ scope }) => scope.address === canonical);
  if (own !== undefined) return [own];
  const named = namedSo(text, scopes);
  if (named.length === 1) return named;
  if (named.length > 1) {
    const addresses = named.map(({ scope }) => scope.address);
    throw new UsageError(`${quote(text)} is the name of ${named.length} documents`, {
      hint: `Name one by its address: ${listed(addresses, 'or')}.`,
    });
  }
  if (text.includes('*')) {
    if (!isAddressGlob(text)) throw unreadableScope(text);
    const found = matching(scopes, [text]);
    if (found.length > 0) return found;
    const nearest = suggestion(nearestOf(scopes.map(({ scope }) => scope.address))(text));
    throw new UsageError(`${quote(text)} matches no scope of the files.${nearest}`, {
      hint: `The files name ${count(scopes.length, 'scope')}, such as ${scopes[0]?.scope.address ?? 'none yet'}; * is one segment, ** any.`,
    });
  }
  const read = readAddress(text, config.catalogue);
  if (read.kind !== 'none') return { ...read, asked: text };
  const forms = addressForms(config.catalogue).join(', ');
  throw new UsageError(`no file names the scope ${quote(text)}.${nearestScope(text, config)}`, {
    hint: `${HINT} Addresses are ${forms}.`,
  });
}

/** By the very name, else without regard to case. */
function namedSo(text: string, scopes: readonly DesiredScope[]): readonly DesiredScope[] {
  const exact = scopes.filter(({ name }) => name?.text === text);
  return exact.length > 0
    ? exact
    : scopes.filter(({ name }) => name?.text.toLowerCase() === text.toLowerCase());
}

/** The one scope whose id a text is, else the nearest name or address. */
function nearestScope(text: string, { desired }: EditableConfig): string {
  const [own, ...others] = desired.scopes.filter(({ scope }) => scope.id === text);
  if (own !== undefined && others.length === 0) return suggestion(own.scope.address);
  const known = desired.scopes.flatMap(({ scope, name }) => [
    scope.address,
    ...(name === null ? [] : [name.text]),
  ]);
  return suggestion(nearestOf(known)(text));
}
