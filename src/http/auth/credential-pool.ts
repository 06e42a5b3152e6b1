import type { ClientContext } from '../client-context.js';
import { HttpFailure } from '../failure.js';
import type { CredentialSettings } from '../options.js';
import { AssertionSigner } from './assertion.js';
import { type Credential, FixedCredential, Secrets, variableWords } from './credential.js';
import { TokenCredential } from './token-credential.js';
import { requestToken } from './token-endpoint.js';

/** RFC 7523 section 2.2. */
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** A credential in use, and whether it still may be. */
export class CredentialState {
  readonly header: string;
  #stoppedBy: HttpFailure | null = null;
  /** A renewed token was refused, and nothing was accepted since. */
  #doubted = false;

  constructor(
    private readonly credential: Credential,
    private readonly settings: CredentialSettings,
    private readonly provider: string,
  ) {
    this.header = credential.header;
  }

  /** The header's value if it can be sent right now, else null. */
  value(): string | null {
    return this.credential.value();
  }

  /** The headers to send with a value, that of the credential among them. */
  headers(value: string): Readonly<Record<string, string>> {
    return { ...this.credential.further?.(), [this.header]: value };
  }

  /** A request leaves with this value. */
  sent(value: string): void {
    this.credential.sent(value);
  }

  /** Waits for something to send. @throws HttpFailure */
  async ready(): Promise<void> {
    await this.#orStop(this.credential.ready());
  }

  /** A response other than 401 came. */
  accepted(): void {
    this.#doubted = false;
  }

  /** Another value to try in place of one that got a 401; false where there is none. @throws HttpFailure */
  async replace(refused: string): Promise<boolean> {
    if (this.#doubted) return false;
    this.#doubted = true;
    return this.#orStop(this.credential.replace(refused));
  }

  /** Nothing more is sent with this credential. */
  stop(failure: HttpFailure): void {
    this.#stoppedBy ??= failure;
  }

  isStopped(): boolean {
    return this.#stoppedBy !== null;
  }

  /** `request`: method and path. @throws HttpFailure what stopped this credential, said of this request. */
  assertUsable(request: string): void {
    const cause = this.#stoppedBy;
    if (cause === null) return;
    const message = `${this.provider}: ${request} was not sent, because its credential does not work: ${cause.message}`;
    throw new HttpFailure(message, { ...cause, request, landed: 'no' });
  }

  /** A 401 with the variables that the refused credential was read from. */
  named(failure: HttpFailure): HttpFailure {
    const variables = variableWords(this.settings);
    const words =
      'tokenUrl' in this.settings
        ? `The refused token came from ${this.settings.tokenUrl}, with ${variables}.`
        : `The refused credential is in ${variables}.`;
    const message = `${failure.message}. ${words}`;
    const remedy = failure.shared?.remedy ?? null;
    return new HttpFailure(message, { ...failure, shared: { key: `401 ${words}`, message, remedy } });
  }

  async #orStop<T>(promise: Promise<T>): Promise<T> {
    try {
      return await promise;
    } catch (error) {
      if (error instanceof HttpFailure && error.kind !== 'interrupted') this.stop(error);
      throw error;
    }
  }
}

/** The credentials of a provider in use: one for all settings that mean the same, wherever they stand. */
export class CredentialPool {
  readonly #provider: string;
  readonly #byName = new Map<string, CredentialState>();

  /** Reads no variable and sends nothing yet. */
  constructor(context: ClientContext) {
    this.#provider = context.options.name;
    const byMeaning = new Map<string, CredentialState>();
    for (const [name, settings] of Object.entries(context.options.credentials)) {
      const meaning = JSON.stringify({ ...settings, setting: '' });
      const state =
        byMeaning.get(meaning) ??
        new CredentialState(openCredential(settings, context), settings, this.#provider);
      byMeaning.set(meaning, state);
      this.#byName.set(name, state);
    }
  }

  /** The credential of that name in the options. */
  credential(name: string): CredentialState {
    const state = this.#byName.get(name);
    if (state === undefined)
      throw new Error(`provider ${this.#provider} has no credential named ${JSON.stringify(name)}`);
    return state;
  }
}

function openCredential(settings: CredentialSettings, context: ClientContext): Credential {
  const { redaction } = context;
  const { runtime } = context.options;
  const secrets = new Secrets(runtime, redaction);
  const { setting } = settings;
  switch (settings.method) {
    case 'bearer':
      return new FixedCredential(
        'authorization',
        () => `Bearer ${secrets.readForHeader(settings.token, `${setting}.token`)}`,
      );
    case 'header':
      return new FixedCredential(
        settings.name.toLowerCase(),
        () => secrets.readForHeader(settings.token, `${setting}.token`),
        () =>
          Object.fromEntries(
            Object.entries(settings.headers ?? {}).map(([name, secret]) => [
              name.toLowerCase(),
              secrets.readForHeader(secret, `${setting}.headers.${name}`),
            ]),
          ),
      );
    case 'client-credentials': {
      const { clientId, clientSecret, audience } = settings;
      const form = async (): Promise<Record<string, string>> => ({
        grant_type: 'client_credentials',
        client_id: secrets.readPlain(clientId, `${setting}.clientId`),
        client_secret: secrets.read(clientSecret, `${setting}.clientSecret`),
        ...(audience ? { audience } : {}),
      });
      return new TokenCredential(runtime, () => requestToken(context, settings, form));
    }
    case 'private-key-jwt': {
      const signer = new AssertionSigner(settings, secrets, runtime);
      const form = async (): Promise<Record<string, string>> => {
        const assertion = await signer.sign();
        redaction.add(assertion);
        return {
          grant_type: 'client_credentials',
          client_assertion_type: assertionType,
          client_assertion: assertion,
        };
      };
      return new TokenCredential(runtime, () => requestToken(context, settings, form));
    }
  }
}
