import type { ReadClient } from '../../http/request.js';
import { isId, makeScope, type Scope, traitsOf } from '../../model/scope.js';
import { byCodeUnit } from '../../model/ordering.js';
import type { Discovery } from '../provider.js';
import { type AionContext, readRows } from './rows.js';
import { aionTraits } from './traits.js';
import { readUsers } from './users.js';
import { discoveryProblems } from '../trouble.js';

/** The projects of an account in which one of its users holds a role: no operation lists projects (B5). */
export async function discoverProjects(
  root: Scope,
  client: ReadClient,
  context: AionContext,
): Promise<Discovery> {
  const userList = await readUsers(root, client, context);
  const reads = await Promise.all(
    userList.rows.map(({ id }) => readRows({ kind: 'user', id }, root, client, context)),
  );
  const ids = new Set(
    reads.flatMap(({ rows }) =>
      rows.flatMap(({ projectId }) => (projectId !== null && isId(projectId) ? [projectId] : [])),
    ),
  );
  const traits = traitsOf(new Map([[aionTraits.name, aionTraits]]), {
    provider: root.provider,
    kind: 'project',
  });
  return {
    scopes: [...ids]
      .sort(byCodeUnit)
      .map((id) => ({ scope: makeScope(aionTraits, traits, id, root.id), name: null })),
    problems: discoveryProblems(root, [userList, ...reads]),
  };
}
