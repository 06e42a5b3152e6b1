import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initCommand } from '../../../src/commands/init/init.js';
import { contextIn } from '../context.js';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rolecall-init-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const init = (...connectors: readonly string[]) =>
  initCommand({ dir, roots: new Map(), connectors, sandbox: false }, contextIn(dir));

describe('init with a connector', () => {
  it('starts with one that ships with rolecall, and its files have no finding', async () => {
    const { result } = await init('github');
    expect(result.variables).toEqual(['ROLECALL_GITHUB_TOKEN']);
    expect(result.addresses).toEqual(['github/organization/ID']);
    const { diagnostics, settings } = await contextIn(dir).workspace.head();
    expect(diagnostics.map(({ code }) => code)).toEqual(['access-none']);
    expect([...(settings?.providers.keys() ?? [])]).toEqual(['github']);
    expect(readFileSync(join(dir, '.github/workflows/rolecall-plan.yml'), 'utf8')).toContain(
      'ROLECALL_GITHUB_TOKEN: ${{ secrets.ROLECALL_GITHUB_TOKEN }}',
    );
  });

  it('says of each of several what to import first', async () => {
    const { result } = await init('github', 'scim');
    expect(result.addresses).toEqual(['github/organization/ID', 'scim/directory/ID']);
  });

  it('starts with one that states no guards and no URL', async () => {
    await init('scim');
    const { diagnostics } = await contextIn(dir).workspace.head();
    expect(diagnostics.map(({ code }) => code)).toEqual(['access-none']);
  });

  it('starts with a file of the folder, named for it', async () => {
    mkdirSync(join(dir, 'connectors'));
    copyFileSync('examples/connectors/connectors/grafana.yaml', join(dir, 'connectors/grafana.yaml'));
    await init('connectors/grafana.yaml');
    const { diagnostics, settings } = await contextIn(dir).workspace.head();
    expect(diagnostics.map(({ code }) => code)).toEqual(['access-none']);
    expect([...(settings?.providers.keys() ?? [])]).toEqual(['grafana']);
    expect(settings?.guards.minHolders).toEqual([{ scope: 'grafana/organization/*', role: 'Admin', min: 1 }]);
  });

  it.each([
    ['guthub', 'there is no connector "guthub"', 'Did you mean "github"?'],
    [
      'connectors/lost.yaml',
      'there is no connector "connectors/lost.yaml"',
      'github and scim come with rolecall.',
    ],
    ['../elsewhere.yaml', 'cannot be used', 'Copy it into the folder of rolecall.yaml'],
  ])('says why %s is none, and what to do', async (connector, message, hint) => {
    await expect(init(connector)).rejects.toMatchObject({
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    });
  });
});
