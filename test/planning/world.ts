import type { Status } from '../../src/model/assignment.js';
import type { Change } from '../../src/model/change.js';
import type { DesiredAssignment, DesiredScope, Person, Prune } from '../../src/model/desired.js';
import type { Keep, KnownRole, LiveAssignment, LiveRoot, LiveScope, LiveUser } from '../../src/model/live.js';
import type { PrincipalRef } from '../../src/model/principal.js';
import { makeScope, type ProviderCatalogue, type ProviderTraits, type Scope } from '../../src/model/scope.js';
import type {
  Guards,
  ProviderSettings,
  SeparationPolicy,
  Settings,
  TwoFactorPolicy,
} from '../../src/model/settings.js';
import { makePlan, type PlannedRun } from '../../src/planning/make-plan.js';
import { aionTraits } from '../../src/providers/aion/traits.js';
import { redoxTraits } from '../../src/providers/redox/traits.js';

/** The instant that worlds are planned as of. */
export const NOW = Date.parse('2026-11-22T09:00:00Z');
export const HOUR = 3_600_000;

export const catalogue: ProviderCatalogue = new Map([
  ['redox', redoxTraits],
  ['aion', aionTraits],
]);

export const organization = scopeMaker(redoxTraits, 'organization');
export const account = scopeMaker(aionTraits, 'account');
export const environment = innerScopeMaker(redoxTraits, 'environment');
export const project = innerScopeMaker(aionTraits, 'project');

function scopeMaker(provider: ProviderTraits, kind: string): (id: string) => Scope {
  const make = innerScopeMaker(provider, kind);
  return (id) => make(id, id);
}

function innerScopeMaker(provider: ProviderTraits, kind: string): (rootId: string, id: string) => Scope {
  const traits = provider.scopes.find((scope) => scope.kind === kind);
  if (traits === undefined) throw new Error(`no kind ${kind}`);
  return (rootId, id) => makeScope(provider, traits, id, rootId);
}

/** An entry as a test writes it: `1` is the user of that id, `1@` the same by e-mail, `group:g` a group. */
export interface Entry {
  readonly who: string;
  readonly status?: Status;
  readonly via?: string;
  readonly from?: number;
  readonly until?: number;
  readonly leaves?: number;
  readonly person?: string;
  /** What the file calls the principal, where that differs. */
  readonly label?: string;
}

export function emailOf(id: string): string {
  return `u${id}@acme.test`;
}

function refOf(who: string): PrincipalRef {
  if (who.startsWith('group:')) return { kind: 'group', by: 'id', value: who.slice('group:'.length) };
  if (who.endsWith('@')) return { kind: 'user', by: 'email', value: emailOf(who.slice(0, -1)) };
  return { kind: 'user', by: 'id', value: who };
}

/** A document; each entry stands on a line of its own, in the order given. */
export function document(
  scope: Scope,
  roles: Readonly<Record<string, readonly (string | Entry)[]>>,
  prune: Prune = false,
  name?: string,
): DesiredScope {
  const file = `access/${scope.kind}-${scope.id}.yaml`;
  let line = 1;
  const assignments = Object.entries(roles).flatMap(([role, entries]) =>
    entries.map((entry): DesiredAssignment => {
      line += 1;
      const given = typeof entry === 'string' ? { who: entry } : entry;
      const principal = refOf(given.who);
      return {
        principal,
        label: given.label ?? principal.value,
        role,
        status: given.status ?? 'active',
        via: given.via ?? null,
        from: given.from ?? null,
        until: given.until ?? null,
        leaves: given.leaves ?? null,
        person: given.person ?? null,
        reason: null,
        source: { file, line, column: 7 },
      };
    }),
  );
  const source = { file, line: 1, column: 1 };
  const label = name === undefined ? null : { text: name, source };
  return { scope, name: label, prune, roles: Object.keys(roles), assignments, source };
}

/** One held role: `owner`, or with a status or a reason to keep it. */
export type Held = string | { readonly role: string; readonly status?: Status; readonly keep?: Keep };

/** Who holds what: principal (`1`, `group:g`) -> roles. */
export type Rows = Readonly<Record<string, readonly Held[]>>;

export interface LiveOptions {
  readonly complete?: boolean;
  /** Addresses of scopes of the root that could not be read whole. */
  readonly incomplete?: readonly string[];
  readonly without2fa?: readonly string[];
  readonly unverifiable?: readonly string[];
  readonly inactiveIsGone?: boolean;
  readonly namedOnly?: boolean;
  /** Principals whose rows were read whole; all that are known if left out. */
  readonly whole?: readonly string[];
  readonly blockedRoles?: Readonly<Record<string, string>>;
  readonly roles?: readonly string[];
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** The ids of roles are known from their holders alone. */
  readonly fromHolders?: boolean;
}

export const redoxRoles = {
  organization: ['admin', 'member', 'owner'],
  environment: ['engineer', 'support'],
};
export const aionRoles = {
  account: ['account_admin', 'auditor', 'billing_admin'],
  project: ['ml_engineer', 'project_admin', 'project_reader'],
};

/** An organization as read: its members by id, and its environments. */
export function redoxRoot(
  id: string,
  members: Readonly<Record<string, string>>,
  environments: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
  options: LiveOptions = {},
): LiveRoot {
  const root = organization(id);
  const rows = (held: Readonly<Record<string, string>>): Rows =>
    Object.fromEntries(Object.entries(held).map(([user, role]) => [user, [role]]));
  return {
    ...rootOf(root, Object.keys(members), options),
    scopes: [
      liveScope(root, rows(members), options.roles ?? redoxRoles.organization, options),
      ...Object.entries(environments).map(([name, held]) =>
        liveScope(environment(id, name), rows(held), options.roles ?? redoxRoles.environment, options),
      ),
    ],
    wholePrincipals: null,
  };
}

/** An account as read: its users, who holds what in it, and in its projects. */
export function aionRoot(
  id: string,
  users: readonly string[],
  rows: Rows,
  projects: Readonly<Record<string, Rows>> = {},
  options: LiveOptions = {},
): LiveRoot {
  const root = account(id);
  const groups = [rows, ...Object.values(projects)]
    .flatMap((held) => Object.keys(held))
    .filter((who) => who.startsWith('group:'));
  const whole = options.whole ?? [...users.map((user) => `user:${user}`), ...groups];
  return {
    ...rootOf(root, users, options),
    scopes: [
      liveScope(root, rows, options.roles ?? aionRoles.account, options),
      ...Object.entries(projects).map(([name, held]) =>
        liveScope(project(id, name), held, options.roles ?? aionRoles.project, options),
      ),
    ],
    wholePrincipals: new Set(whole),
  };
}

function rootOf(
  root: Scope,
  users: readonly string[],
  { complete = true, incomplete = [], without2fa = [], unverifiable = [], ...options }: LiveOptions,
): Omit<LiveRoot, 'scopes' | 'wholePrincipals'> {
  return {
    root,
    complete,
    users: users.map(
      (id): LiveUser => ({
        id,
        email: emailOf(id),
        name: `User ${id}`,
        lastLogin: null,
        twoFactor: !without2fa.includes(id),
      }),
    ),
    namedOnly: options.namedOnly ?? false,
    unverifiable: new Set(unverifiable),
    inactiveIsGone: options.inactiveIsGone ?? false,
    problems: incomplete.map((scope) => ({ scope, message: 'the read was cut short' })),
  };
}

function liveScope(
  scope: Scope,
  rows: Rows,
  roles: readonly string[],
  { complete = true, incomplete = [], blockedRoles = {}, aliases = {}, fromHolders = false }: LiveOptions,
): LiveScope {
  return {
    scope,
    name: null,
    complete: complete && !incomplete.includes(scope.address),
    assignments: Object.entries(rows).flatMap(([who, held]) => held.map((one) => assignment(who, one))),
    roles: roles.map(
      (role): KnownRole => ({
        role,
        roleId: `id-${role}`,
        aliases: aliases[role] ?? [],
        blocked: blockedRoles[role] ?? null,
        ...(fromHolders ? { fromHolders: true } : {}),
      }),
    ),
  };
}

function assignment(who: string, held: Held): LiveAssignment {
  const { role, status = 'active', keep } = typeof held === 'string' ? { role: held } : held;
  const { kind, value } = refOf(who);
  return {
    principal: { kind, id: value },
    role,
    roleId: `id-${role}`,
    status,
    keep: keep ?? (kind === 'group' ? 'group' : null),
  };
}

export function person(
  key: string,
  leaves: number | null,
  principals: Readonly<Record<string, string>>,
): Person {
  return {
    key,
    name: null,
    github: null,
    leaves,
    principals: new Map(Object.entries(principals).map(([provider, who]) => [provider, refOf(who)])),
    source: { file: 'people.yaml', line: 2, column: 3 },
  };
}

export interface SettingsSpec {
  readonly guards?: Partial<Guards>;
  readonly require2fa?: readonly TwoFactorPolicy[];
  readonly separation?: readonly SeparationPolicy[];
  /** The credentials' own users, by provider. */
  readonly self?: Readonly<Record<string, string>>;
  readonly concurrency?: number;
}

export function settings({
  guards = {},
  require2fa = [],
  separation = [],
  self = {},
  concurrency = 8,
}: SettingsSpec = {}): Settings {
  return {
    access: ['access/**/*.yaml'],
    people: null,
    prune: false,
    providers: new Map(
      ['redox', 'aion'].map((name): [string, ProviderSettings] => [
        name,
        {
          name,
          url: `https://${name}.test`,
          otherUrls: {},
          auth: { method: 'bearer', token: { env: 'TOKEN' } },
          rootAuth: new Map(),
          self: self[name] ?? null,
          concurrency,
          rateLimit: null,
          timeoutMs: 30_000,
          options: {},
          written: {},
          source: { file: 'rolecall.yaml', line: 3, column: 3 },
        },
      ]),
    ),
    guards: {
      maxRevokes: guards.maxRevokes ?? { count: 1000, percent: 100 },
      minHolders: guards.minHolders ?? [],
      protect: guards.protect ?? [],
    },
    policies: { separation, maxTerm: [], require2fa },
    highRisk: ['*admin*', '*owner*'],
  };
}

export interface World extends SettingsSpec {
  readonly documents: readonly DesiredScope[];
  readonly live: readonly LiveRoot[];
  readonly people?: readonly Person[];
  readonly at?: number;
  readonly allowRevokes?: number;
  /** The documents that are planned, where that is not all. */
  readonly only?: readonly DesiredScope[];
}

export function planOf(world: World): PlannedRun {
  const { documents, live, people = [], at = NOW, allowRevokes = null } = world;
  return makePlan({
    desired: { scopes: documents, people },
    scopes: world.only ?? documents,
    live: new Map(live.map((root) => [root.root.address, root])),
    settings: settings(world),
    catalogue,
    at,
    base: null,
    narrowing: {},
    allowRevokes,
  });
}

/** A change in one line: `~ redox/organization/1 user:7 owner > admin [ended] !reason`. */
export function shown(change: Change): string {
  const sign = { grant: '+', change: '~', revoke: '-' }[change.action];
  const side = (state: Change['from']): string =>
    state === null ? '' : `${state.role}${state.status === 'active' ? '' : `/${state.status}`}`;
  const arrow = change.from !== null && change.to !== null ? ' > ' : '';
  const term = change.term === null ? '' : ` [${change.term}]`;
  const blocked = change.blocked === null ? '' : ` !${change.blocked}`;
  return `${sign} ${change.scope} ${change.principal} ${side(change.from)}${arrow}${side(change.to)}${term}${blocked}`;
}

export function changesOf(world: World): readonly string[] {
  return planOf(world).plan.changes.map(shown);
}
