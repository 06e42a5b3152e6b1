// The comparison of a plan alone: desired and live state are made in memory, one in a hundred assignments differs.
import { builtInModules, catalogueOf, makePlan, modulesByName } from 'rolecall';

const assignments = Number(process.argv[2]);
const each = 100;
const people = 20_000;
const roles = ['owner', 'admin', 'member'];

/** @type {import('rolecall').DesiredScope[]} */
const scopes = [];
/** @type {Map<string, import('rolecall').LiveRoot>} */
const live = new Map();
for (let index = 0; index < assignments / each; index += 1) {
  const id = String(1_000_000 + index);
  const address = `redox/organization/${id}`;
  const scope = { provider: 'redox', kind: 'organization', id, rootId: id, address, rootAddress: address };
  const members = Array.from({ length: each }, (_, part) => ({
    person: (index * each + part) % people,
    role: roles[part % 3] ?? 'member',
    differs: part === 50,
    line: part + 3,
  }));
  scopes.push({
    scope,
    name: null,
    prune: true,
    roles,
    assignments: members.map(({ person, role, line }) =>
      assignmentOf(person, role, `access/f${index}.yaml`, line),
    ),
    source: { file: `access/f${index}.yaml`, line: 1, column: 1 },
  });
  live.set(address, {
    root: scope,
    complete: true,
    users: members.map(({ person }) => ({
      id: String(person),
      email: `p${person}@x.test`,
      name: null,
      lastLogin: null,
      twoFactor: true,
    })),
    scopes: [
      {
        scope,
        name: null,
        complete: true,
        assignments: members.map(({ person, role, differs }) => {
          const held = differs ? 'admin' : role;
          return {
            principal: { kind: 'user', id: String(person) },
            role: held,
            roleId: `id-${held}`,
            status: 'active',
            keep: null,
          };
        }),
        roles: roles.map((role) => ({ role, roleId: `id-${role}`, aliases: [], blocked: null })),
      },
    ],
    wholePrincipals: null,
    namedOnly: false,
    unverifiable: new Set(),
    inactiveIsGone: false,
    problems: [],
  });
}

const startedAt = performance.now();
const { plan } = makePlan({
  desired: { scopes, people: directory() },
  scopes,
  live,
  settings: {
    access: [],
    people: null,
    prune: false,
    providers: new Map(),
    guards: { maxRevokes: { count: 5, percent: 10 }, minHolders: [], protect: [] },
    policies: { separation: [], maxTerm: [], require2fa: [] },
    highRisk: ['*admin*', '*owner*'],
  },
  catalogue: catalogueOf(modulesByName(builtInModules)),
  at: Date.UTC(2026, 10, 22),
  base: null,
  narrowing: {},
  allowRevokes: null,
});
const ms = performance.now() - startedAt;
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ ms, megabytes, changes: plan.changes.length }));

/**
 * @param {number} person
 * @param {string} role
 * @param {string} file
 * @param {number} line
 * @returns {import('rolecall').DesiredAssignment}
 */
function assignmentOf(person, role, file, line) {
  const label = `p${person}@x.test`;
  return {
    principal: { kind: 'user', by: 'email', value: label },
    label,
    role,
    status: 'active',
    via: null,
    from: null,
    until: null,
    leaves: null,
    person: null,
    reason: null,
    source: { file, line, column: 7 },
  };
}

/** @returns {import('rolecall').Person[]} */
function directory() {
  return Array.from({ length: people }, (_, index) => ({
    key: `p${index}`,
    name: null,
    github: null,
    leaves: null,
    principals: new Map([['redox', { kind: 'user', by: 'email', value: `p${index}@x.test` }]]),
    source: { file: 'people.yaml', line: index + 2, column: 3 },
  }));
}
