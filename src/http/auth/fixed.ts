import type { CredentialSettings } from '../options.js';
import type { Credential, Secrets } from './credential.js';

type FixedSettings = Extract<CredentialSettings, { method: 'bearer' | 'header' }>;

/** A token that the environment holds and nobody can renew. */
export class FixedCredential implements Credential {
  readonly header: string;
  readonly #settings: FixedSettings;
  readonly #secrets: Secrets;
  #value: string | null = null;

  constructor(settings: FixedSettings, secrets: Secrets) {
    this.#settings = settings;
    this.#secrets = secrets;
    this.header = settings.method === 'header' ? settings.name.toLowerCase() : 'authorization';
  }

  readonly value = (): string | null => this.#value;

  readonly sent = (): void => {};

  readonly ready = async (): Promise<void> => {
    const token = this.#secrets.readForHeader(this.#settings.token, `${this.#settings.setting}.token`);
    this.#value = this.#settings.method === 'bearer' ? `Bearer ${token}` : token;
  };

  readonly replace = (): Promise<boolean> => Promise.resolve(false);
}
