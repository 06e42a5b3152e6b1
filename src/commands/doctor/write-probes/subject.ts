import { RolecallError, UsageError } from '../../../errors.js';
import type { Connection } from '../../../engine/connection.js';
import { rootOf } from '../../../engine/read-live.js';
import { HttpFailure } from '../../../http/failure.js';
import { roleKey } from '../../../model/assignment.js';
import { anyRole } from '../../../model/glob.js';
import { listed, principalLabel, quote } from '../../../model/label.js';
import type { KnownRole, LiveAssignment, LiveRoot, LiveScope } from '../../../model/live.js';
import { PeopleIndex } from '../../../model/people-index.js';
import { type PrincipalId, type PrincipalRef, principalAddress } from '../../../model/principal.js';
import { guardedRoles } from '../../../planning/guarded-roles.js';
import { RootIdentities } from '../../../planning/identities.js';
import { protectionOf } from '../../../planning/protection.js';
import type { WriteProbing } from '../../../providers/write-probing.js';
import type { ValidConfig } from '../../../workspace/valid-config.js';
import type { ProviderSettings } from '../../../model/settings.js';
import { valueWords } from '../option-path.js';
import { holdingOf, type ProbeRole } from './holding.js';
import { type ProbeTarget, refuseProtected } from './target.js';

/** On whom a write is tried, as the API tells, and with which roles. */
export interface ProbeSubject {
  readonly target: ProbeTarget;
  readonly root: LiveRoot;
  /** The scope's own name; null where the API gives none. */
  readonly name: string | null;
  readonly principal: PrincipalId;
  /** `user:ID`. */
  readonly address: string;
  readonly label: string;
  /** What the principal holds in the scope. */
  readonly holding: readonly LiveAssignment[];
}

/** At most so many other scopes are read to learn the ids of roles. */
const mostSiblings = 5;

/**
 * Reads the scope and finds the principal in it.
 * @throws UsageError for a principal that must be left alone or is not listed; RolecallError where reading fails
 */
export async function readSubject(
  target: ProbeTarget,
  connection: Connection,
  config: ValidConfig,
): Promise<ProbeSubject> {
  const { scope, refs, asked, siblings, mode } = target;
  const more = mode === 'cycle' ? siblings.slice(0, mostSiblings) : [];
  const root = await connection.provider.read(
    { root: rootOf(scope), scopes: [scope, ...more], named: refs, everyone: false },
    connection.client.reading,
  );
  if (!root.complete) throw unreadable(target, root, connection);
  const identities = new RootIdentities(root, scope, new PeopleIndex(config.desired.people));
  const user = userOf(refs, identities);
  if (user === null) {
    throw new UsageError(`${quote(asked)} is not one user that ${root.root.address} lists`, {
      hint: 'Name one user by user:ID, e-mail or key of people.yaml.',
    });
  }
  const principal: PrincipalId = { kind: 'user', id: user.id };
  const address = principalAddress('user', user.id);
  const label = principalLabel(address, user);
  refuseProtected(protectionOf(scope, config.settings, identities), { address, user, label }, asked);
  const holding = holdingOf(root, scope.address, principal);
  if (holding === null) throw unreadable(target, root, connection);
  const { name = null } = scopeIn(root, target) ?? {};
  return { target, root, name, principal, address, label, holding };
}

/** @throws UsageError where the API's own word on the scope forbids to try anything there */
export async function refuseByProvider(
  { scope }: ProbeTarget,
  { settings, client }: Connection,
  writing: WriteProbing,
): Promise<void> {
  const reason = await writing
    ?.refusal?.({ scope, root: rootOf(scope), settings, client: client.reading })
    .catch((error: unknown) => {
      if (error instanceof HttpFailure && error.kind !== 'interrupted') return error.message;
      throw error;
    });
  if (reason === undefined || reason === null) return;
  throw new UsageError(`nothing is tried in ${scope.address}: ${client.redact(reason)}`, {
    hint: 'Name a scope that is meant for tests.',
  });
}

/** @throws UsageError where the settings say that a revoke is something else than taking a role away */
export function refuseByOptions(
  { mode }: ProbeTarget,
  { name, options }: ProviderSettings,
  writing: WriteProbing,
): void {
  if (mode === 'noop') return;
  for (const { name: option, value, otherwise } of writing.needs ?? []) {
    const used = options[option] ?? value;
    if (used === value) continue;
    const setting = `providers.${name}.options.${option}`;
    throw new UsageError(
      `a cycle would not end where it began: with ${setting}: ${valueWords(used)}, ${otherwise}`,
      {
        hint: `Use --probe-writes noop, or set ${setting} to ${valueWords(value)} where you know that the API takes it.`,
      },
    );
  }
}

/** The role that a noop sends. @throws UsageError where there is none that may be sent */
export function heldRole({ target, holding, label }: ProbeSubject, config: ValidConfig): ProbeRole {
  const { scope, traits } = target;
  if (holding.length === 0) {
    throw new UsageError(`${quote(label)} holds no role in ${scope.address}, and noop sends the one held`, {
      hint: 'Choose a principal that holds one, or use --probe-writes cycle.',
    });
  }
  const guarded = guardedIn(target, config);
  const free = holding.filter(({ role }) => !guarded.has(roleKey(role, traits.rolesIgnoreCase)));
  if (free.length === 0) {
    const roles = listed(holding.map(({ role }) => quote(role)));
    throw new UsageError(
      `${quote(label)} holds ${roles} in ${scope.address}, which must keep its holders (minHolders)`,
      { hint: 'Choose a principal with another role.' },
    );
  }
  const sent = free.find(({ keep, status }) => keep === null && status === 'active');
  const [found = null] = [sent, ...free.filter(({ keep }) => keep === null)].filter((each) => each != null);
  if (found === null) {
    const roles = listed(free.map(({ role, keep }) => `${quote(role)} (${keep ?? ''})`));
    throw new UsageError(
      `of what ${quote(label)} holds in ${scope.address} nothing can be sent again: ${roles}`,
      {
        hint: 'Choose a principal with a role of its own.',
      },
    );
  }
  return { state: { role: found.role, status: found.status }, roleId: found.roleId };
}

/** The roles that a cycle gives, in order: two where the API knows so many that may be given for a moment, else one. */
export function cycleRoles(
  { target, root, holding, label }: ProbeSubject,
  config: ValidConfig,
): readonly [ProbeRole, ...ProbeRole[]] {
  const { scope, traits } = target;
  if (holding.length > 0) {
    const roles = listed(holding.map(({ role }) => quote(role)));
    throw new UsageError(
      `${quote(label)} holds ${roles} in ${scope.address}, and a cycle needs somebody without a role there`,
      { hint: 'Choose another principal, or use --probe-writes noop.' },
    );
  }
  const provider = config.catalogue.get(scope.provider);
  const options = config.settings.providers.get(scope.provider)?.options ?? {};
  const isHighRisk = anyRole(config.settings.highRisk);
  const guarded = guardedIn(target, config);
  const roles = (scopeIn(root, target)?.roles ?? []).filter(
    ({ role, aliases, blocked, roleId }) =>
      blocked === null &&
      roleId !== '' &&
      ![role, ...aliases].some(isHighRisk) &&
      !guarded.has(roleKey(role, traits.rolesIgnoreCase)) &&
      provider?.keepOf?.(role, options) !== 'system-role',
  );
  const [first, second] = roles.map(activeRole);
  if (first !== undefined) return second === undefined ? [first] : [first, second];
  const setting = traits.roleIdSetting === null ? '' : ` or name its id (${traits.roleIdSetting})`;
  throw new UsageError(
    `no role is known in ${scope.address} that may be given for a moment: high-risk and guarded roles never are`,
    { hint: `Give somebody such a role${setting}, then run this again.` },
  );
}

function activeRole({ role, roleId }: KnownRole): ProbeRole {
  return { state: { role, status: 'active' }, roleId };
}

function guardedIn({ scope, traits }: ProbeTarget, { settings }: ValidConfig): ReadonlySet<string> {
  return new Set(guardedRoles(scope, traits, settings).map(({ role }) => role));
}

/** Of several references the first that means a user; an e-mail that several share means nobody. */
function userOf(
  refs: readonly PrincipalRef[],
  identities: RootIdentities,
): NonNullable<ReturnType<RootIdentities['identify']>['user']> | null {
  for (const ref of refs) {
    const { user } = identities.identify(ref);
    if (user !== null) return user;
  }
  return null;
}

function scopeIn({ scopes }: LiveRoot, { scope }: ProbeTarget): LiveScope | undefined {
  return scopes.find((each) => each.scope.address === scope.address);
}

function unreadable({ scope }: ProbeTarget, { problems }: LiveRoot, { client }: Connection): RolecallError {
  const own = problems.find((problem) => problem.scope === scope.address) ?? problems[0];
  const reason = own === undefined ? 'the read was not whole' : client.redact(own.message);
  return new RolecallError(`nothing was tried in ${scope.address}: ${reason}`, {
    hint: own?.cause?.remedy ?? 'A write is tried only where its result can be read.',
  });
}
