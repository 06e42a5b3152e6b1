import { type KeyObject, verify } from 'node:crypto';
import { isRecord } from '../../../model/record.js';
import type { JsonObject } from '../../../sandbox/messages.js';
import type { Route } from '../../../sandbox/routes.js';
import { type Caller, TokenRefusal, tokenRoute, type TokenStore } from '../../../sandbox/tokens.js';

/** The path of the token endpoint (R16). */
export const tokenPath = '/v2/auth/token';

/** A user-level API key whose public half the sandbox knows. */
export interface RedoxClient {
  readonly id: string;
  readonly keyId: string;
  readonly publicKey: KeyObject;
  readonly caller: Caller;
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const formFields = ['grant_type', 'client_assertion_type', 'client_assertion'];
const clockSkewSeconds = 10;
const longestSeconds = 300;

/**
 * The token endpoint with its one-time memory of assertions (R16, R18, R19; RFC 7523). `now` in milliseconds.
 * @param scope the claim that an assertion must have; undefined: any, or none
 */
export function redoxTokenRoute(
  clients: readonly RedoxClient[],
  tokens: TokenStore,
  now: () => number,
  scope: string | undefined,
): Route {
  const used = new Map<string, number>();
  return tokenRoute(
    tokenPath,
    tokens,
    (form, request) => {
      const audience = `${request.origin}${tokenPath}`;
      const assertion = assertionOf(form);
      const { caller } = clientOf(assertion, audience, clients, now() / 1000, used);
      const asked = jsonPart(assertion.split('.')[1] ?? '')?.['scope'];
      if (scope !== undefined && asked !== scope) throw refusal(400, 'Unexpected scope claim value');
      return caller;
    },
    { error_uri: 'https://docs.redoxengine.com/permalink/7sEi7MTFssZ1JuHpUYLeYJ' },
  );
}

function assertionOf(form: ReadonlyMap<string, string>): string {
  if (form.get('grant_type') !== 'client_credentials') throw refusal(400, 'Missing or incorrect grant_type');
  if (form.get('client_assertion_type') !== assertionType)
    throw refusal(400, 'Missing or invalid client assertion type');
  const assertion = form.get('client_assertion') ?? '';
  if (assertion === '') throw refusal(400, 'Missing client assertion');
  const unknown = [...form.keys()].find((name) => !formFields.includes(name));
  if (unknown !== undefined) throw refusal(400, `Unexpected parameter ${unknown}`);
  return assertion;
}

/** The client that signed an assertion; `now` in seconds. */
function clientOf(
  assertion: string,
  audience: string,
  clients: readonly RedoxClient[],
  now: number,
  used: Map<string, number>,
): RedoxClient {
  const [head = '', payload = '', signature = '', ...rest] = assertion.split('.');
  const header = jsonPart(head);
  const claims = jsonPart(payload);
  if (rest.length > 0 || header === undefined || claims === undefined)
    throw refusal(400, 'Malformed client assertion');
  const { alg, typ, kid } = header;
  if (alg !== 'RS384') throw refusal(400, 'Unexpected alg header value');
  if (typ !== undefined && typ !== 'JWT') throw refusal(400, 'Unexpected typ header value');
  if (typeof kid !== 'string' || kid === '') throw refusal(400, 'JWT header kid is required');
  const client = clients.find(({ id, keyId }) => id === claims['iss'] && keyId === kid);
  if (client === undefined)
    throw refusal(401, 'Public key not found; check client_id, kid and the dashboard settings');
  const signed = Buffer.from(`${head}.${payload}`, 'ascii');
  if (!verify('sha384', signed, client.publicKey, Buffer.from(signature, 'base64url')))
    throw refusal(401, 'The signature of the client assertion is wrong');
  const unexpected = unexpectedClaim(claims, client, audience, now);
  if (unexpected !== undefined) throw refusal(401, `Unexpected ${unexpected} claim value`);
  if (!useOnce(claims, client, now, used)) throw refusal(401, 'Unexpected jti claim value');
  return client;
}

/** The first claim that is not as R18, R19 and R26 have it; times in seconds since 1970. */
function unexpectedClaim(
  claims: JsonObject,
  client: RedoxClient,
  audience: string,
  now: number,
): string | undefined {
  const { sub, aud, iat, exp, jti, nbf, scope } = claims;
  if (sub !== client.id) return 'sub';
  if (aud !== audience) return 'aud';
  if (
    typeof iat !== 'number' ||
    iat > now + clockSkewSeconds ||
    iat < now - longestSeconds - clockSkewSeconds
  )
    return 'iat';
  if (typeof exp !== 'number' || exp + clockSkewSeconds <= now || exp <= iat || exp - iat > longestSeconds)
    return 'exp';
  if (typeof jti !== 'string' || jti === '') return 'jti';
  if (nbf !== undefined && (typeof nbf !== 'number' || nbf > now + clockSkewSeconds)) return 'nbf';
  if (scope !== undefined && typeof scope !== 'string') return 'scope';
  return undefined;
}

function useOnce(claims: JsonObject, client: RedoxClient, now: number, used: Map<string, number>): boolean {
  for (const [key, until] of used) if (until < now) used.delete(key);
  const key = JSON.stringify([client.id, claims['jti']]);
  if (used.has(key)) return false;
  used.set(key, now + longestSeconds + 2 * clockSkewSeconds);
  return true;
}

function jsonPart(part: string): JsonObject | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The documented error (R18); its HTTP status is inferred. */
function refusal(status: 400 | 401, description: string): TokenRefusal {
  return new TokenRefusal(status, 'invalid_request', description);
}
