import { UsageError } from '../../../errors.js';
import { canonicalAddress, parsePrincipalAddress } from '../../../model/address.js';
import type { DesiredState } from '../../../model/desired.js';
import { personIn } from '../../../model/desired.js';
import { quote, withArticle } from '../../../model/label.js';
import { nearestOf, suggestion } from '../../../model/nearest.js';
import { PeopleIndex } from '../../../model/people-index.js';
import { type PrincipalRef, refAddress, userRef } from '../../../model/principal.js';
import { type Scope, type ScopeTraits, traitsOf } from '../../../model/scope.js';
import type { ProbeMode } from '../../../model/write-probe.js';
import { RootIdentities } from '../../../planning/identities.js';
import { protectionOf } from '../../../planning/protection.js';
import type { ValidConfig } from '../../../workspace/valid-config.js';

export interface TargetOptions {
  readonly mode: ProbeMode;
  /** As given by `--scope`. */
  readonly scope: readonly string[];
  /** As given by `--principal`; null where it is not. */
  readonly principal: string | null;
  readonly yes: boolean;
  /** Whether there is a terminal to ask on. */
  readonly interactive: boolean;
}

/** Where a write is tried, and on whom, as far as the files tell. */
export interface ProbeTarget {
  readonly mode: ProbeMode;
  readonly scope: Scope;
  readonly traits: ScopeTraits;
  /** Whom `--principal` may mean: of several the first that the root lists. */
  readonly refs: readonly PrincipalRef[];
  /** As it was given. */
  readonly asked: string;
  /** Further scopes of the same kind and root in the files: their rows may tell the ids of roles. */
  readonly siblings: readonly Scope[];
}

/**
 * Checks what can be checked before any request.
 * @throws UsageError for what is missing, cannot be read, or must not be tried
 */
export function probeTarget(options: TargetOptions, config: ValidConfig): ProbeTarget {
  const { mode } = options;
  const scope = scopeOf(options, config.desired);
  const asked = options.principal;
  if (asked === null || asked === '') {
    throw new UsageError(`--probe-writes ${mode} needs --principal`, {
      hint: 'Name one user by user:ID, e-mail or key of people.yaml.',
    });
  }
  const refs = refsOf(asked, scope, config);
  const traits = traitsOf(config.catalogue, scope);
  if (mode === 'cycle') refuseLastingScope(scope, traits);
  const identities = new RootIdentities(undefined, scope, new PeopleIndex(config.desired.people));
  const protection = protectionOf(scope, config.settings, identities);
  for (const ref of refs) {
    const named = { address: refAddress(ref), user: null, label: ref.value };
    refuseProtected(protection, named, asked);
  }
  if (!options.yes && !options.interactive) {
    throw new UsageError('--probe-writes asks before it writes, and there is no terminal to ask on', {
      hint: 'Add --yes to write without asking.',
    });
  }
  const siblings = config.desired.scopes
    .map((each) => each.scope)
    .filter(
      ({ address, kind, rootAddress }) =>
        address !== scope.address && kind === scope.kind && rootAddress === scope.rootAddress,
    );
  return { mode, scope, traits, refs, asked, siblings };
}

/** @throws UsageError where the principal is the credential's own user, or one that `guards.protect` names */
export function refuseProtected(
  { isSelf, isProtected }: ReturnType<typeof protectionOf>,
  named: Parameters<ReturnType<typeof protectionOf>['isSelf']>[0],
  asked: string,
): void {
  const choose = { hint: 'Choose a user whom nobody depends on.' };
  if (isSelf(named))
    throw new UsageError(`${quote(asked)} is the credential's own user (self), which is left alone`, choose);
  if (isProtected(named))
    throw new UsageError(`${quote(asked)} is protected (guards.protect), and left alone`, choose);
}

function scopeOf({ mode, scope: given }: TargetOptions, { scopes }: DesiredState): Scope {
  const [text = '', ...more] = given;
  if (given.length !== 1 || text === '' || more.length > 0) {
    throw new UsageError(`--probe-writes ${mode} needs one --scope`, {
      hint: `Give the address of one scope of the files, such as ${scopes[0]?.scope.address ?? 'aion/project/ACCOUNT/PROJECT'}.`,
    });
  }
  const hint = 'A write is tried in one scope that the files name.';
  if (text.includes('*'))
    throw new UsageError(`--scope ${quote(text)} is a glob, and --probe-writes needs one address`, { hint });
  const address = canonicalAddress(text);
  const found = scopes.find(({ scope }) => scope.address === address);
  if (found !== undefined) return found.scope;
  const nearest = nearestOf(scopes.map(({ scope }) => scope.address))(text);
  throw new UsageError(`--scope ${quote(text)} is not a scope of the files.${suggestion(nearest)}`, { hint });
}

function refsOf(
  asked: string,
  scope: Scope,
  { desired, settings }: ValidConfig,
): readonly [PrincipalRef, ...PrincipalRef[]] {
  const person = desired.people.find(({ key }) => key === asked);
  if (person !== undefined) {
    const ref = personIn(person, scope);
    if (ref === null) {
      throw new UsageError(`people.yaml does not say who ${quote(asked)} is in ${scope.rootAddress}`);
    }
    return [notGroup(ref, asked)];
  }
  const named = parsePrincipalAddress(asked);
  if (named !== null) {
    const byId = notGroup({ kind: named.kind, by: 'id', value: named.id }, asked);
    const byEmail = userRef(named.id);
    return byEmail?.by === 'email' ? [byId, byEmail] : [byId];
  }
  const ref = asked.startsWith('team:') ? null : userRef(asked);
  const isKey = ref?.by === 'id' && !asked.startsWith('user:') && settings.people !== null;
  if (ref !== null && !isKey) return [ref];
  const nearest = nearestOf(desired.people.map(({ key }) => key))(asked);
  throw new UsageError(`--principal ${quote(asked)} names no user.${suggestion(nearest)}`, {
    hint: 'Name one user by user:ID, e-mail or key of people.yaml.',
  });
}

function notGroup(ref: PrincipalRef, asked: string): PrincipalRef {
  if (ref.kind === 'user') return ref;
  throw new UsageError(`${quote(asked)} is a group, and --probe-writes is for one user`, {
    hint: 'A write for a group reaches all of its members.',
  });
}

/** A cycle must end where it began: not where nobody can be granted a role again, or where a revoke ends more. */
function refuseLastingScope({ address, kind }: Scope, { ungrantable, removal }: ScopeTraits): void {
  if (ungrantable === null && !removal) return;
  const why = removal
    ? `a revoke there ends the membership in the ${kind}`
    : `nobody can be granted a role there by API`;
  throw new UsageError(`${address} is ${withArticle(kind)}, and a cycle cannot be taken back there: ${why}`, {
    hint: 'Name a scope inside it, or use --probe-writes noop.',
  });
}
