import { expect, test } from 'vitest';
import { fileMatcher } from '../../src/config/file-tree.js';
import { loadConfig } from '../../src/config/load.js';
import { asciiLower } from '../../src/model/principal.js';
import { emailOf } from '../../src/providers/fields.js';
import { modules } from '../modules.js';
import { now } from './now.js';

/** They become k and i in `toLowerCase`. */
const KELVIN = '\u212A';
const DOTTED = '\u0130';

async function emailsIn(files: Readonly<Record<string, string>>) {
  const tree = {
    glob: async (globs: readonly string[]) => Object.keys(files).filter(fileMatcher(globs)),
    read: async (path: string) => (path in files ? new TextEncoder().encode(files[path]) : null),
  };
  const { desired, diagnostics } = await loadConfig({ tree, configFile: 'rolecall.yaml', modules, now });
  expect(diagnostics).toEqual([]);
  return desired.scopes.flatMap(({ assignments }) => assignments.map(({ principal }) => principal.value));
}

test('e-mails match without regard to the case of A to Z, and of no other letter', async () => {
  const found = await emailsIn({
    'rolecall.yaml': 'version: 1\npeople: people.yaml\nproviders: { redox: {} }\n',
    'people.yaml': `people:\n  a: { redox: MAKER@acme.test }\n  b: { redox: MA${KELVIN}ER@acme.test }\n`,
    'access/a.yaml': `organization: "1"\nroles:\n  owner: [a, b, ${DOTTED}DA@acme.test, IDA@acme.test]\n`,
  });
  expect(found).toEqual([
    'maker@acme.test',
    `ma${KELVIN}er@acme.test`,
    `${DOTTED}da@acme.test`,
    'ida@acme.test',
  ]);
});

test('what the systems give as an e-mail is compared in the same way', () => {
  expect(emailOf('MAKER@acme.test')).toBe('maker@acme.test');
  expect(emailOf(`MA${KELVIN}ER@acme.test`)).toBe(`ma${KELVIN}er@acme.test`);
  expect(emailOf('')).toBeNull();
  expect(asciiLower('ÄÖ ı AZ[`')).toBe('ÄÖ ı az[`');
});
