import { roleKey } from '../../model/assignment.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { SourceLocation } from '../../model/source.js';
import type { RuleInput } from '../checked.js';
import { errorAt, lineOf } from '../finding.js';
import { quote } from '../../model/label.js';

/** A role that is written twice in one document, apart in case only, where the provider ignores case. */
export function* duplicateRole({ scopes }: RuleInput): Iterable<Diagnostic> {
  for (const { traits, roles } of scopes) {
    const seen = new Map<string, SourceLocation>();
    for (const { name, source } of roles) {
      const key = roleKey(name, traits.rolesIgnoreCase);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, source);
      else {
        const message = `The role ${quote(name)} is written at ${lineOf(first)} already, and case does not matter: join the two lists.`;
        yield errorAt('duplicate-role', source, message);
      }
    }
  }
}
