import type { Diagnostic } from '../../model/diagnostic.js';
import { nameIn } from '../access-entry.js';
import type { RuleInput } from '../checked.js';
import { errorAt, quote } from '../finding.js';
import { suggestion } from '../nearest.js';

/** A protected principal that names nobody, and so would protect nobody. */
export function* protectedPrincipals({ guards, directory, sourceOf }: RuleInput): Iterable<Diagnostic> {
  for (const [index, { principal }] of guards.protect.entries()) {
    const { kind, value } = nameIn(principal);
    const known =
      kind === 'name' ? value.includes('@') || directory.hasKey(value) : kind !== 'team' && value !== '';
    if (known || (directory.unreadable && kind === 'name')) continue;
    const hint = kind === 'name' ? suggestion(directory.nearestPerson(value)) : '';
    const message = `${quote(principal)} names nobody to protect: write user:ID, group:ID, an e-mail or a key of people.yaml.${hint}`;
    yield errorAt('protect-unknown', sourceOf(['guards', 'protect', index, 'principal']), message);
  }
}
