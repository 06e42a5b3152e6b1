import type { SandboxSeed } from '../sandbox/start.js';

/** Long enough to be found in any output. */
export const redoxToken = 'marked-secret-of-redox-4711';
export const aionToken = 'marked-secret-of-aion-0815';

/** An organization with an environment, an account with a project, and another one of each that no fault is aimed at. */
export const hospital: SandboxSeed = {
  redox: {
    tokens: [{ variable: 'REDOX_TOKEN', token: redoxToken }],
    organizations: [
      {
        id: '1024',
        name: 'Acme Health',
        members: [
          { id: '1', name: 'Ada', email: 'ada@acme.test', role: 'owner', verified2fa: true },
          { id: '2', name: 'Grace', email: 'grace@acme.test', role: 'owner', verified2fa: true },
          { id: '3', name: 'Alan', email: 'alan@acme.test', role: 'member', verified2fa: true },
          { id: '4', name: 'Katherine', email: 'katherine@acme.test', role: 'admin' },
          { id: '5', name: 'Mallory', email: 'mallory@acme.test', role: 'member' },
          { id: '9', name: 'Trent', email: 'trent@auditor.test', role: 'member' },
        ],
        environments: [
          {
            id: 'prod',
            name: 'Production',
            flag: 'Production',
            roles: { engineer: ['ada@acme.test', 'mallory@acme.test'], support: ['katherine@acme.test'] },
          },
        ],
      },
      {
        id: '2048',
        name: 'Borealis',
        members: [
          { id: '11', name: 'Mary', email: 'mary@borealis.test', role: 'owner' },
          { id: '12', name: 'Dorothy', email: 'dorothy@borealis.test', role: 'member' },
          { id: '13', name: 'Annie', email: 'annie@borealis.test', role: 'admin' },
        ],
        environments: [],
      },
    ],
  },
  aion: {
    tokens: [{ variable: 'AION_TOKEN', token: aionToken }],
    accounts: [
      {
        id: 'orbit',
        projects: ['apollo'],
        users: ['ada', 'grace', 'alan', 'lin', 'mallory'].map((id) => ({
          id,
          email: `${id}@acme.test`,
          name: id,
        })),
        groups: [{ id: 'data-science', members: ['lin'] }],
        customRoles: [{ id: 'billing_admin', name: 'Billing', scope: 'ACCOUNT' }],
        assignments: [
          { user: 'ada', role: 'account_admin' },
          { user: 'mallory', role: 'account_admin' },
          { user: 'alan', role: 'project_admin', project: 'apollo' },
          { user: 'lin', role: 'project_reader', project: 'apollo' },
        ],
      },
      {
        id: 'nova',
        projects: [],
        users: ['vera', 'cecilia'].map((id) => ({ id, email: `${id}@nova.test`, name: id })),
        groups: [],
        customRoles: [],
        assignments: [{ user: 'vera', role: 'account_admin' }],
      },
    ],
  },
};

/** What the files want: one write of every kind in the first of each, one more in the second. */
export const accessFiles: Readonly<Record<string, string>> = {
  'access/redox.yaml': `organization: "1024"
prune: true
roles:
  owner: [ada@acme.test, grace@acme.test]
  admin: [alan@acme.test, katherine@acme.test]
  member: [mallory@acme.test]
---
environment: prod
organization: "1024"
prune: true
roles:
  engineer: [ada@acme.test, alan@acme.test, katherine@acme.test]
---
organization: "2048"
roles:
  owner: [mary@borealis.test]
  admin: [dorothy@borealis.test, annie@borealis.test]
`,
  'access/aion.yaml': `account: orbit
prune: true
roles:
  account_admin: [ada, grace]
---
project: apollo
account: orbit
prune: true
roles:
  project_admin: [lin]
  project_reader: [alan]
---
account: nova
roles:
  account_admin: [vera, cecilia]
`,
};

/** The writes that the files come to, by the kind of write. */
export const kinds = {
  'organization PUT': 'PUT /platform/v1/organizations/1024/role-assignment',
  'organization DELETE': 'DELETE /platform/v1/organizations/1024/role-assignment',
  'environment POST': 'POST /platform/v1/environments/prod/role-assignment',
  'environment PUT': 'PUT /platform/v1/environments/prod/role-assignment',
  'environment DELETE': 'DELETE /platform/v1/environments/prod/role-assignment',
  'Aion POST': 'POST /api/v1/accounts/orbit/roles/assignments',
  'Aion PUT': 'PUT /api/v1/accounts/orbit/roles/project_reader/assignments/alan?projectId=apollo',
  'Aion DELETE': 'DELETE /api/v1/accounts/orbit/roles/account_admin/assignments/mallory?assigneeType=USER',
} as const;
export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds).flatMap((name) => (isKind(name) ? [name] : []));

function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}

/** Who holds what, one line each, sorted. */
export function holdings({ redox, aion }: SandboxSeed): readonly string[] {
  const organizations = (redox?.organizations ?? []).flatMap(({ id, members, environments }) => [
    ...members.map(({ email, role }) => `${id} ${role} ${email}`),
    ...environments.flatMap((environment) =>
      Object.entries(environment.roles).flatMap(([role, people]) =>
        people.map((person) => `${environment.id} ${role} ${person}`),
      ),
    ),
  ]);
  const accounts = (aion?.accounts ?? []).flatMap(({ id, assignments }) =>
    assignments.map(
      ({ user, group, role, project, status }) =>
        `${project ?? id} ${role} ${user ?? group ?? ''}${status === 'INACTIVE' ? ' (inactive)' : ''}`,
    ),
  );
  return [...organizations, ...accounts].sort();
}

/** What is held once everything that the files want is so. */
export const settled: readonly string[] = [
  '1024 admin alan@acme.test',
  '1024 admin katherine@acme.test',
  '1024 member mallory@acme.test',
  '1024 owner ada@acme.test',
  '1024 owner grace@acme.test',
  '2048 admin annie@borealis.test',
  '2048 admin dorothy@borealis.test',
  '2048 owner mary@borealis.test',
  'apollo project_admin lin',
  'apollo project_reader alan',
  'nova account_admin cecilia',
  'nova account_admin vera',
  'orbit account_admin ada',
  'orbit account_admin grace',
  'prod engineer ada@acme.test',
  'prod engineer alan@acme.test',
  'prod engineer katherine@acme.test',
];

export function settingsFor(url: string, more = ''): string {
  return `version: 1
providers:
  redox:
    url: ${url}/platform
    timeout: 300ms
    auth: { method: bearer, token: { env: REDOX_TOKEN } }
  aion:
    url: ${url}
    usersUrl: ${url}
    timeout: 300ms
    auth: { method: bearer, token: { env: AION_TOKEN } }
${more}`;
}
