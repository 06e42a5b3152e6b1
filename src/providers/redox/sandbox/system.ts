import type { JsonWebKey, KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { RedoxClient as ClientSeed, RedoxSeed } from '../../../generated/redox-seed.js';
import { validateRedoxSeed } from '../../../generated/validators.js';
import { shapeProblems } from '../../../sandbox/seed.js';
import type { SandboxSystem, StartedSystem } from '../../../sandbox/system.js';
import { numberedVariable, randomSecret, type TokenStore } from '../../../sandbox/tokens.js';
import { documented, type RedoxBehaviour } from './behaviour.js';
import { defaultSeed, emptySeed } from './fixture.js';
import { redoxRefusal, redoxRoutes } from './routes.js';
import { redoxSandboxSettings } from './settings.js';
import { redoxSnapshot, redoxState } from './state.js';
import { type RedoxClient, redoxTokenRoute, tokenPath } from './token.js';

/**
 * The Redox Platform API, as the sandbox serves it.
 * @param newKey makes an RSA private key for each client whose seed has none
 */
export function redoxSandbox(
  changed: Partial<RedoxBehaviour> = {},
  newKey: () => Promise<KeyObject> = generatedKey,
): SandboxSystem {
  const behaviour = { ...documented, ...changed };
  return {
    name: 'redox',
    label: 'Redox',
    pathPrefix: '/platform/',
    tokenPath,
    defaultSeed,
    recorded: { basePath: '/platform', seed: emptySeed },
    refusal: (refusal) => redoxRefusal(refusal, behaviour),
    readSeed: (part = { organizations: [] }) => {
      if (!validateRedoxSeed(part)) return { problems: shapeProblems(validateRedoxSeed.errors, '/redox') };
      const { problems } = redoxState(part);
      if (problems.length > 0) return { problems };
      return { start: (tokens, now) => start(part, { behaviour, newKey, tokens, now }) };
    },
  };
}

interface Setup {
  readonly behaviour: RedoxBehaviour;
  readonly newKey: () => Promise<KeyObject>;
  readonly tokens: TokenStore;
  readonly now: () => number;
}

async function start(seed: RedoxSeed, { behaviour, newKey, tokens, now }: Setup): Promise<StartedSystem> {
  const environment: Record<string, string> = {};
  const clients: RedoxClient[] = [];
  for (const [index, { id, keyId, actsAs, privateKey }] of (seed.clients ?? []).entries()) {
    const key = privateKey === undefined ? await newKey() : keyFrom(privateKey);
    clients.push({ id, keyId, publicKey: createPublicKey(key), caller: { actsAs } });
    environment[numberedVariable('REDOX_CLIENT_ID', index)] = id;
    environment[numberedVariable('REDOX_KEY_ID', index)] = keyId;
    environment[numberedVariable('REDOX_PRIVATE_KEY', index)] = JSON.stringify(key.export({ format: 'jwk' }));
  }
  for (const { variable, token = randomSecret('redox'), actsAs, organizations } of seed.tokens ?? []) {
    tokens.add(token, { actsAs, limitedTo: organizations });
    environment[variable] = token;
  }
  return {
    environment,
    settings: (url) => (clients.length === 0 ? [] : redoxSandboxSettings(url, ownEmail(seed))),
    secretHeaders: [],
    tokenRoute: redoxTokenRoute(clients, tokens, now, behaviour.tokenScope),
    authenticate: (request) => tokens.authenticate(request),
    load: (authenticate) => {
      const { state } = redoxState(seed);
      return {
        routes: redoxRoutes(state, behaviour, authenticate),
        snapshot: () => redoxSnapshot(state),
      };
    },
  };
}

function ownEmail({ clients, organizations }: RedoxSeed): string | null {
  const id = clients?.[0]?.actsAs;
  const members = organizations.flatMap((organization) => organization.members);
  return members.find((member) => member.id === id)?.email ?? null;
}

const newKeyPair = promisify(generateKeyPair);

async function generatedKey(): Promise<KeyObject> {
  return (await newKeyPair('rsa', { modulusLength: 2048 })).privateKey;
}

function keyFrom(jwk: NonNullable<ClientSeed['privateKey']>): KeyObject {
  const key: JsonWebKey = { ...jwk };
  return createPrivateKey({ key, format: 'jwk' });
}
