// A SCIM service that others wrote (scimmy), over what a test puts into it. Its packages have no types.
import { once } from 'node:events';
import express from 'express';
import { Resources } from 'scimmy';
import { SCIMMYRouters } from 'scimmy-routers';

export async function startScim({ users, groups, token }) {
  const stores = new Map([
    [Resources.User, new Map(users.map((user) => [user.id, user]))],
    [Resources.Group, new Map(groups.map((group) => [group.id, group]))],
  ]);
  for (const [resource, store] of stores) {
    Resources.declare(resource, {
      egress: ({ id }) => (id === undefined ? [...store.values()] : store.get(id)),
      ingress: ({ id }, data) => {
        store.set(id, { ...JSON.parse(JSON.stringify(data)), id });
        return store.get(id);
      },
      degress: ({ id }) => store.delete(id),
    });
  }
  const requests = [];
  const app = express();
  app.use((request, _response, next) => {
    requests.push(`${request.method} ${request.originalUrl}`);
    next();
  });
  const handler = (request) => {
    if (request.header('authorization') !== `Bearer ${token}`) throw new Error('no such token');
    return 'ops';
  };
  app.use('/scim/v2', new SCIMMYRouters({ type: 'bearer', handler }));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/scim/v2`,
    requests,
    membersOf: (id) => (stores.get(Resources.Group).get(id)?.members ?? []).map(({ value }) => value),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
