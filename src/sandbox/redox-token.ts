import { type KeyObject, verify } from 'node:crypto';
import type { Answer } from './answer.js';
import { formBody, isJsonObject, type JsonObject, type SandboxRequest } from './request.js';
import { type Route, route } from './routes.js';
import type { Caller, TokenStore } from './tokens.js';

/** The path of the token endpoint (R16). */
export const redoxTokenPath = '/v2/auth/token';

/** A user-level API key whose public half the sandbox knows. */
export interface RedoxClient {
  readonly id: string;
  readonly keyId: string;
  readonly publicKey: KeyObject;
  readonly caller: Caller;
}

/** What the token endpoint needs besides the request. */
export interface RedoxTokenSettings {
  readonly clients: readonly RedoxClient[];
  readonly tokens: TokenStore;
  readonly ttlSeconds: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const formFields = ['grant_type', 'client_assertion_type', 'client_assertion'];
const clockSkewSeconds = 10;
const longestSeconds = 300;

/** The token endpoint with its one-time memory of assertions (R16, R18, R19; RFC 7523). */
export function redoxTokenRoute(settings: RedoxTokenSettings): Route {
  const used = new Map<string, number>();
  return route(redoxTokenPath, {
    POST: (request) => {
      const outcome = readForm(request);
      if ('error' in outcome) return outcome.error;
      const checked = checkAssertion(outcome.assertion, `${request.origin}${redoxTokenPath}`, settings, used);
      if ('error' in checked) return checked.error;
      const token = settings.tokens.issue(checked.caller, settings.ttlSeconds);
      const json = { access_token: token, token_type: 'Bearer', expires_in: settings.ttlSeconds };
      return { status: 200, headers: { 'cache-control': 'no-store' }, json };
    },
  });
}

interface Failed {
  readonly error: Answer;
}

function readForm(request: SandboxRequest): Failed | { readonly assertion: string } {
  const form = formBody(request);
  if (form === 'wrong type') return failed(400, 'Content-Type must be application/x-www-form-urlencoded');
  if (form === 'repeated') return failed(400, 'A parameter is given more than once');
  if (form.get('grant_type') !== 'client_credentials') return failed(400, 'Missing or incorrect grant_type');
  if (form.get('client_assertion_type') !== assertionType) {
    return failed(400, 'Missing or invalid client assertion type');
  }
  const assertion = form.get('client_assertion') ?? '';
  if (assertion === '') return failed(400, 'Missing client assertion');
  const unknown = [...form.keys()].find((name) => !formFields.includes(name));
  if (unknown !== undefined) return failed(400, `Unexpected parameter ${unknown}`);
  return { assertion };
}

function checkAssertion(
  assertion: string,
  audience: string,
  settings: RedoxTokenSettings,
  used: Map<string, number>,
): Failed | { readonly caller: Caller } {
  const [head = '', payload = '', signature = '', ...rest] = assertion.split('.');
  const header = jsonPart(head);
  const claims = jsonPart(payload);
  if (rest.length > 0 || header === undefined || claims === undefined)
    return failed(400, 'Malformed client assertion');
  if (header['alg'] !== 'RS384') return failed(400, `Unexpected alg header value`);
  if (header['typ'] !== undefined && header['typ'] !== 'JWT')
    return failed(400, 'Unexpected typ header value');
  const { kid } = header;
  if (typeof kid !== 'string' || kid === '') return failed(400, 'JWT header kid is required');
  const client = settings.clients.find(({ id, keyId }) => id === claims['iss'] && keyId === kid);
  if (client === undefined)
    return failed(401, 'Public key not found; check client_id, kid and the dashboard settings');
  const signed = Buffer.from(`${head}.${payload}`, 'ascii');
  if (!verify('sha384', signed, client.publicKey, Buffer.from(signature, 'base64url'))) {
    return failed(401, 'The signature of the client assertion is wrong');
  }
  const unexpected = unexpectedClaim(claims, client, audience, settings.now() / 1000);
  if (unexpected !== undefined) return failed(401, `Unexpected ${unexpected} claim value`);
  if (!useOnce(claims, client, settings.now() / 1000, used)) return failed(401, 'Unexpected jti claim value');
  return { caller: client.caller };
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
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The documented error body (R18); its HTTP status is inferred. */
function failed(status: 400 | 401, description: string): Failed {
  const json = {
    error: 'invalid_request',
    error_description: description,
    error_uri: 'https://docs.redoxengine.com/permalink/7sEi7MTFssZ1JuHpUYLeYJ',
  };
  return { error: { status, headers: { 'cache-control': 'no-store' }, json } };
}
