import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readConnector } from '../../src/config/connector-file.js';
import type { RecordedProvider } from '../../src/generated/recording.js';
import { connectorModule } from '../../src/providers/connector/module.js';
import { Recorder } from '../../src/recording/recorder.js';
import { settingsFor } from '../providers/rig.js';

const folders = ['connectors', 'examples/connectors/connectors', 'test/providers/connector'];
const files = folders.flatMap((folder) =>
  readdirSync(fileURLToPath(new URL(`../../${folder}`, import.meta.url)))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`),
);

/** The connector that a recording brings along. */
async function broughtAlong(text: string): Promise<RecordedProvider['connector']> {
  const { connector, diagnostics } = readConnector('own.yaml', new TextEncoder().encode(text));
  if (connector === null) throw new Error(JSON.stringify(diagnostics));
  const module = connectorModule('own', connector);
  const recorder = new Recorder();
  recorder.watch({
    module,
    moduleName: 'connector',
    connector,
    settings: settingsFor(module, 'https://api.acme.test'),
    doctor: (await module.doctor?.()) ?? null,
    roots: [],
    isUsable: () => true,
  });
  const recorded = recorder.finish(Buffer.from('key'), []);
  const { log } = JSON.parse(recorded.text ?? '') as {
    log: { _rolecall: { providers: RecordedProvider[] } };
  };
  const { _rolecall: run } = log;
  return run.providers[0]?.connector;
}

test.each(files)('what a recording brings along of %s is a connector without errors', async (file) => {
  const text = readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');
  const own = await broughtAlong(text);
  const read = readConnector('r.har', new TextEncoder().encode(JSON.stringify(own)));
  expect(read.diagnostics).toEqual([]);
});

test('of a connector whose grant sends all roles of a person, too', async () => {
  const own = await broughtAlong(`connector: 1
title: Crew
paging: { by: whole }
people: { list: { get: /users, id: id, emails: { at: mails, value: mail, primary: main } } }
requires: [{ get: /config, that: { at: open, is: true }, else: it is closed, optional: true }]
kinds:
  org:
    description: An id.
    exclusive: true
    plural: people of Acme
    roles: [{ id: owner }, { id: member }]
    assignments: [{ get: "/orgs/{org}/members", person: who, roles: roles, role: id }]
    grant: { put: "/orgs/{org}/members/{person}", body: { roles: "{roles}" } }
    revoke: { put: "/orgs/{org}/members/{person}", body: { roles: "{roles}" } }
`);
  const read = readConnector('r.har', new TextEncoder().encode(JSON.stringify(own)));
  expect(read.diagnostics).toEqual([]);
  expect(own).toMatchObject({
    requires: [{ optional: true }],
    people: { list: { emails: { at: 'mails', value: 'mail', primary: 'main' } } },
    kinds: { org: { plural: 'redacted', assignments: [{ roles: 'roles', role: 'id' }] } },
  });
});

test('of a connector with requests for the first and the last role, one role for all rows, roles in one text and ranks, too', async () => {
  const own = await broughtAlong(`connector: 1
title: Crew
paging: { by: whole }
kinds:
  org:
    description: An id.
    roles: [{ id: owner }, { id: member }]
    assignments:
      - { get: "/orgs/{org}/owners", person: who, as: owner }
      - { get: "/orgs/{org}/members", person: who, roles: roles, separator: ", " }
    grant: { put: "/orgs/{org}/roles/{role}/members/{person}" }
    grantFirst: { post: "/orgs/{org}/secret-door", body: { who: "{person}", role: "{role}" } }
    revoke: { delete: "/orgs/{org}/roles/{role}/members/{person}" }
    revokeLast: { delete: "/orgs/{org}/secret-door/{person}" }
  team:
    description: An id.
    ordered: true
    roles: { get: "/orgs/{org}/teams/{team}/roles", id: id, rank: level }
    assignments: [{ get: "/orgs/{org}/teams/{team}/members", person: who, role: role }]
    revoke: { delete: "/orgs/{org}/teams/{team}/members/{person}/{role}" }
`);
  const read = readConnector('r.har', new TextEncoder().encode(JSON.stringify(own)));
  expect(read.diagnostics).toEqual([]);
  expect(own).toMatchObject({
    kinds: {
      org: { assignments: [{ as: 'owner' }, { roles: 'roles', separator: ', ' }] },
      team: { roles: { rank: 'level' } },
    },
  });
  expect(JSON.stringify(own)).not.toContain('secret-door');
});
