import type { Change } from '../../../src/model/change.js';
import type { DesiredAssignment } from '../../../src/model/desired.js';
import type { Plan } from '../../../src/model/plan.js';
import type { ReviewFacts } from '../../../src/report/pull-request/facts.js';
import { change, grant, ORGANIZATION, plan, planScope, revoke } from '../samples.js';

const BASE = 'b'.repeat(40);
const PROD = 'redox/environment/prod';
const BILLING = 'aion/project/orbit/billing';

export const FACTS: ReviewFacts = {
  config: 'rolecall.yaml',
  byMerging: true,
  blockedFails: true,
  alerts: [],
  authorGains: null,
  entryOf: () => null,
  linkOf: ({ file, line }) => `https://github.test/acme/access/blob/${'c'.repeat(40)}/${file}#L${line}`,
  guardRemedy: 'GUARDREMEDY.',
  whole: 'WHOLE',
  footer: 'FOOTER',
};

/** Facts that know an entry for each of these people, by label. */
export function withEntries(entries: Readonly<Record<string, Partial<DesiredAssignment>>>): ReviewFacts {
  return {
    ...FACTS,
    entryOf: ({ label, source }) => {
      const known = entries[label];
      if (known === undefined || source === null) return null;
      return {
        principal: { kind: 'user', by: 'email', value: label },
        label,
        role: 'member',
        status: 'active',
        via: null,
        from: null,
        until: null,
        leaves: null,
        person: null,
        reason: null,
        source,
        ...known,
      };
    },
  };
}

/** A change of role, by the files. */
export const SMALL: Plan = plan([change({ cause: 'files' })], { base: BASE });

const files = (more: Partial<Change>): Partial<Change> => ({ cause: 'files', ...more });

/** What a busy week brings: two systems, drift, something blocked, something kept. */
export const MEDIUM: Plan = plan(
  [
    change(files({})),
    change(
      files({
        label: 'alan@acme.test',
        principal: 'user:7',
        from: { role: 'owner', status: 'active' },
        to: { role: 'member', status: 'active' },
        source: { file: 'access/acme.yaml', line: 12, column: 7 },
      }),
    ),
    ...[10, 2, 1].map((index) =>
      grant(
        files({
          scope: PROD,
          label: `p${index}@acme.test`,
          principal: `user:p${index}`,
          to: { role: 'engineer', status: 'active' },
          source: { file: 'access/acme.yaml', line: 30 + index, column: 7 },
        }),
      ),
    ),
    revoke(
      files({
        scope: PROD,
        label: 'grace@acme.test',
        principal: 'user:8',
        from: { role: 'support', status: 'active' },
      }),
    ),
    grant(files({ scope: BILLING, to: { role: 'project_reader', status: 'inactive' } })),
    revoke({
      cause: 'drift',
      scope: BILLING,
      label: 'eve',
      principal: 'user:eve',
      from: { role: 'project_reader', status: 'active' },
    }),
    grant(
      files({
        scope: PROD,
        label: 'zoe@acme.test',
        principal: 'user:zoe@acme.test',
        to: { role: 'enginer', status: 'active' },
        blocked: 'no role "enginer" here: did you mean "engineer"?',
      }),
    ),
  ],
  {
    base: BASE,
    scopes: [
      planScope(ORGANIZATION, { name: 'Acme Health', diff: '-  member: ada\n+  admin: ada\n' }),
      planScope(PROD, { name: 'Production' }),
      planScope(BILLING, { name: 'Billing' }),
    ],
    unlisted: [
      {
        scope: PROD,
        principal: 'user:9',
        label: 'lin@acme.test',
        role: 'support',
        status: 'active',
        removed: true,
      },
      { scope: PROD, principal: 'user:10', label: 'old@acme.test', role: 'support', status: 'active' },
    ],
    warnings: [{ code: 'term-ends-soon', message: 'the term of alan ends in 3 days', source: null }],
    later: [
      {
        at: '2027-01-01T00:00:00Z',
        scope: ORGANIZATION,
        principal: 'user:3',
        label: 'lin@acme.test',
        from: null,
        to: { role: 'owner', status: 'active' },
        risk: 'high',
      },
    ],
  },
);

/** Three thousand changes over a hundred environments, some of high risk. */
export function large(risky: number, others: number): Plan {
  const changes = [
    ...Array.from({ length: risky }, (_, index) =>
      change(files({ principal: `user:r${index}`, label: `risky-${index}@acme.test` })),
    ),
    ...Array.from({ length: others }, (_, index) =>
      grant(
        files({
          scope: `redox/environment/e${index % 100}`,
          principal: `user:n${Math.floor(index / 100)}`,
          label: `normal-${Math.floor(index / 100)}@acme.test`,
          to: { role: 'billing', status: 'active' },
        }),
      ),
    ),
  ];
  const environments = Array.from({ length: 100 }, (_, index) =>
    planScope(`redox/environment/e${index}`, { name: `Environment ${index}` }),
  );
  return plan(changes, {
    base: BASE,
    scopes: [planScope(ORGANIZATION, { name: 'Acme Health' }), ...environments],
  });
}
