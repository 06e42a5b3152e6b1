import type { DesiredScope } from '../model/desired.js';
import type { Keeper } from './pruning.js';

/** Why an unlisted assignment stays, and what would revoke it. */
export function keeperWords(
  keeper: Keeper | null,
  { roles, scope: { kind } }: Pick<DesiredScope, 'roles' | 'scope'>,
  role: string,
): string {
  switch (keeper) {
    case 'unpruned': {
      const named = roles.some((one) => one.toLowerCase() === role.toLowerCase());
      const listed = named
        ? '"prune: listed" in the document or the settings'
        : `"prune: listed" with "${role}: []" in the document`;
      return `prune is false here; ${listed} would revoke it`;
    }
    case 'unnamed':
      return `prune is listed and the document does not name the role; "${role}: []" in it would revoke it`;
    case 'removal':
      return `nobody is removed from the ${kind} without "prune: true" in its own document`;
    case 'group':
      return 'groups are never pruned; an entry with a past "until" would revoke it';
    case 'system-role':
      return 'a system role is never pruned; an entry with a past "until" would revoke it';
    case 'self':
      return 'it is of the credential\'s own user ("self" in the settings), who is never pruned';
    case 'protected':
      return '"guards.protect" in the settings protects this principal';
    case 'resource-role':
      return 'this API cannot revoke a role of RESOURCE scope';
    case 'project-missing':
      return 'the API does not say in which project this role is held';
    case 'unknown-role':
      return 'the API\'s list of roles lacks it; an entry with a past "until" would revoke it';
    case 'maybe-inherited':
      return 'it may be inherited; "userRoles: direct" in the settings says that it is not';
    case null:
      return 'the files leave it in doubt';
  }
}
