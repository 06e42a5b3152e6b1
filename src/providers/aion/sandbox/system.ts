import type { AionSeed } from '../../../generated/aion-seed.js';
import { validateAionSeed } from '../../../generated/validators.js';
import { shapeProblems } from '../../../sandbox/seed.js';
import type { SandboxSystem, StartedSystem } from '../../../sandbox/system.js';
import { type Caller, numberedVariable, randomSecret, type TokenStore } from '../../../sandbox/tokens.js';
import { type AionBehaviour, documented } from './behaviour.js';
import { defaultSeed, emptySeed } from './fixture.js';
import { aionRefusal, aionRoutes } from './routes.js';
import { aionSandboxSettings } from './settings.js';
import { aionSnapshot, aionState } from './state.js';
import { type AionClient, aionTokenRoute, tokenPath } from './token.js';

/** The Aion API, as the sandbox serves it. */
export function aionSandbox(differing: Partial<AionBehaviour> = {}): SandboxSystem {
  const behaviour = { ...documented, ...differing };
  return {
    name: 'aion',
    label: 'Aion',
    pathPrefix: '/api/',
    tokenPath,
    defaultSeed,
    recorded: { basePath: '', seed: emptySeed },
    refusal: (refusal) => aionRefusal(refusal, behaviour),
    readSeed: (part = { accounts: [] }) => {
      if (!validateAionSeed(part)) return { problems: shapeProblems(validateAionSeed.errors, '/aion') };
      const { problems } = aionState(part, 0);
      if (problems.length > 0) return { problems };
      return { start: async (tokens, now) => start(part, behaviour, tokens, now) };
    },
  };
}

function start(
  seed: AionSeed,
  behaviour: AionBehaviour,
  tokens: TokenStore,
  now: () => number,
): StartedSystem {
  const environment: Record<string, string> = {};
  const keys: { readonly header: string; readonly value: string; readonly caller: Caller }[] = [];
  for (const { variable, token: value = randomSecret('aion'), header, accounts } of seed.tokens ?? []) {
    const caller = { limitedTo: accounts };
    environment[variable] = value;
    if (header === undefined) tokens.add(value, caller);
    else keys.push({ header: header.toLowerCase(), value, caller });
  }
  const clients: AionClient[] = [];
  for (const [index, client] of (seed.clients ?? []).entries()) {
    const { id, secret = randomSecret('aion'), audience, accounts } = client;
    clients.push({ id, secret, audience, caller: { limitedTo: accounts } });
    environment[numberedVariable('AION_CLIENT_ID', index)] = id;
    environment[numberedVariable('AION_CLIENT_SECRET', index)] = secret;
  }
  return {
    environment,
    settings: (url) => (Object.hasOwn(environment, 'AION_TOKEN') ? aionSandboxSettings(url) : []),
    secretHeaders: keys.map(({ header }) => header),
    tokenRoute: aionTokenRoute(clients, tokens),
    authenticate: (request) =>
      keys.find(({ header, value }) => request.headers[header] === value)?.caller ??
      tokens.authenticate(request),
    load: (authenticate) => {
      const { accounts } = aionState(seed, now());
      return {
        routes: aionRoutes({ accounts, behaviour, authenticate, now }),
        snapshot: () => aionSnapshot(accounts),
      };
    },
  };
}
