import { expect, test } from 'vitest';
import { variablesOf } from '../../src/model/settings.js';

const [id, key, secret] = [{ env: 'CLIENT_ID' }, { env: 'KEY_ID' }, { env: 'SECRET' }];

test.each([
  [{ method: 'bearer', token: secret }, ['SECRET']],
  [{ method: 'header', token: secret }, ['SECRET']],
  [{ method: 'client-credentials', clientId: id, clientSecret: secret }, ['CLIENT_ID', 'SECRET']],
  [
    { method: 'private-key-jwt', clientId: id, keyId: key, privateKey: secret },
    ['CLIENT_ID', 'KEY_ID', 'SECRET'],
  ],
] as const)('every variable that a credential is read from is named: %j', (credential, names) => {
  expect(variablesOf(credential)).toEqual(names);
});
