import { asciiLower } from '../model/ascii.js';
import { personIn } from '../model/desired.js';
import { addressGlob } from '../model/glob.js';
import { refKey } from '../model/principal.js';
import type { Scope } from '../model/scope.js';
import type { Settings } from '../model/settings.js';
import type { RootIndex } from './root-index.js';
import type { Subject } from './subject.js';

/** Who nothing may be taken from, and who the credential acts as. */
export interface Protection {
  readonly isProtected: (subject: Pick<Subject, 'address' | 'user' | 'claims' | 'label'>) => boolean;
  readonly isSelf: (subject: Pick<Subject, 'address' | 'user' | 'label'>) => boolean;
}

/**
 * The protected principals of a scope: those `guards.protect` names by address, e-mail or key of people.yaml, and the
 * provider's `self`.
 */
export function protectionOf(scope: Scope, settings: Settings, index: RootIndex): Protection {
  const rules = settings.guards.protect.filter((rule) => addressGlob(rule.scope)(scope.address));
  const named = new Set<string>();
  for (const { principal } of rules) {
    named.add(asciiLower(principal));
    named.add(principal);
    const person = index.personOfKey(principal);
    const ref = person === null ? null : personIn(person, scope);
    if (ref !== null) named.add(index.resolve(ref).address).add(refKey(ref)).add(ref.value);
  }
  const self = settings.providers.get(scope.provider)?.self ?? null;
  const isSelf: Protection['isSelf'] = (subject) => self !== null && goesBy(subject, self);
  return {
    isSelf,
    isProtected: (subject) => named.has(subject.address) || namedByMail(subject, named) || isSelf(subject),
  };
}

function namedByMail({ user, label }: Pick<Subject, 'user' | 'label'>, named: ReadonlySet<string>): boolean {
  if (named.size === 0) return false;
  return (
    (user?.email != null && named.has(user.email)) || (label.includes('@') && named.has(asciiLower(label)))
  );
}

function goesBy(
  { address, user, label }: Pick<Subject, 'address' | 'user' | 'label'>,
  name: string,
): boolean {
  const wanted = asciiLower(name);
  return (
    address === name || address === `user:${name}` || user?.email === wanted || asciiLower(label) === wanted
  );
}
