import { type ScimRun, type ScimRunOptions, scimRun } from '../../providers/connector/scim/run.js';

const users = [
  { id: 'u1', userName: 'Ada@acme.test', displayName: 'Ada Lovelace' },
  { id: 'u2', userName: 'lin@acme.test' },
  {
    id: 'u3',
    userName: 'grace',
    emails: [{ value: 'g@home.test' }, { value: 'grace@acme.test', primary: true }],
  },
  { id: 'u4', userName: 'left@acme.test', active: false },
];

/** Groups whose names and ids have all that may stand in one, and one that has another as its member. */
export const groups = {
  g1: { displayName: 'admins', members: [{ value: 'u1' }, { value: 'u3' }, { value: 'u4' }] },
  g2: {
    displayName: 'may "read" / x',
    members: [
      { value: 'u2', type: 'User' },
      { value: 'g1', type: 'Group' },
    ],
  },
  'g/3 "x"': { displayName: "nobody's" },
};

/** Files that give one role, keep one, and take one away. */
export const files = {
  'access/directory.yaml': `directory: main
prune: true
roles:
  admins: [ada@acme.test, grace@acme.test]
  'may "read" / x': [lin@acme.test]
  "nobody's": [grace@acme.test]
`,
};

/** Members, after those files were applied. */
export const applied = { g1: ['u1', 'u3'], g2: ['u2', 'g1'], 'g/3 "x"': ['u3'] };

/** Runs against a service that has ways of its own. Time passes when somebody waits for it. */
export async function acmeDirectory(options: Partial<ScimRunOptions> = {}): Promise<ScimRun> {
  let elapsed = 0;
  const runtime = {
    monotonic: () => elapsed,
    sleep: async (ms: number) => {
      elapsed += ms;
      await Promise.resolve();
    },
  };
  return await scimRun({ users, groups: structuredClone(groups), files, runtime, ...options });
}
