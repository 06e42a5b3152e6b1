import { credentialName, type Probe, type ProviderDoctor } from '../../../src/index.js';

/** Whether lists of members say how many there are: without a total nobody could tell a short one from a cut one. */
const totals: Probe = {
  id: 'totals',
  option: null, // or what it settles, such as `options.region`
  assumes: null,
  when: 'after', // of the reads: `seen` has their answers
  run: async ({ seen }) => {
    const lists = seen.filter(({ status, path }) => status === 200 && path.includes('/members'));
    const silent = lists.filter(({ body }) => !statesTotal(body)).length;
    if (lists.length === 0) return [];
    return silent === 0
      ? [{ state: 'ok', evidence: `${lists.length} lists state their total` }]
      : [
          {
            state: 'needs-data',
            evidence: `${silent} of ${lists.length} lists state no total`,
            remedy: 'Update Forge to 2.1 or later.',
          },
        ];
  },
};

function statesTotal(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'total' in body;
}

const login = { types: ['string'], means: 'id' } as const;
const email = { types: ['string'], means: 'email' } as const;
const role = { types: ['string'], means: 'role' } as const;

/** What is known about finding out how Forge behaves. */
export const forgeDoctor: ProviderDoctor = {
  read: (root, settings) => ({
    path: `/orgs/${encodeURIComponent(root.id)}/members`,
    credential: credentialName(settings, root),
  }),
  probes: [totals],
  authority: [
    { kind: 'organization', may: 'write', roles: ['owner'], source: 'Forge manual, chapter 4' },
    { kind: 'team', may: 'write', roles: ['owner'], source: 'Forge manual, chapter 4' },
  ],
  answers: [
    {
      name: 'members of an organization or team',
      source: 'Forge manual, chapter 3',
      paths: ['/orgs/{}/members', '/orgs/{}/teams/{}/members'],
      body: {
        fields: {
          items: { list: { fields: { login, email, role } } },
          total: { types: ['number'], means: 'count' },
          next: { types: ['string', 'null'], means: 'link' },
        },
      },
    },
  ],
  recordable: { words: ['owner', 'maintainer', 'member'], pathWords: ['from'], headers: [] },
};
