import type { ReadClient } from '../../http/request.js';
import { makeScope, type Scope, traitsOf } from '../../model/scope.js';
import { byKeys } from '../../model/ordering.js';
import { credentialOf } from '../connection.js';
import { readList } from '../list.js';
import type { Discovery } from '../provider.js';
import { discoveryProblems } from '../trouble.js';
import { environmentsPath, parseEnvironment } from './api.js';
import { redoxPage } from './pages.js';
import type { RedoxContext } from './read.js';
import { redoxTraits } from './traits.js';

/** The environments of an organization, as far as the API lists them (R7). */
export async function discoverEnvironments(
  root: Scope,
  client: ReadClient,
  { settings }: RedoxContext,
): Promise<Discovery> {
  const read = await readList(client, {
    path: environmentsPath(root.id),
    credential: credentialOf(settings, root),
    pageOf: (response, at) => redoxPage(response, at, { baseUrl: settings.url, key: 'environments' }),
    rowOf: parseEnvironment,
    identity: ({ id }) => `environment ${JSON.stringify(id)}`,
  });
  const traits = traitsOf(new Map([[redoxTraits.name, redoxTraits]]), {
    provider: root.provider,
    kind: 'environment',
  });
  return {
    scopes: read.rows
      .map(({ id, name }) => ({ scope: makeScope(redoxTraits, traits, id, root.id), name }))
      .sort(byKeys(({ scope }) => scope.address)),
    problems: discoveryProblems(root, [read]),
  };
}
