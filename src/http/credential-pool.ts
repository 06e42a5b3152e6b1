import { type Credential } from './auth/credential.js';
import { identityOf, openCredential } from './auth/open.js';
import type { ClientContext } from './client-context.js';
import { refusedWords } from './auth/variables.js';
import { HttpFailure } from './failure.js';
import type { CredentialSettings } from './options.js';
import type { RequestName } from './classify-response.js';

/** A credential in use, and whether it still may be. */
export class CredentialState {
  readonly credential: Credential;
  readonly #settings: CredentialSettings;
  readonly #provider: string;
  #stoppedBy: HttpFailure | null = null;
  /** A renewed token was refused, and nothing was accepted since. */
  #doubted = false;

  constructor(credential: Credential, settings: CredentialSettings, provider: string) {
    this.credential = credential;
    this.#settings = settings;
    this.#provider = provider;
  }

  /** Nothing more is sent with this credential. */
  stop(failure: HttpFailure): void {
    this.#stoppedBy ??= failure;
  }

  /** A 401 with the variables that the refused credential was read from. */
  named(failure: HttpFailure): HttpFailure {
    const words = refusedWords(this.#settings);
    const message = `${failure.message}. ${words}`;
    const remedy = failure.shared?.remedy ?? null;
    return new HttpFailure(message, { ...failure, shared: { key: `401 ${words}`, message, remedy } });
  }

  stopped(): boolean {
    return this.#stoppedBy !== null;
  }

  /** @throws HttpFailure what stopped this credential, said of this request. */
  assertUsable(name: Pick<RequestName, 'request'>): void {
    const cause = this.#stoppedBy;
    if (cause === null) return;
    const { request } = name;
    const message = `${this.#provider}: ${request} was not sent, since its credential does not work: ${cause.message}`;
    throw new HttpFailure(message, { ...cause, request, landed: 'no' });
  }

  /** Waits for something to send. @throws HttpFailure */
  async ready(): Promise<void> {
    await this.#orStop(this.credential.ready());
  }

  /** An answer other than 401 came. */
  trusted(): void {
    this.#doubted = false;
  }

  /** Another value to try in place of one that got a 401; false where there is none. @throws HttpFailure */
  async replace(refused: string): Promise<boolean> {
    if (this.#doubted) return false;
    this.#doubted = true;
    return this.#orStop(this.credential.replace(refused));
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

/** The keys of a provider, one for all credential settings that mean the same. */
export class CredentialPool {
  readonly #context: ClientContext;
  readonly #byIdentity = new Map<string, CredentialState>();
  readonly #byName = new Map<string, CredentialState>();

  constructor(context: ClientContext) {
    this.#context = context;
  }

  /** The key of a credential's name in the options. */
  credential(name: string): CredentialState {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const settings = this.#context.options.credentials[name];
    if (settings === undefined)
      throw new Error(
        `provider ${this.#context.options.name} has no credential named ${JSON.stringify(name)}`,
      );
    const identity = identityOf(settings);
    const key =
      this.#byIdentity.get(identity) ??
      new CredentialState(openCredential(settings, this.#context), settings, this.#context.options.name);
    this.#byIdentity.set(identity, key);
    this.#byName.set(name, key);
    return key;
  }
}
