import { principalNamed } from '../model/address.js';
import { asciiLower, principalAddress } from '../model/principal.js';
import { personIn } from '../model/desired.js';
import { addressGlob } from '../model/glob.js';
import type { Scope } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import type { RootIdentities } from './identities.js';
import type { PrincipalView } from './principal-views.js';

/** Who nothing may be taken from, and who the credential acts as. */
export interface Protection {
  readonly isProtected: (view: Named) => boolean;
  readonly isSelf: (view: Named) => boolean;
}

type Named = Pick<PrincipalView, 'address' | 'user' | 'label'>;

/** The names of one or more principals: addresses, and e-mails in lower case. */
interface Names {
  readonly addresses: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
}

/**
 * The protected principals of a scope: those `guards.protect` names by address, e-mail or key of people.yaml, and the
 * provider's `self`.
 */
export function protectionOf(scope: Scope, settings: Settings, identities: RootIdentities): Protection {
  const addresses = new Set<string>();
  const emails = new Set<string>();
  for (const { scope: glob, principal } of settings.guards.protect) {
    if (!addressGlob(glob)(scope.address)) continue;
    const address = principalNamed(principal);
    if (address !== null) for (const each of spellings(address)) addresses.add(each);
    else if (principal.includes('@')) emails.add(asciiLower(principal));
    const person = identities.personOfKey(principal);
    const ref = person === null ? null : personIn(person, scope);
    if (ref === null) continue;
    addresses.add(identities.identify(ref).address);
    if (ref.by === 'email') emails.add(ref.value);
  }
  const self = namesOfSelf(settings.providers.get(scope.provider)?.self ?? null);
  const isSelf = (view: Named): boolean => goesBy(view, self);
  return { isSelf, isProtected: (view) => goesBy(view, { addresses, emails }) || isSelf(view) };
}

function namesOfSelf(self: string | null): Names {
  return {
    addresses: new Set(
      self === null ? [] : spellings(principalNamed(self) ?? principalAddress('user', self)),
    ),
    emails: new Set(self?.includes('@') ? [asciiLower(self)] : []),
  };
}

/** An address as written and in lower case, as it is live where ids ignore case: rather one too many is protected. */
function spellings(address: string): readonly string[] {
  return [address, asciiLower(address)];
}

/** Whether a principal has one of these names, or is called by one since nobody lists it. A display name is none. */
function goesBy({ address, label, user }: Named, { addresses, emails }: Names): boolean {
  if (addresses.has(address)) return true;
  if (emails.size === 0) return false;
  return [user?.email, asciiLower(label), address.slice('user:'.length)].some(
    (name) => name != null && emails.has(name),
  );
}
