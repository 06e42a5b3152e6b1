import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConnector } from '../../../src/config/connector-file.js';
import { connectorModule } from '../../../src/providers/connector/module.js';
import { active, planned, user } from '../changes.js';
import { held, type Rig, rigFor, scopeOf, settingsFor, token } from '../rig.js';
import { type ScimServer, startScim } from './scim-server.mjs';

const { connector, diagnostics } = readConnector('scim.yaml', readFileSync('connectors/scim.yaml'));
if (connector === null) throw new Error(JSON.stringify(diagnostics));
const scim = connectorModule('scim', connector);
const root = scopeOf(scim, 'directory', 'main');
const everyone = { root, scopes: [root], named: [], everyone: true };
const ids = { admins: 'g1', readers: 'g2' };

let server: ScimServer;
let rig: Rig;
beforeEach(async () => {
  server = await startScim({
    users: [
      { id: 'u1', userName: 'ada@acme.test', displayName: 'Ada Lovelace' },
      { id: 'u2', userName: 'lin@acme.test' },
    ],
    groups: [
      { id: 'g1', displayName: 'admins', members: [{ value: 'u1' }, { value: 'u2' }] },
      { id: 'g2', displayName: 'readers' },
    ],
    token,
  });
  rig = rigFor(scim, settingsFor(scim, server.url));
});
afterEach(async () => {
  await rig.client.destroy();
  await server.close();
});

describe('the SCIM connector, against a service that others wrote', () => {
  it('asks what the service can do, lists groups without members, and reads each', async () => {
    const live = await rig.provider.read(everyone, rig.client.reading);
    expect(live.problems).toEqual([]);
    expect(held(live)).toEqual([
      'scim/directory/main user:u1 admins active',
      'scim/directory/main user:u2 admins active',
    ]);
    expect(server.requests).toEqual([
      'GET /scim/v2/ServiceProviderConfig',
      'GET /scim/v2/Users?count=100&startIndex=1',
      'GET /scim/v2/Groups?excludedAttributes=members&count=100&startIndex=1',
      'GET /scim/v2/Groups/g1',
      'GET /scim/v2/Groups/g2',
    ]);
  });

  it('changes members one by one, and leaves the others of a group', async () => {
    const live = await rig.provider.read(everyone, rig.client.reading);
    for (const change of [
      planned(root, user('u2'), null, active('readers'), ids),
      planned(root, user('u1'), active('admins'), null, ids),
    ]) {
      for (const step of rig.provider.writes(change, live)) {
        const answer = await rig.client.whileWriting(({ send }) => send(step.request));
        expect(rig.provider.refusal(step, answer)).toBeNull();
      }
    }
    expect([server.membersOf('g1'), server.membersOf('g2')]).toEqual([['u2'], ['u2']]);
  });
});
