import type { ClientContext } from '../client-context.js';
import type { ClientCredentialsSettings, CredentialSettings, PrivateKeySettings } from '../options.js';
import { AssertionSigner } from './assertion.js';
import { type Credential, Secrets } from './credential.js';
import { FixedCredential } from './fixed.js';
import { RenewedCredential } from './renewed.js';
import { requestToken } from './token-endpoint.js';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Makes a credential of its settings; reads no variable and sends nothing yet. */
export function openCredential(settings: CredentialSettings, context: ClientContext): Credential {
  const secrets = new Secrets(context.options.runtime, context.redaction);
  switch (settings.method) {
    case 'bearer':
    case 'header':
      return new FixedCredential(settings, secrets);
    case 'client-credentials':
      return withSecret(settings, secrets, context);
    case 'private-key-jwt':
      return withKey(settings, secrets, context);
  }
}

function withSecret(
  settings: ClientCredentialsSettings,
  secrets: Secrets,
  context: ClientContext,
): Credential {
  const form = async (): Promise<Record<string, string>> => ({
    grant_type: 'client_credentials',
    client_id: secrets.readPlain(settings.clientId, `${settings.setting}.clientId`),
    client_secret: secrets.read(settings.clientSecret, `${settings.setting}.clientSecret`),
    ...given('audience', settings.audience),
    ...given('scope', settings.scope),
  });
  return new RenewedCredential(context.options.runtime, () => requestToken(context, settings, form));
}

function withKey(settings: PrivateKeySettings, secrets: Secrets, context: ClientContext): Credential {
  const signer = new AssertionSigner(settings, secrets, context.options.runtime);
  const form = async (): Promise<Record<string, string>> => {
    const assertion = await signer.sign();
    context.redaction.add(assertion);
    return {
      grant_type: 'client_credentials',
      client_assertion_type: assertionType,
      client_assertion: assertion,
    };
  };
  return new RenewedCredential(context.options.runtime, () => requestToken(context, settings, form));
}

function given(name: string, value: string | undefined): Record<string, string> {
  return value === undefined || value === '' ? {} : { [name]: value };
}

/** Equal for settings that mean the same credential, wherever they stand. */
export function identityOf(settings: CredentialSettings): string {
  switch (settings.method) {
    case 'bearer':
      return JSON.stringify(['bearer', settings.token.env]);
    case 'header':
      return JSON.stringify(['header', settings.name.toLowerCase(), settings.token.env]);
    case 'client-credentials': {
      const { tokenUrl, clientId, clientSecret, audience, scope } = settings;
      return JSON.stringify([tokenUrl, clientId.env, clientSecret.env, audience ?? '', scope ?? '']);
    }
    case 'private-key-jwt': {
      const { tokenUrl, clientId, keyId, privateKey, tokenScope } = settings;
      return JSON.stringify(['key', tokenUrl, clientId.env, keyId.env, privateKey.env, tokenScope ?? '']);
    }
  }
}
