import { expect, test } from 'vitest';
import { variablesOf } from '../../src/model/settings.js';

const tokenUrl = 'https://acme.test/token';
const [id, key, secret] = [{ env: 'CLIENT_ID' }, { env: 'KEY_ID' }, { env: 'SECRET' }];

test.each([
  [{ method: 'bearer', token: secret }, ['SECRET']],
  [{ method: 'header', name: 'x-api-key', token: secret }, ['SECRET']],
  [{ method: 'header', name: 'x-api-key', token: secret, headers: { 'x-key': key } }, ['SECRET', 'KEY_ID']],
  [
    { method: 'client-credentials', tokenUrl, audience: null, clientId: id, clientSecret: secret },
    ['CLIENT_ID', 'SECRET'],
  ],
  [
    { method: 'private-key-jwt', tokenUrl, clientId: id, keyId: key, privateKey: secret },
    ['CLIENT_ID', 'KEY_ID', 'SECRET'],
  ],
] as const)('every variable that a credential is read from is named: %j', (credential, names) => {
  expect(variablesOf(credential)).toEqual(names);
});
