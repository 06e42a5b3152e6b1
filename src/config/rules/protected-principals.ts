import { principalNamed } from '../../model/address.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { nameIn } from '../../model/principal.js';
import type { RuleInput } from '../checked.js';
import { errorAt } from '../finding.js';
import { quote } from '../../model/label.js';
import { suggestion } from '../../model/nearest.js';

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
