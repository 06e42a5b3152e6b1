import { isAddressGlob } from '../../model/address.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { RuleInput } from '../checked.js';
import { errorAt } from '../finding.js';
import { quote } from '../../model/label.js';

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
