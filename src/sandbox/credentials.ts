import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { AionClient } from './aion-token.js';
import type { RedoxClient } from './redox-token.js';
import type { AionSeed, AionTokenSeed, RedoxClientSeed, RedoxSeed } from './seed-format.js';
import { type Caller, randomSecret, type TokenStore } from './tokens.js';

/** The credentials of one API, and the environment variables that announce them. */
export interface RedoxCredentials {
  readonly clients: readonly RedoxClient[];
  readonly environment: Readonly<Record<string, string>>;
}

interface HeaderKey {
  /** In lower case. */
  readonly header: string;
  readonly value: string;
  readonly caller: Caller;
}

export interface AionCredentials {
  readonly clients: readonly AionClient[];
  readonly keys: readonly HeaderKey[];
  readonly environment: Readonly<Record<string, string>>;
}

const newKeyPair = promisify(generateKeyPair);

/** The Redox credentials of a seed; missing keys and tokens are made, ready tokens are put into `tokens`. */
export async function redoxCredentials(seed: RedoxSeed, tokens: TokenStore): Promise<RedoxCredentials> {
  const environment: Record<string, string> = {};
  const clients: RedoxClient[] = [];
  for (const [index, client] of (seed.clients ?? []).entries()) {
    const key = await privateKey(client);
    clients.push({
      id: client.id,
      keyId: client.keyId,
      publicKey: createPublicKey(key),
      caller: { actsAs: client.actsAs, limitedTo: undefined },
    });
    const suffix = index === 0 ? '' : `_${index + 1}`;
    environment[`REDOX_CLIENT_ID${suffix}`] = client.id;
    environment[`REDOX_KEY_ID${suffix}`] = client.keyId;
    environment[`REDOX_PRIVATE_KEY${suffix}`] = JSON.stringify(key.export({ format: 'jwk' }));
  }
  for (const { variable, token = randomSecret('redox'), actsAs, organizations } of seed.tokens ?? []) {
    tokens.add(token, { actsAs, limitedTo: organizations });
    environment[variable] = token;
  }
  return { clients, environment };
}

/** The Aion credentials of a seed; missing tokens and secrets are made, bearer tokens are put into `tokens`. */
export function aionCredentials(seed: AionSeed, tokens: TokenStore): AionCredentials {
  const environment: Record<string, string> = {};
  const keys: HeaderKey[] = [];
  for (const entry of seed.tokens ?? []) {
    const value = entry.token ?? randomSecret('aion');
    environment[entry.variable] = value;
    const caller = { actsAs: undefined, limitedTo: entry.accounts };
    if (entry.header === undefined) tokens.add(value, caller);
    else keys.push(headerKey(entry, value, caller));
  }
  const clients: AionClient[] = [];
  for (const [index, { id, secret = randomSecret('aion'), audience, accounts }] of (
    seed.clients ?? []
  ).entries()) {
    clients.push({ id, secret, audience, caller: { actsAs: undefined, limitedTo: accounts } });
    const suffix = index === 0 ? '' : `_${index + 1}`;
    environment[`AION_CLIENT_ID${suffix}`] = id;
    environment[`AION_CLIENT_SECRET${suffix}`] = secret;
  }
  return { clients, keys, environment };
}

function headerKey({ header = '' }: AionTokenSeed, value: string, caller: Caller): HeaderKey {
  return { header: header.toLowerCase(), value, caller };
}

async function privateKey(client: RedoxClientSeed): Promise<KeyObject> {
  if (client.privateKey === undefined) return (await newKeyPair('rsa', { modulusLength: 2048 })).privateKey;
  const key: JsonWebKey = { ...client.privateKey };
  return createPrivateKey({ key, format: 'jwk' });
}
