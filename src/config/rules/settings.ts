import { isAddressGlob, principalNamed } from '../../model/address.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { quote } from '../../model/label.js';
import { suggestion } from '../../model/nearest.js';
import { nameIn } from '../../model/principal.js';
import { errorAt } from '../finding.js';
import type { RuleInput } from './rule.js';

/** A guard or policy whose scope cannot be read as an address, and so would hold nowhere. */
export function* addressGlobs({ guards, policies, sourceOf }: RuleInput): Iterable<Diagnostic> {
  const lists = [
    { path: ['guards', 'minHolders'], rules: guards.minHolders },
    { path: ['guards', 'protect'], rules: guards.protect },
    { path: ['policies', 'maxTerm'], rules: policies.maxTerm },
    { path: ['policies', 'require2fa'], rules: policies.require2fa },
  ];
  for (const { path, rules } of lists) {
    for (const [index, { scope }] of rules.entries()) {
      if (isAddressGlob(scope)) continue;
      const message = `${quote(scope)} is not a glob over addresses: a "%" in it is not followed by two hexadecimal digits that spell a character. Write %25 for a "%".`;
      yield errorAt('address-invalid', sourceOf([...path, index, 'scope']), message);
    }
  }
}

/** A protected principal that names nobody, and so would protect nobody. */
export function* protectedPrincipals({ guards, directory, sourceOf }: RuleInput): Iterable<Diagnostic> {
  for (const [index, { principal }] of guards.protect.entries()) {
    if (principalNamed(principal) !== null) continue;
    const isName = nameIn(principal).kind === 'name';
    if (isName && (principal.includes('@') || directory.hasKey(principal) || directory.unreadable)) continue;
    const hint = isName ? suggestion(directory.nearestPerson(principal)) : escapeHint(principal);
    const message = `${quote(principal)} names nobody to protect: write user:ID, group:ID, an e-mail or a key of people.yaml.${hint}`;
    yield errorAt('protect-unknown', sourceOf(['guards', 'protect', index, 'principal']), message);
  }
}

function escapeHint(principal: string): string {
  return principal.includes('%') ? ' The id is percent-encoded: write %25 for a "%".' : '';
}
