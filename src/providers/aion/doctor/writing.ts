import type { WriteProbing } from '../../write-probing.js';

/** What only writing tells about the Aion API (C19, C20). The API flags no scope, so that none is refused. */
export const aionWriting: WriteProbing = {
  needs: [{ name: 'revoke', value: 'delete', otherwise: 'a revoke leaves an inactive role behind' }],
  lastResort: { revoke: 'deactivate' },
  settles: [
    { id: 'role-change', name: 'roleChange', values: ['put', 'grant-then-revoke'], steps: ['change'] },
  ],
  facts: [
    {
      id: 'write-project',
      kind: 'project',
      steps: ['change', 'revoke'],
      words: 'projectId in query and body of a PUT, and in the query of a DELETE',
    },
  ],
};
