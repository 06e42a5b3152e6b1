import type { importJWK, importPKCS8 } from 'jose';
import { isRecord } from '../../model/record.js';
import type { Runtime } from '../../runtime.js';
import type { CredentialSettings } from '../options.js';
import type { Secrets } from './credential.js';

const algorithm = 'RS384';
/** The longest life that Redox accepts (A6), in seconds. */
const lifeSeconds = 300;

type PrivateKeySettings = Extract<CredentialSettings, { method: 'private-key-jwt' }>;

type SigningKey = Awaited<ReturnType<typeof importPKCS8>> | Awaited<ReturnType<typeof importJWK>>;

/**
 * Signs assertions about who we are (RFC 7523 section 3), with the claims that Redox wants (A6). What signs is loaded when
 * it is needed: most runs have another credential, and start the sooner.
 */
export class AssertionSigner {
  #key: SigningKey | null = null;

  constructor(
    private readonly settings: PrivateKeySettings,
    private readonly secrets: Secrets,
    private readonly runtime: Runtime,
  ) {}

  /** A fresh assertion with an id of its own. @throws HttpFailure missing-variable */
  async sign(): Promise<string> {
    const { setting, tokenUrl, tokenScope } = this.settings;
    const clientId = this.secrets.readPlain(this.settings.clientId, `${setting}.clientId`);
    const keyId = this.secrets.readPlain(this.settings.keyId, `${setting}.keyId`);
    this.#key ??= await this.#importKey();
    const { SignJWT } = await import('jose');
    const issuedAt = Math.floor(this.runtime.now() / 1000);
    return new SignJWT(tokenScope ? { scope: tokenScope } : {})
      .setProtectedHeader({ alg: algorithm, kid: keyId, typ: 'JWT' })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(tokenUrl)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifeSeconds)
      .setJti(this.runtime.uuid())
      .sign(this.#key);
  }

  async #importKey(): Promise<SigningKey> {
    const { setting, privateKey } = this.settings;
    const read = await readSigningKey(this.secrets.read(privateKey, `${setting}.privateKey`));
    if (typeof read !== 'string') return read;
    throw this.secrets.unusable(privateKey, `${setting}.privateKey`, read);
  }
}

/** A private key as PEM (PKCS#8) or JWK; a text says what is wrong with it, and never quotes it. */
export async function readSigningKey(text: string): Promise<SigningKey | string> {
  const jose = await import('jose');
  try {
    const jwk: unknown = text.startsWith('{') ? JSON.parse(text) : null;
    if (isRecord(jwk)) return await jose.importJWK({ ...jwk, alg: algorithm }, algorithm);
    return await jose.importPKCS8(text.replaceAll('\\r', '').replaceAll('\\n', '\n'), algorithm);
  } catch {
    // The cause may quote the key.
    return text.includes('BEGIN RSA PRIVATE KEY')
      ? 'holds a PKCS#1 key; convert it with: openssl pkcs8 -topk8 -nocrypt'
      : 'holds no RSA private key as PEM (PKCS#8, BEGIN PRIVATE KEY) or JWK';
  }
}
