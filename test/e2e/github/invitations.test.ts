import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acme, acmeRuns, lastLine, noChanges, organizationFile } from './acme.js';

const run = acmeRuns();
const files = { 'access/organization.yaml': organizationFile('grace, lin, mallory') };

describe('an invitation', () => {
  test.each(['billing_manager', 'admin', 'direct_member'])(
    'of somebody who is a member already changes nothing: %s',
    async (role) => {
      const { rolecall } = await run(files, {
        organizations: { acme: { ...acme, invited: { lin: role } } },
      });
      expect(lastLine((await rolecall('plan')).stdout)).toBe(noChanges);
    },
  );

  test.each(['billing_manager', 'hiring_manager'])(
    'to what is no membership is left alone: %s',
    async (role) => {
      const { rolecall, folder } = await run(
        {},
        {
          organizations: { acme: { ...acme, invited: { bill: role } } },
        },
      );
      expect((await rolecall('import', '--scope', 'github/organization/acme')).code).toBe(0);
      expect(readFileSync(join(folder, 'access/github/acme.yaml'), 'utf8')).not.toContain('bill');
    },
  );

  test('to come back counts as one to be a member: it is not sent again, and ends as the files say', async () => {
    const organizations = { acme: { ...acme, invited: { alan: 'reinstate' } } };
    const { rolecall, written, write } = await run(
      { 'access/organization.yaml': organizationFile('grace, lin, mallory, alan') },
      { organizations },
    );
    expect(lastLine((await rolecall('plan')).stdout)).toBe(noChanges);
    write('access/organization.yaml', organizationFile('grace, lin, mallory'));
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual(['DELETE /orgs/acme/memberships/alan']);
  });

  test('by e-mail alone is not taken for anybody, and stays', async () => {
    const organizations = { acme: { ...acme, invited: { 'zed@acme.test': 'admin' } } };
    const { rolecall, written } = await run(files, { organizations });
    expect((await rolecall('apply', '--yes')).code).toBe(0);
    expect(written()).toEqual([]);
  });
});
