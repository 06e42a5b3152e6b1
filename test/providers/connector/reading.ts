import { onTestFinished } from 'vitest';
import { readConnector } from '../../../src/config/connector-file.js';
import type { RootRequest } from '../../../src/providers/provider.js';
import { connectorModule } from '../../../src/providers/connector/module.js';
import { held, type Reply, rigFor, scopeOf, serve, settingsFor } from '../rig.js';

export const ROWS = [
  { id: 'ada', role: 'owner' },
  { id: 'lin', role: 'member' },
];

/** What is read of an organization by a connector with this paging, from a server that answers as `reply` says. */
export async function read(
  paging: string,
  reply: (path: string) => Reply,
  more = '',
  edit = (text: string) => text,
  wanted: Partial<RootRequest> = {},
) {
  const text = `connector: 1
title: Test
paging: ${paging}
kinds:
  org:
    description: An id.
    roles: [{ id: owner }, { id: member }]
    assignments:
      - { get: "/orgs/{org}/members", person: id, role: role ${more} }
    grant: { put: "/orgs/{org}/members/{person}", body: { role: "{role}" } }
    revoke: { delete: "/orgs/{org}/members/{person}/{role}" }
`;
  const file = readConnector('test.yaml', new TextEncoder().encode(edit(text)));
  if (file.connector === null) throw new Error(JSON.stringify(file.diagnostics));
  const module = connectorModule('test', file.connector);
  const asked: string[] = [];
  const server = await serve((path) => {
    asked.push(path);
    return reply(path);
  });
  const rig = rigFor(module, settingsFor(module, `${server.url}/api`));
  onTestFinished(server.close);
  onTestFinished(rig.client.destroy);
  const root = scopeOf(module, 'org', 'acme');
  const live = await rig.provider.read(
    { root, scopes: [root], named: [], everyone: true, ...wanted },
    rig.client.reading,
  );
  return {
    asked,
    held: held(live),
    complete: live.scopes[0]?.complete,
    problems: live.problems,
    namedOnly: live.namedOnly,
    wholePrincipals: live.wholePrincipals,
    roles: live.scopes[0]?.roles.map(({ role, roleId, aliases }) => [role, roleId, ...aliases].join(' ')),
    url: server.url,
  };
}
