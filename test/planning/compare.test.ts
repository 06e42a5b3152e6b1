import { describe, expect, test } from 'vitest';
import { acc, dev, org, past } from './places.js';
import { aionRoot, changesOf, document, person, planOf, project, redoxRoot } from './world.js';

const web = project('a', 'web');

describe('where a user has one role', () => {
  test('another role is one change, a first role a grant, and an unlisted one a revoke where pruning is on', () => {
    const live = [
      redoxRoot('1', { 1: 'member', 2: 'member', 3: 'member' }, { dev: { 1: 'support', 3: 'support' } }),
    ];
    expect(changesOf({ documents: [document(dev, { engineer: ['1', '2'] }, true)], live })).toEqual([
      '+ redox/environment/dev user:2 engineer',
      '~ redox/environment/dev user:1 support > engineer',
      '- redox/environment/dev user:3 support',
    ]);
  });

  test('role names match without regard to case and are spelled as the API does', () => {
    const live = [redoxRoot('1', { 1: 'Owner', 2: 'Member' }, {}, { roles: ['Owner', 'Member'] })];
    expect(changesOf({ documents: [document(org, { OWNER: ['1', '2'] })], live })).toEqual([
      '~ redox/organization/1 user:2 Member > Owner',
    ]);
  });

  test('an e-mail and an id of the same user are the same user', () => {
    const live = [redoxRoot('1', { 1: 'member' })];
    expect(changesOf({ documents: [document(org, { admin: ['1@', '1'] })], live })).toEqual([
      '~ redox/organization/1 user:1 member > admin',
    ]);
  });

  test('an e-mail and an id that give one user two roles are blocked and told at both lines', () => {
    const live = [redoxRoot('1', { 1: 'member' })];
    const run = planOf({ documents: [document(org, { admin: ['1@'], owner: ['1'] })], live });
    expect(run.plan.summary).toMatchObject({ change: 0, blocked: 1 });
    expect(run.diagnostics.map(({ severity, line }) => [severity, line])).toEqual([
      ['error', 2],
      ['error', 3],
    ]);
  });

  test('a role whose id nobody can tell is blocked', () => {
    const live = [redoxRoot('1', { 1: 'member' }, { dev: {} })];
    expect(changesOf({ documents: [document(dev, { wizard: ['1'] })], live })).toEqual([
      '+ redox/environment/dev user:1 wizard !the id of role "wizard" is not known: nobody holds it here, and options.roles.environment does not name it; known here: engineer, support',
    ]);
  });

  test('a user who is not a member is blocked, by lower-case e-mail where no id is known', () => {
    const live = [redoxRoot('1', { 1: 'owner' }, { dev: {} })];
    const run = planOf({
      documents: [document(org, { admin: ['9@'] }), document(dev, { support: ['9@'] })],
      live,
    });
    expect(run.plan.changes.map(({ principal, blocked }) => [principal, blocked !== null])).toEqual([
      ['user:u9@acme.test', true],
      ['user:u9@acme.test', true],
    ]);
    expect(run.plan.summary).toMatchObject({ grant: 0, blocked: 2 });
  });
});

describe('where a principal may have many roles', () => {
  test('the i-th role to revoke and the i-th to grant make one change, the rest stay', () => {
    const live = [aionRoot('a', ['1'], {}, { web: { 1: ['project_reader', 'ml_engineer'] } })];
    const roles = ['b', 'a', 'c'];
    const documents = [document(web, Object.fromEntries(roles.map((role) => [role, ['1']])), true)];
    const known = ['ml_engineer', 'project_reader', ...roles];
    expect(changesOf({ documents, live: live.map((root) => withRoles(root, known)) })).toEqual([
      '+ aion/project/a/web user:1 c',
      '~ aion/project/a/web user:1 ml_engineer > a',
      '~ aion/project/a/web user:1 project_reader > b',
    ]);
  });

  test('nothing pairs across principals or scopes, nor what is blocked', () => {
    const live = [
      aionRoot(
        'a',
        ['1', '2'],
        { 1: ['auditor'] },
        { web: { 2: ['ml_engineer'] } },
        { blockedRoles: { project_admin: 'it is of another project' } },
      ),
    ];
    const documents = [
      document(acc, { account_admin: ['2'] }, true),
      document(web, { project_admin: ['2'], project_reader: ['1'] }, true),
    ];
    expect(changesOf({ documents, live })).toEqual([
      '+ aion/account/a user:2 account_admin',
      '- aion/account/a user:1 auditor',
      '+ aion/project/a/web user:2 project_admin !it is of another project',
      '+ aion/project/a/web user:1 project_reader',
      '- aion/project/a/web user:2 ml_engineer',
    ]);
  });

  test('a pair has a term only if the clock brings both halves about', () => {
    const live = [aionRoot('a', ['1', '2'], { 1: ['auditor'], 2: ['auditor'] })];
    const documents = [
      document(acc, {
        auditor: [
          { who: '1', until: past },
          { who: '2', until: past },
        ],
        billing_admin: [{ who: '1', from: past }, '2'],
      }),
    ];
    expect(changesOf({ documents, live })).toEqual([
      '~ aion/account/a user:1 auditor > billing_admin [started]',
      '~ aion/account/a user:2 auditor > billing_admin',
    ]);
  });

  test('a role under its name and its id is one role', () => {
    const live = [aionRoot('a', ['1'], {}, {}, { aliases: { auditor: ['The auditor'] } })];
    const documents = [document(acc, { auditor: ['1'], 'The auditor': ['1'] })];
    expect(changesOf({ documents, live })).toEqual(['+ aion/account/a user:1 auditor']);
    const contrary = [document(acc, { auditor: ['1'], 'The auditor': [{ who: '1', status: 'inactive' }] })];
    const { plan, diagnostics } = planOf({ documents: contrary, live });
    expect(plan.summary).toMatchObject({ grant: 0, blocked: 1 });
    expect(diagnostics).toHaveLength(2);
  });

  test('an inactive role that is wanted active is changed; an absent one that is wanted inactive is left alone', () => {
    const live = [
      aionRoot('a', ['1', '2', '3'], { 1: [{ role: 'auditor', status: 'inactive' }], 3: ['auditor'] }),
    ];
    const documents = [
      document(acc, { auditor: ['1', { who: '2', status: 'inactive' }, { who: '3', status: 'inactive' }] }),
    ];
    expect(changesOf({ documents, live })).toEqual([
      '~ aion/account/a user:1 auditor/inactive > auditor',
      '~ aion/account/a user:3 auditor > auditor/inactive',
    ]);
  });

  test('an unlisted inactive role counts as gone where revoking means deactivating', () => {
    const rows = { 1: [{ role: 'auditor', status: 'inactive' as const }] };
    const documents = [document(acc, {}, true)];
    expect(
      changesOf({ documents, live: [aionRoot('a', ['1'], rows, {}, { inactiveIsGone: true })] }),
    ).toEqual([]);
    expect(changesOf({ documents, live: [aionRoot('a', ['1'], rows)] })).toEqual([
      '- aion/account/a user:1 auditor/inactive',
    ]);
  });

  test('an ended entry takes nothing away that is inherited, and a wanted role is granted beside it', () => {
    const row = { role: 'auditor', keep: 'inherited' } as const;
    const live = [aionRoot('a', ['1', '2'], { 1: [row], 2: [row] })];
    const documents = [document(acc, { auditor: [{ who: '1', until: past }], billing_admin: ['2'] }, true)];
    expect(changesOf({ documents, live })).toEqual(['+ aion/account/a user:2 billing_admin']);
  });

  test('an ended entry on a role that cannot be revoked by API is blocked', () => {
    const live = [
      aionRoot('a', ['1'], {
        1: [
          { role: 'gpu', keep: 'resource-role' },
          { role: 'project_reader', keep: 'project-missing' },
        ],
      }),
    ];
    const { plan } = planOf({
      documents: [
        document(acc, { gpu: [{ who: '1', until: past }], project_reader: [{ who: '1', until: past }] }),
      ],
      live,
    });
    expect(plan.summary).toMatchObject({ revoke: 0, blocked: 2 });
  });

  test('a user whom the account does not list is blocked', () => {
    const live = [aionRoot('a', ['1'], {})];
    expect(planOf({ documents: [document(acc, { auditor: ['9'] })], live }).plan.summary).toMatchObject({
      grant: 0,
      blocked: 1,
    });
  });
});

describe('groups', () => {
  test('a group whose roles can be read is compared like a user and never pruned', () => {
    const live = [aionRoot('a', [], { 'group:g': ['auditor'], 'group:h': ['auditor'] })];
    const documents = [
      document(acc, { auditor: [{ who: 'group:h', until: past }], billing_admin: ['group:g'] }, true),
    ];
    const { plan } = planOf({ documents, live });
    expect(plan.changes.map(({ action, principal, verifiable }) => [action, principal, verifiable])).toEqual([
      ['grant', 'group:g', undefined],
      ['revoke', 'group:h', undefined],
    ]);
    expect(plan.unlisted.map(({ principal }) => principal)).toEqual(['group:g']);
  });

  test('a group whose roles cannot be read is granted each time and counts for nothing', () => {
    const live = [aionRoot('a', [], {}, {}, { unverifiable: ['group:g'] })];
    const { plan } = planOf({
      documents: [
        document(acc, { auditor: ['group:g'], billing_admin: [{ who: 'group:g', until: past }] }, true),
      ],
      live,
    });
    expect(plan.changes.map(({ action, verifiable }) => [action, verifiable])).toEqual([
      ['revoke', false],
      ['grant', false],
    ]);
    expect(plan.summary).toMatchObject({ grant: 0, revoke: 0, unverifiable: 2 });
  });

  test("an ended entry under a role's name takes nothing from a group that has the role by its id", () => {
    const live = [
      aionRoot('a', [], {}, {}, { unverifiable: ['group:g'], aliases: { auditor: ['The auditor'] } }),
    ];
    const documents = [
      document(acc, { auditor: ['group:g'], 'The auditor': [{ who: 'group:g', until: past }] }),
    ];
    expect(changesOf({ documents, live })).toEqual(['+ aion/account/a group:g auditor']);
  });
});

describe('what is blocked', () => {
  test('a declared change to a protected principal is blocked, a grant is not', () => {
    const live = [redoxRoot('1', { 1: 'owner', 2: 'owner' }, { dev: {} })];
    const protect = [{ scope: 'redox/**', principal: 'ada' }];
    const people = [person('ada', null, { redox: '1@' })];
    const documents = [document(org, { admin: ['1'], owner: ['2'] }), document(dev, { engineer: ['1'] })];
    expect(changesOf({ documents, live, people, guards: { protect } })).toEqual([
      '+ redox/environment/dev user:1 engineer',
      '~ redox/organization/1 user:1 owner > admin !this principal is protected by the settings',
    ]);
  });

  test('a role that requires 2FA is blocked for users without it, and its present holders are warned of', () => {
    const live = [redoxRoot('1', { 1: 'member', 2: 'owner', 3: 'member' }, {}, { without2fa: ['1', '2'] })];
    const { plan } = planOf({
      documents: [document(org, { owner: ['1', '2', '3'] })],
      live,
      require2fa: [{ scope: 'redox/organization/*', roles: ['owner'], level: 'error' }],
    });
    expect(plan.changes.map(({ principal, blocked }) => [principal, blocked !== null])).toEqual([
      ['user:1', true],
      ['user:3', false],
    ]);
    expect(plan.warnings.map(({ code }) => code)).toEqual(['without-2fa']);
  });

  test('changes in a cycle are blocked, and the changes beside them are not', () => {
    const live = [redoxRoot('1', { 1: 'owner', 2: 'admin', 3: 'member' })];
    const { plan } = planOf({
      documents: [document(org, { admin: ['1', '3'], owner: ['2'] })],
      live,
      guards: { minHolders: [{ scope: '**', role: 'admin', min: 1 }] },
    });
    expect(plan.changes.map(({ principal, blocked }) => [principal, blocked !== null])).toEqual([
      ['user:1', true],
      ['user:2', true],
      ['user:3', false],
    ]);
  });
});

function withRoles(root: ReturnType<typeof aionRoot>, roles: readonly string[]): ReturnType<typeof aionRoot> {
  const known = roles.map((role) => ({ role, roleId: `id-${role}`, aliases: [], blocked: null }));
  return { ...root, scopes: root.scopes.map((scope) => ({ ...scope, roles: known })) };
}
