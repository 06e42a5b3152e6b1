import { type DesiredScope, type Person, personIn } from '../../../model/desired.js';
import { cut } from '../../../model/label.js';
import { groupBy } from '../../../model/ordering.js';
import { refAddress } from '../../../model/principal.js';
import { rootTraits } from '../../../model/scope.js';
import { Identities } from '../../../planning/identities.js';
import { protectionOf } from '../../../planning/protection.js';
import type { EditableConfig } from '../editable-config.js';

/** What only a person can do once somebody leaves: what rolecall removes nobody from, does not see, or must not touch. */
export function workByHand(key: string, config: EditableConfig): readonly string[] {
  const { desired, catalogue } = config;
  const person = desired.people.find((each) => each.key === key);
  if (person === undefined) return [];
  const scopes = desired.scopes.filter(({ assignments }) => assignments.some((each) => each.person === key));
  return [...groupBy(scopes, ({ scope }) => scope.provider)].flatMap(([provider, own]) => {
    const traits = catalogue.get(provider);
    if (traits === undefined) return [];
    const seesNoGroups = traits.scopes.some(({ groups }) => groups)
      ? [
          `By hand: take ${key} out of the groups of ${traits.title}. rolecall does not see who is in a group.`,
        ]
      : [];
    const members = rootTraits(traits).removal ? memberships(person, own, config) : [];
    return [...members, ...seesNoGroups, ...protectedRoles(person, own, config)];
  });
}

/** The roots that keep the person as a member, since their documents do not say that rolecall may remove anybody. */
function memberships(
  person: Person,
  scopes: readonly DesiredScope[],
  { desired, catalogue }: EditableConfig,
): readonly string[] {
  return [...groupBy(scopes, ({ scope }) => scope.rootAddress)].flatMap(([address, [first]]) => {
    const root = desired.scopes.find(({ scope }) => scope.address === address);
    if (first === undefined || root?.prune === true) return [];
    const ref = personIn(person, first.scope);
    const who = ref === null ? person.key : `${person.key} (${cut(ref.value)})`;
    const place = root?.name == null ? address : `${cut(root.name.text)} (${address})`;
    const title = catalogue.get(first.scope.provider)?.title ?? first.scope.provider;
    return [
      `By hand: remove ${who} from ${place} in the dashboard of ${title}. rolecall ends the roles there, and removes members only with "prune: true" in its document.`,
    ];
  });
}

/** Where the settings forbid to take anything away from the person. */
function protectedRoles(
  person: Person,
  scopes: readonly DesiredScope[],
  { settings, desired }: EditableConfig,
): readonly string[] {
  const identities = new Identities(desired.people, new Map());
  return scopes.flatMap(({ scope }) => {
    const ref = personIn(person, scope);
    if (ref === null) return [];
    const { isProtected, isSelf } = protectionOf(scope, settings, identities.in(scope));
    const view = { address: refAddress(ref), user: null, label: ref.value };
    if (!isProtected(view)) return [];
    const what = isSelf(view) ? '"self"' : '"guards.protect"';
    return [
      `By hand: ${person.key} keeps the role in ${scope.address} while ${what} in the settings names them; change that first.`,
    ];
  });
}
