import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { type ExchangeCheck, openApiDocuments, readExchangeCheck } from '../openapi/exchange-check.js';
import { startValidatingProxy, type ValidatingProxy } from '../openapi/proxy.js';
import { makeWorld } from './world.js';

let check: ExchangeCheck;
beforeAll(async () => {
  check = await readExchangeCheck(openApiDocuments);
});

const access = `
organization: "1024"
prune: true
roles:
  owner: [ada@acme.test, grace@acme.test, breakglass@acme.test, ops@acme.test]
  admin: [alan@acme.test, margaret@acme.test]
  member: [katherine@acme.test, linus@contractor.test, mallory@acme.test]
---
environment: 7f0c2d6e-1111-4222-8333-944455556666
organization: "1024"
prune: true
roles:
  engineer: [alan@acme.test, ops@acme.test, katherine@acme.test]
---
account: orbit
prune: true
roles:
  account_admin: [ada.lovelace, grace.hopper]
  billing_admin: [grace.hopper]
---
project: apollo
account: orbit
prune: true
roles:
  project_admin: [lin]
  project_reader:
    - group:data-science
    - { user: alan.turing, status: inactive }
    - margaret.hamilton
`;

test('no request and no answer of a plan and its apply violates the description of the APIs', async () => {
  let proxy: ValidatingProxy | undefined;
  const { rolecall, sandbox } = await makeWorld({
    files: {
      'rolecall.yaml': 'version: 1\nguards: { maxRevokes: { count: 50, percent: 100 } }',
      'access/all.yaml': access,
    },
    through: async ({ url }) => {
      const started = await startValidatingProxy({ target: url, documents: check });
      onTestFinished(() => started.close());
      proxy = started;
      return started.url;
    },
  });
  const planned = await rolecall('plan');
  expect(planned.stdout.trimEnd().split('\n').at(-1)).toMatch(/^Plan: .*to grant, .*to change, .*to revoke/u);
  expect(sandbox.requests.every(({ method, path }) => method === 'GET' || path.endsWith('/token'))).toBe(
    true,
  );

  const applied = await rolecall('apply', '--yes');
  expect(applied).toMatchObject({ code: 0 });
  const sent = new Set(sandbox.requests.map(({ method, path }) => `${method} ${path.split('/')[1] ?? ''}`));
  expect([...sent].sort()).toEqual([
    'DELETE api',
    'DELETE platform',
    'GET api',
    'GET platform',
    'POST api',
    'POST platform',
    'POST v2',
    'PUT api',
    'PUT platform',
  ]);
  expect(proxy?.violations).toEqual([]);
  expect(proxy?.checked()).toBeGreaterThan(30);
  expect((await rolecall('plan')).stdout).toMatch(/No changes\. Live state matches the files\./u);
});
