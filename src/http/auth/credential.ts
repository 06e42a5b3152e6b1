import type { Runtime } from '../../runtime.js';
import { HttpFailure, noAnswer } from '../failure.js';
import type { SecretReference } from '../options.js';
import type { Redaction } from '../redaction/redaction.js';

/** What authorizes a request. */
export interface Credential {
  /** The name of the header, in lower case. */
  readonly header: string;
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

/** Reads secrets from the environment, when they are needed, and remembers them for redaction. */
export class Secrets {
  readonly #runtime: Runtime;
  readonly #redaction: Redaction;

  constructor(runtime: Runtime, redaction: Redaction) {
    this.#runtime = runtime;
    this.#redaction = redaction;
  }

  /** A trimmed value that is no secret, such as a client id. `setting`: which setting names the variable. @throws HttpFailure missing-variable */
  readPlain(reference: SecretReference, setting: string): string {
    const value = (this.#runtime.env(reference.env) ?? '').trim();
    if (value === '') throw this.unusable(reference, setting, 'is not set or empty');
    return value;
  }

  /** A trimmed secret. @throws HttpFailure missing-variable */
  read(reference: SecretReference, setting: string): string {
    const value = this.readPlain(reference, setting);
    this.#redaction.add(value);
    return value;
  }

  /** Like `read`, for what is sent in a header. */
  readForHeader(reference: SecretReference, setting: string): string {
    const value = this.read(reference, setting);
    if (!fitsHeader(value)) {
      throw this.unusable(reference, setting, 'holds line breaks or characters that a header cannot carry');
    }
    return value;
  }

  /** A failure about a variable: what is wrong with it, in words that do not quote it. */
  unusable(reference: SecretReference, setting: string, what: string): HttpFailure {
    return new HttpFailure(`the environment variable ${reference.env} (setting ${setting}) ${what}`, {
      ...noAnswer('missing-variable', '', 'no'),
      variable: reference.env,
    });
  }
}

/** Whether a text can be sent as a header's value: printable ASCII. */
export function fitsHeader(value: string): boolean {
  return /^[\x20-\x7e]+$/.test(value);
}
