/** A place where roles are held, such as an organization with its environments, or an account with its projects. */
export interface Scope {
  readonly provider: string;
  readonly kind: string;
  readonly id: string;
  /** Id of the root it belongs to; its own id where it is one. */
  readonly rootId: string;
  /** `PROVIDER/KIND/ID`, or `PROVIDER/KIND/ROOT/ID` where the id is unique only in its root; ids are percent-encoded. */
  readonly address: string;
  /** Address of the root it belongs to. Scopes that share one are read together and never split. */
  readonly rootAddress: string;
}

/** What the model must know of a kind of scope to compare and to order; each provider states it for its kinds. */
export interface ScopeTraits {
  /** The key that heads its documents, such as `organization`. */
  readonly kind: string;
  /** Several of them, in words for people; of a root kind also the key of the settings for credentials by root. */
  readonly plural: string;
  /** What its id is, for the schema of the access files. */
  readonly description: string;
  /** The kind it belongs to, whose id its documents name too; null for a kind that stands alone. */
  readonly rootKind: string | null;
  /** Whether its address carries the root's id, because its own id is unique only there. */
  readonly qualified: boolean;
  /** Ids that differ in nothing but the case of A to Z are one scope. */
  readonly idsIgnoreCase: boolean;
  /**
   * Which ids say what is read: its own, the root's. Scopes that differ in no other id are the same live one, unless they
   * are read with different credentials.
   */
  readonly readBy: { readonly id: boolean; readonly root: boolean };
  /** A principal holds at most one role here. */
  readonly exclusive: boolean;
  /** An assignment may be inactive. */
  readonly statuses: boolean;
  /** Groups may hold roles. */
  readonly groups: boolean;
  /** Role names match without regard to case. */
  readonly rolesIgnoreCase: boolean;
  /** The setting that names the ids of roles nobody holds, where the system does not list its roles; null where it does. */
  readonly roleIdSetting: string | null;
  /** Takes the default of `prune` from the settings; where false only its own document can say it. */
  readonly inheritsPrune: boolean;
  /** The role that remains when a term ends, since taking the last role away is removal; null: none. */
  readonly floorRole: string | null;
  /** A revoke removes the principal from the root and everything in it, and cannot be undone by API. */
  readonly removal: boolean;
  /** Why nobody can be granted a first role here by API; null where it is possible. */
  readonly ungrantable: string | null;
  /** Only principals the root lists can be granted a role here. */
  readonly grantsOnlyUsersOfRoot: boolean;
  /** An incomplete read forbids every write, not only those that take away. */
  readonly writesNeedCompleteRead: boolean;
  /**
   * A write may replace all roles of a principal. It is made from a read right before it, and no other write of that
   * principal overlaps with it, in whatever scope: several may share one list.
   */
  readonly replacesRoles: boolean;
  /** Guards that hold without being configured. */
  readonly minHolders: readonly { readonly role: string; readonly min: number }[];
}

/** How a system spells the ids of its users. */
export interface UserIds {
  /** They match without regard to the case of A to Z; live ones are in lower case. */
  readonly idsIgnoreCase?: boolean;
  /** They are e-mails, so that an e-mail in the files is an id. */
  readonly idsAreEmails?: boolean;
}

/** What the model must know of a provider. */
export interface ProviderTraits extends UserIds {
  /** Its key in the settings, and the first part of its addresses. */
  readonly name: string;
  /** What people call the system. */
  readonly title: string;
  /** Its own key of a person in people.yaml; null: a person's id stands under `ids`, by the provider's name. */
  readonly peopleKey: { readonly key: string; readonly description: string } | null;
  /** Its kinds of scope, the root kind first. Every other kind belongs to that one. */
  readonly scopes: readonly ScopeTraits[];
  /** What the system cannot list, however well a read goes: sentences for people. */
  readonly cannotList: readonly string[];
  /** What keeps a user's assignment of a role from being pruned, as far as the provider's options alone tell. */
  readonly keepOf?: (
    role: string,
    options: Readonly<Record<string, unknown>>,
  ) => 'system-role' | 'maybe-inherited' | null;
}

/** The providers a configuration may name, by name. */
export type ProviderCatalogue = ReadonlyMap<string, ProviderTraits>;

/** The traits of a kind: those given, and for the others what takes the least for granted. */
export function scopeTraits(
  given: Pick<ScopeTraits, 'kind' | 'description'> & Partial<ScopeTraits>,
): ScopeTraits {
  return {
    plural: `${given.kind}s`,
    rootKind: null,
    qualified: (given.rootKind ?? null) !== null,
    idsIgnoreCase: false,
    readBy: { id: true, root: true },
    exclusive: false,
    statuses: false,
    groups: false,
    rolesIgnoreCase: false,
    roleIdSetting: null,
    inheritsPrune: true,
    floorRole: null,
    removal: false,
    ungrantable: null,
    grantsOnlyUsersOfRoot: false,
    writesNeedCompleteRead: false,
    replacesRoles: false,
    minHolders: [],
    ...given,
  };
}

/** The kind that a provider's other kinds belong to. @throws where there is none, which is a defect of the module */
export function rootTraits({ name, scopes }: ProviderTraits): ScopeTraits {
  const traits = scopes.find(({ rootKind }) => rootKind === null);
  if (traits === undefined) throw new Error(`provider ${name} states no root kind`);
  return traits;
}

/** Whether another provider has a scope's kind, so that its document must say whose it is. */
export function isShared(catalogue: ProviderCatalogue, { provider, kind }: Scope): boolean {
  return [...catalogue].some(
    ([name, { scopes }]) => name !== provider && scopes.some((each) => each.kind === kind),
  );
}

/** The keys that lead from a person of people.yaml to who they are in a provider. */
export function identityPath(catalogue: ProviderCatalogue, provider: string): readonly string[] {
  const own = catalogue.get(provider)?.peopleKey ?? null;
  return own === null ? ['ids', provider] : [own.key];
}

/** What these systems cannot list, sorted. */
export function notListedBy(catalogue: ProviderCatalogue, providers: Iterable<string>): readonly string[] {
  return [...new Set(providers)].flatMap((name) => catalogue.get(name)?.cannotList ?? []).sort();
}

/** An id as it stands in addresses and paths. */
export function encodeId(id: string): string {
  return encodeURIComponent(id);
}

/** Whether text can be an id: not empty, and no dot segment, which a URL parser would resolve away. */
export function isId(text: string): boolean {
  return text !== '' && text !== '.' && text !== '..' && text.isWellFormed();
}

/** The scope of a kind; `rootId` is ignored for a root kind. */
export function makeScope(provider: ProviderTraits, traits: ScopeTraits, id: string, rootId: string): Scope {
  if (traits.rootKind === null) {
    const address = `${provider.name}/${traits.kind}/${encodeId(id)}`;
    return { provider: provider.name, kind: traits.kind, id, rootId: id, address, rootAddress: address };
  }
  const own = traits.qualified ? `${encodeId(rootId)}/${encodeId(id)}` : encodeId(id);
  return {
    provider: provider.name,
    kind: traits.kind,
    id,
    rootId,
    address: `${provider.name}/${traits.kind}/${own}`,
    rootAddress: `${provider.name}/${traits.rootKind}/${encodeId(rootId)}`,
  };
}

/** The traits of a scope's kind. Throws where the catalogue lacks them, which is a defect of the caller. */
export function traitsOf(catalogue: ProviderCatalogue, scope: Pick<Scope, 'provider' | 'kind'>): ScopeTraits {
  const traits = catalogue.get(scope.provider)?.scopes.find(({ kind }) => kind === scope.kind);
  if (traits === undefined)
    throw new Error(`no provider states the traits of ${scope.provider}/${scope.kind}`);
  return traits;
}
