import type {
  AccessReview,
  ReviewedPerson,
  ReviewedRole,
  Standing,
} from '../../../src/planning/access-review/review.js';

const FIRST = [
  'Ada',
  'Grace',
  'Alan',
  'Margaret',
  'Katherine',
  'Linus',
  'Barbara',
  'Edsger',
  'Radia',
  'Donald',
];
const LAST = [
  'Lovelace',
  'Hopper',
  'Turing',
  'Hamilton',
  'Johnson',
  'Liskov',
  'Perlman',
  'Knuth',
  'Lamarr',
  'Noether',
];
const ROLES = [
  'member',
  'engineer',
  'support',
  'project_reader',
  'billing_admin',
  'owner',
  'admin',
  'ml_engineer',
];

/** Numbers that look random and are the same in every run (Lehmer). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A review of a size, with a bit of everything in it. */
export function sampleReview(peopleCount: number, scopeCount: number): AccessReview {
  const next = numbers(42);
  const scopes = Array.from({ length: scopeCount }, (_, index) => {
    const root = `redox/organization/${1024 + Math.floor(index / 10)}`;
    const isRoot = index % 10 === 0;
    return {
      scope: isRoot ? root : `redox/environment/7f0c2d6e-${1000 + index}-4222-8333-944455556666`,
      name: isRoot
        ? `Acme Health ${index / 10 + 1}`
        : `Acme ${['Production', 'Staging', 'Development'][index % 3]} ${index}`,
      root,
      complete: true,
      confirmed: index % 2 === 0,
    };
  });
  const people = Array.from({ length: peopleCount }, (_, index): ReviewedPerson => {
    const first = FIRST[index % FIRST.length] ?? '';
    const last = LAST[Math.floor(index / FIRST.length) % LAST.length] ?? '';
    const label = `${first}.${last}${index}@acme.test`.toLowerCase();
    const held = scopes.filter(() => next(100) < (peopleCount > 100 ? 12 : 45));
    const roles = held.flatMap(({ scope }): readonly ReviewedRole[] => {
      const one = roleIn(scope, next);
      return next(100) < 12 ? [one, { ...roleIn(scope, next), role: 'project_reader' }] : [one];
    });
    const stale = next(100) < 6;
    return {
      kind: 'user',
      label,
      name: `${first} ${last}`,
      person: index % 3 === 0 ? `${first}${index}`.toLowerCase() : null,
      principals: [`redox/organization/1024 user:${3300 + index}`],
      lastLogin:
        next(100) < 8
          ? null
          : `2026-${stale ? '03' : '11'}-${String(1 + next(20)).padStart(2, '0')}T08:00:00Z`,
      twoFactor: next(100) < 5 ? false : next(100) < 90 ? true : null,
      stale,
      leaves: next(100) < 3 ? '2026-12-31' : null,
      roles,
    };
  });
  const roles = people.flatMap((person) => person.roles);
  return {
    formatVersion: 1,
    now: '2026-11-22T09:00:00Z',
    evidence: {
      ranBy: 'grace',
      credentials: [{ provider: 'redox', self: 'ops@acme.test', variables: ['REDOX_PRIVATE_KEY'] }],
      files: [{ file: 'rolecall.yaml', sha256: 'ab'.repeat(32) }],
      digest: `sha256:${'7f0c2d6e'.repeat(8)}`,
      commit: '3f2a1bc0'.repeat(5),
      uncommitted: false,
      version: '0.1.0',
      inactiveDays: 90,
      narrowing: [],
      notListed: ['Aion lists no IAM <groups>'],
    },
    summary: {
      people: people.length,
      scopes: scopes.length,
      roles: roles.length,
      highRisk: roles.filter(({ risk }) => risk === 'high').length,
      unlisted: roles.filter(({ standing }) => standing === 'unlisted').length,
      drift: roles.filter(({ standing }) => standing === 'drift' || standing === 'missing').length,
      endingSoon: roles.filter(({ endsSoon }) => endsSoon).length,
      stale: people.filter(({ stale }) => stale).length,
      withoutTwoFactor: people.filter(({ twoFactor }) => twoFactor === false).length,
      findings: 3,
    },
    scopes,
    people,
    findings: [
      {
        severity: 'error',
        code: 'separation',
        message:
          'ada would hold project_admin and billing_admin in aion/account/orbit, which "no-self-approval" keeps apart',
        source: { file: 'access/orbit.yaml', line: 12, column: 7 },
      },
      {
        severity: 'warning',
        code: 'without-2fa',
        message: 'linus@contractor.test has admin in redox/organization/1024 and has not verified 2FA',
        source: { file: 'access/acme.yaml', line: 8, column: 7 },
      },
      {
        severity: 'warning',
        code: 'name-differs',
        message: 'redox/organization/1024 is named "Acme Health" in the API, "Acme" in the file',
        source: null,
      },
    ],
  };
}

function roleIn(scope: string, next: (below: number) => number): ReviewedRole {
  const role = ROLES[next(100) < 80 ? next(4) : next(ROLES.length)] ?? 'member';
  const chance = next(100);
  const standing: Standing =
    chance < 88
      ? 'listed'
      : chance < 94
        ? 'unlisted'
        : chance < 96
          ? 'drift'
          : chance < 98
            ? 'missing'
            : 'system';
  const temporary = standing === 'listed' && next(100) < 6;
  return {
    scope,
    role,
    status: next(100) < 3 ? 'inactive' : 'active',
    risk: /admin|owner/u.test(role) ? 'high' : 'normal',
    standing,
    via: next(100) < 20 ? 'team:platform' : null,
    from: null,
    until: temporary ? '2026-12-01' : null,
    endsSoon: temporary,
    reason: temporary ? 'INC-4211' : null,
    source: standing === 'unlisted' ? null : { file: 'access/acme.yaml', line: 1 + next(200), column: 7 },
  };
}
