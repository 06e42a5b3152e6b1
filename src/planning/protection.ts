import { principalNamed } from '../model/address.js';
import { asciiLower } from '../model/ascii.js';
import { personIn } from '../model/desired.js';
import { addressGlob } from '../model/glob.js';
import { principalAddress } from '../model/principal.js';
import type { Scope } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import type { RootIdentities } from './identities.js';
import type { PrincipalView } from './principal-views.js';

/** Who nothing may be taken from, and who the credential acts as. */
export interface Protection {
  readonly isProtected: (view: Named) => boolean;
  readonly isSelf: (view: Named) => boolean;
}

/** By what a principal is recognised. */
type Named = Pick<PrincipalView, 'address' | 'user' | 'label'>;

/**
 * The protected principals of a scope: those `guards.protect` names by address, e-mail or key of people.yaml, and the
 * provider's `self`.
 */
export function protectionOf(scope: Scope, settings: Settings, identities: RootIdentities): Protection {
  const rules = settings.guards.protect.filter((rule) => addressGlob(rule.scope)(scope.address));
  const addresses = new Set<string>();
  const emails = new Set<string>();
  for (const { principal } of rules) {
    const address = principalNamed(principal);
    if (address !== null) addresses.add(address);
    else if (principal.includes('@')) emails.add(asciiLower(principal));
    const person = identities.personOfKey(principal);
    const ref = person === null ? null : personIn(person, scope);
    if (ref === null) continue;
    addresses.add(identities.identify(ref).address);
    if (ref.by === 'email') emails.add(ref.value);
  }
  const own = settings.providers.get(scope.provider)?.self ?? null;
  const isSelf: Protection['isSelf'] = (view) => own !== null && goesBy(view, own);
  return {
    isSelf,
    isProtected: (view) => addresses.has(view.address) || goesByAny(view, emails) || isSelf(view),
  };
}

/** Whether a principal has one of these e-mails, or is named by it since nobody lists it. A display name is neither. */
function goesByAny(view: Named, emails: ReadonlySet<string>): boolean {
  if (emails.size === 0) return false;
  const { address, label, user } = view;
  return [user?.email, asciiLower(label), address.slice('user:'.length)].some(
    (name) => name != null && emails.has(name),
  );
}

function goesBy({ address, label, user }: Named, name: string): boolean {
  const wanted = asciiLower(name);
  return (
    address === (principalNamed(name) ?? principalAddress('user', name)) ||
    user?.email === wanted ||
    asciiLower(label) === wanted
  );
}
