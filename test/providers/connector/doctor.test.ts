import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConnector } from '../../../src/config/connector-file.js';
import type { Connector } from '../../../src/providers/connector/connector.js';
import { connectorModule } from '../../../src/providers/connector/module.js';
import type { ProviderDoctor, SeenAnswer } from '../../../src/providers/doctor.js';
import { scopeOf, settingsFor } from '../rig.js';

function connectorIn(path: string): Connector {
  const { connector, diagnostics } = readConnector(path, readFileSync(path));
  if (connector === null) throw new Error(JSON.stringify(diagnostics));
  return connector;
}

const github = connectorIn('connectors/github.yaml');
const scim = connectorIn('connectors/scim.yaml');

async function doctorOf(connector: Connector): Promise<ProviderDoctor> {
  const doctor = await connectorModule('idp', connector).doctor?.();
  if (doctor === undefined) throw new Error('a connector has a doctor');
  return doctor;
}

async function found(connector: Connector, id: string, seen: readonly Partial<SeenAnswer>[]) {
  const { probes } = await doctorOf(connector);
  const findings = await probes
    .find((probe) => probe.id === id)
    ?.run({
      settings: settingsFor(connectorModule('idp', connector), 'https://idp.acme.test'),
      roots: [],
      live: new Map(),
      ask: () => Promise.reject(new Error('nothing is asked')),
      seen: seen.map((answer) => ({
        base: 'default',
        path: '/',
        invalidCredential: false,
        status: 200,
        headers: {},
        body: null,
        ...answer,
      })),
    });
  return findings?.map(({ state, evidence }) => `${state}: ${evidence}`);
}

describe('a connector looked at by a doctor', () => {
  test('is read by the first page of a list that names the root, or of any other where none does', async () => {
    const pathOf = async (connector: Connector, kind: string): Promise<string> => {
      const module = connectorModule('idp', connector);
      const settings = settingsFor(module, 'https://idp.acme.test');
      return (await doctorOf(connector)).read(scopeOf(module, kind, 'a b'), settings).path;
    };
    expect(await pathOf(github, 'organization')).toBe('/orgs/a%20b/members?per_page=100');
    expect(await pathOf(scim, 'directory')).toBe('/Users?count=100&startIndex=1');
  });

  test('looks at the body alone where the total or the next page stands in a header', async () => {
    const isError = async (paging: NonNullable<Connector['paging']>, body: unknown) =>
      (await doctorOf({ ...github, paging })).isError?.(body);
    const byTotal = { by: 'page', parameter: 'page', total: { header: 'X-Total-Count' } } as const;
    const byCursor = { by: 'cursor', parameter: 'after', next: { header: 'X-Next' } } as const;
    expect([await isError(byTotal, [{ id: 1 }]), await isError(byCursor, [{ id: 1 }])]).toEqual([
      false,
      false,
    ]);
    expect(await isError(byTotal, { message: 'no' })).toBe(true);
  });

  test('says where rows have what the file takes from them, and where they have not', async () => {
    const Resources = [{ id: 'u1', userName: 'ada@acme.test' }, { id: 'u2' }];
    expect(
      await found(scim, 'described-fields', [
        { path: '/Users?count=100', body: { Resources } },
        { path: '/Users?count=100', body: { Resources }, invalidCredential: true },
        { path: '/Users/u1', body: { Resources: [{ id: 'u3', displayName: 'Lin' }] } },
      ]),
    ).toEqual([
      'ok: people: id and userName stand in 2 rows',
      'needs-data: people: nothing stands at displayName in 2 rows',
    ]);
  });

  test('says nothing of lists that nobody saw', async () => {
    expect(await found(scim, 'described-fields', [{ path: '/Users', status: 403, body: {} }])).toEqual([]);
  });

  test('tells what its file leaves open as assumed', async () => {
    expect(await found(scim, 'gaps', [])).toContain(
      'assumed: directory: nothing tells inherited roles from direct ones',
    );
  });
});

test('the answers to lists are documented as the file describes them', async () => {
  const { answers } = await doctorOf(scim);
  expect(answers.map(({ name, paths }) => `${name} ${paths.join(' ')}`)).toEqual([
    'people /Users',
    'roles of a directory /Groups',
    'holders of roles in a directory /Groups/{}',
    'what the connector requires /ServiceProviderConfig',
  ]);
  expect(answers[0]?.body).toEqual({
    fields: {
      Resources: {
        list: {
          fields: {
            id: { types: ['string', 'number'], means: 'id' },
            userName: { types: ['string', 'null'], means: 'email' },
            displayName: { types: ['string', 'null'], means: 'name' },
            emails: expect.objectContaining({ list: expect.anything() }),
          },
          optional: ['userName', 'displayName', 'emails'],
        },
      },
      totalResults: { types: ['number', 'string', 'null'], means: 'count' },
    },
    optional: ['Resources', 'totalResults'],
  });
  expect(answers[2]?.body).toMatchObject({ optional: expect.arrayContaining(['members']) });
});

test('a recording may show what the file says, and no id', async () => {
  const { recordable } = await doctorOf(github);
  expect(recordable.words).toEqual(
    expect.arrayContaining(['member', 'admin', 'maintainer', 'direct_member']),
  );
  expect(recordable.pathWords.toSorted()).toEqual([
    'admin',
    'invitations',
    'members',
    'memberships',
    'orgs',
    'page',
    'per_page',
    'role',
    'teams',
  ]);
});
