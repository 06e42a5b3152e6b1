import { listed } from '../../model/label.js';
import { type SecretRef, variablesOf } from '../../model/settings.js';
import type { Runtime } from '../../runtime.js';
import { HttpFailure, withoutResponse } from '../failure.js';
import type { CredentialSettings } from '../options.js';
import type { Redaction } from '../redaction/redaction.js';

/** What authorizes a request. */
export interface Credential {
  /** The name of the header, in lower case. */
  readonly header: string;
  /** Further headers that go with it, by their names in lower case. Only after `value` had something to send. */
  readonly further?: () => Readonly<Record<string, string>>;
  /** The header's value if it can be sent right now, else null: then `ready` is to be awaited. Never waits. */
  readonly value: () => string | null;
  /** A request leaves with this value. */
  readonly sent: (value: string) => void;
  /** Resolves once `value` has something to send. @throws HttpFailure token, missing-variable */
  readonly ready: () => Promise<void>;
  /**
   * The server refused this value. Resolves with true once there is another one to try, with false where there can be
   * none. @throws HttpFailure
   */
  readonly replace: (refused: string) => Promise<boolean>;
}

/** A token that the environment holds and nobody can renew. */
export class FixedCredential implements Credential {
  #value: string | null = null;
  #further: Readonly<Record<string, string>> = {};

  /** `read`: returns the value to send; `readFurther`: those of further headers. */
  constructor(
    readonly header: string,
    private readonly read: () => string,
    private readonly readFurther: () => Readonly<Record<string, string>> = () => ({}),
  ) {}

  readonly value = (): string | null => this.#value;

  readonly sent = (): void => {};

  readonly further = (): Readonly<Record<string, string>> => this.#further;

  readonly ready = async (): Promise<void> => {
    this.#further = this.readFurther();
    this.#value = this.read();
  };

  readonly replace = (): Promise<boolean> => Promise.resolve(false);
}

/** Reads secrets from the environment, when they are needed, and remembers them for redaction. */
export class Secrets {
  constructor(
    private readonly runtime: Runtime,
    private readonly redaction: Redaction,
  ) {}

  /** A trimmed value that is no secret, such as a client id. `setting`: which setting names the variable. @throws HttpFailure missing-variable */
  readPlain(reference: SecretRef, setting: string): string {
    const value = (this.runtime.env(reference.env) ?? '').trim();
    if (value === '') throw this.unusable(reference, setting, 'is not set or empty');
    return value;
  }

  /** A trimmed secret. @throws HttpFailure missing-variable */
  read(reference: SecretRef, setting: string): string {
    const value = this.readPlain(reference, setting);
    this.redaction.add(value);
    return value;
  }

  /** Like `read`, for what is sent in a header. */
  readForHeader(reference: SecretRef, setting: string): string {
    const value = this.read(reference, setting);
    if (!fitsHeader(value)) {
      throw this.unusable(reference, setting, UNSENDABLE);
    }
    return value;
  }

  /** A failure about a variable: what is wrong with it, in words that do not quote it. */
  unusable(reference: SecretRef, setting: string, what: string): HttpFailure {
    return new HttpFailure(`the environment variable ${reference.env} (setting ${setting}) ${what}`, {
      ...withoutResponse('missing-variable', '', 'no'),
      variable: reference.env,
    });
  }
}

/** What is wrong with a value that a header cannot carry, to follow the name of its variable. */
export const UNSENDABLE = 'holds line breaks or characters that a header cannot carry';

/** Whether a text can be sent as a header's value: printable ASCII. */
export function fitsHeader(value: string): boolean {
  return /^[\x20-\x7e]+$/.test(value);
}

/** The variables that a credential is read from, with the setting that names them. Never a value. */
export function variableWords(settings: CredentialSettings): string {
  return `${listed(variablesOf(settings))} (setting ${settings.setting})`;
}
