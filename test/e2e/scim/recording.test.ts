import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { acmeDirectory } from './acme.js';

test('a recording of a SCIM service comes to the same verdicts, and tells nobody', async () => {
  const { rolecall, folder } = await acmeDirectory({ runtime: { now: Date.now } });
  const doctor = await rolecall('doctor', '--record', 'scim.har');
  expect(doctor.stdout).toContain('Ready to plan: yes.');
  const replayed = await rolecall('doctor', '--replay', 'scim.har');
  expect(replayed).toMatchObject({ code: 0, stdout: expect.stringContaining('Ready to plan: yes.') });
  const text = readFileSync(join(folder, 'scim.har'), 'utf8');
  for (const live of ['acme.test', 'home.test', 'Lovelace', 'grace', 'admins'])
    expect(text).not.toContain(live);
});
