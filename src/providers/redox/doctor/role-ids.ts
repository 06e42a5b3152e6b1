import type { SettingValue } from '../../../model/check.js';
import { count, listed, quote } from '../../../model/label.js';
import type { LiveScope } from '../../../model/live.js';
import { nearestOf, suggestion } from '../../../model/nearest.js';
import { byCodeUnit, groupBy } from '../../../model/ordering.js';
import type { Finding, Probe, ProbeSubject } from '../../doctor.js';
import type { RedoxKind } from '../api.js';
import { redoxOptions } from '../options.js';

/** The ids of roles: no operation lists them, so that one that nobody holds has none (A3, C6). */
export const roleIds: Probe = {
  id: 'role-ids',
  option: 'options.roles',
  isOfWrites: true,
  assumes: null,
  when: 'after',
  run: async (subject) => {
    const roles = wantedRoles(subject);
    return [
      ...knownIds(roles, subject),
      ...roles.flatMap((role) => [...differentIds(role), ...unknownId(role, subject)]),
    ];
  },
};

/** A role that the files ask for in scopes of a kind that were read. */
interface WantedRole {
  readonly kind: RedoxKind;
  /** As the API spells it, else as the files do. */
  readonly name: string;
  /** Where the files ask for it. */
  readonly scopes: readonly LiveScope[];
  /** Where somebody holds it, by its id. */
  readonly heldIn: ReadonlyMap<string, readonly LiveScope[]>;
}

function wantedRoles({ roots, live }: ProbeSubject): readonly WantedRole[] {
  const read = [...live.values()].flatMap(({ scopes }) => scopes);
  const byAddress = new Map(read.map((each) => [each.scope.address, each]));
  const wanted = roots
    .flatMap((root) => root.wanted)
    .flatMap(({ scope, role }) => {
      const liveScope = byAddress.get(scope.address);
      return liveScope === undefined ? [] : [{ scope: liveScope, role }];
    });
  const groups = groupBy(wanted, ({ scope, role }) => `${scope.scope.kind} ${role.toLowerCase()}`);
  return [...groups.values()]
    .map((group): WantedRole => {
      const [{ scope, role }] = group;
      const { kind } = scope.scope;
      const key = role.toLowerCase();
      const held = read
        .filter((each) => each.scope.kind === kind)
        .flatMap((each) =>
          each.assignments
            .filter((assignment) => assignment.role.toLowerCase() === key)
            .map((assignment) => ({ scope: each, id: assignment.roleId, spelling: assignment.role })),
        );
      const heldIn = groupBy(held, ({ id }) => id);
      return {
        kind: kind === 'organization' ? 'organization' : 'environment',
        name: held.map(({ spelling }) => spelling).sort(byCodeUnit)[0] ?? role,
        scopes: [...new Set(group.map((each) => each.scope))],
        heldIn: new Map(
          [...heldIn].map(([id, holders]) => [id, [...new Set(holders.map((each) => each.scope))]]),
        ),
      };
    })
    .sort((a, b) => byCodeUnit(`${a.kind} ${a.name}`, `${b.kind} ${b.name}`));
}

/** The ids to keep in the settings: one and the same wherever the role is held, and held in each organization that asks for it. */
function knownIds(roles: readonly WantedRole[], { settings }: ProbeSubject): readonly Finding[] {
  const known = roles.flatMap((role) => {
    const [only, ...others] = role.heldIn;
    if (only === undefined || others.length > 0) return [];
    const [id, scopes] = only;
    const roots = new Set(scopes.map(({ scope }) => scope.rootAddress));
    return role.scopes.every(({ scope }) => roots.has(scope.rootAddress)) ? [{ ...role, id, scopes }] : [];
  });
  if (known.length === 0) return [];
  const value = (kind: RedoxKind): readonly [RedoxKind, SettingValue][] => {
    const entries = known
      .filter((role) => role.kind === kind)
      .map(({ name, id }) => [writtenAs(name, kind, settings)?.name ?? name, id] as const);
    return entries.length === 0 ? [] : [[kind, Object.fromEntries(entries)]];
  };
  const scopes = new Set(known.flatMap((role) => role.scopes));
  return [
    {
      state: 'settled',
      value: Object.fromEntries([...value('organization'), ...value('environment')]),
      evidence: `each has one id in ${count(scopes.size, 'scope')} where somebody holds it; in the settings it stays known when nobody does`,
    },
  ];
}

/** A role whose id differs from scope to scope cannot stand in the settings. */
function differentIds({ kind, name, heldIn }: WantedRole): readonly Finding[] {
  if (heldIn.size < 2) return [];
  const places = [...heldIn].map(
    ([id, scopes]) => `${quote(id)} in ${listed(scopes.map(({ scope }) => scope.address).slice(0, 3))}`,
  );
  return [
    {
      state: 'ok',
      evidence: `the ${kind} role ${quote(name)} has ${count(heldIn.size, 'id')}, ${listed(places.slice(0, 3))}: each scope uses its own, and options.roles.${kind} is left without it`,
    },
  ];
}

/** A role that nobody holds where the files ask for it: its id is a setting, or nobody can tell it. */
function unknownId(role: WantedRole, { settings }: ProbeSubject): readonly Finding[] {
  const { kind, name, scopes } = role;
  const key = name.toLowerCase();
  const option = `providers.${settings.name}.options.roles.${kind}`;
  const without = scopes.filter(
    ({ complete, assignments }) =>
      complete && assignments.every((assignment) => assignment.role.toLowerCase() !== key),
  );
  const written = writtenAs(name, kind, settings);
  if (written !== null) {
    return role.heldIn.size > 0 || without.length === 0
      ? []
      : [
          {
            state: 'assumed',
            value: { [kind]: { [written.name]: written.id } },
            evidence: `nobody holds the ${kind} role ${quote(name)}, so that ${option} alone says its id`,
            remedy: 'Check the id: the first grant of the role proves it.',
          },
        ];
  }
  const unknown = without.filter(({ roles }) =>
    roles.every((known) => known.role.toLowerCase() !== key || known.blocked !== null),
  );
  if (unknown.length === 0) return [];
  const names = new Set(unknown.flatMap(({ roles }) => roles.map((known) => known.role)));
  const nearest = nearestOf(names)(name);
  return [
    {
      state: 'needs-data',
      option: `options.roles.${kind}.${name}`,
      ...subjectOf(unknown),
      evidence: `nobody holds the ${kind} role ${quote(name)} in ${count(unknown.length, kind)} where the files ask for it, so that its id is unknown (${names.size === 0 ? 'no other role is held there' : `held there: ${listed([...names].sort(byCodeUnit))}`})`,
      remedy: `${nearest === null ? 'Give' : `${suggestion(nearest).trim()} If not, give`} the role to somebody in the Redox dashboard, then run rolecall doctor --write; or set ${option}.${name} to its id.`,
      // What the files ask for is blocked in every plan until then.
      blocks: 'apply',
    },
  ];
}

/** A role as the settings name it, whatever the case (A5). */
function writtenAs(
  role: string,
  kind: RedoxKind,
  { options }: ProbeSubject['settings'],
): { readonly name: string; readonly id: string } | null {
  const key = role.toLowerCase();
  const found = [...redoxOptions(options).roles[kind]].find(([name]) => name.toLowerCase() === key);
  return found === undefined ? null : { name: found[0], id: found[1] };
}

function subjectOf(scopes: readonly LiveScope[]): { readonly subject?: string } {
  const [only, ...others] = scopes;
  return only === undefined || others.length > 0 ? {} : { subject: only.scope.address };
}
