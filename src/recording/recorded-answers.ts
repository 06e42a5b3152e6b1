import type { RecordedEntry } from '../generated/recording.js';

export type RecordedResponse = RecordedEntry['response'];

/** A GET as it is looked up. */
export interface AskedFor {
  readonly origin: string;
  /** Percent-encoded, with its query. */
  readonly path: string;
  readonly credential: 'own' | 'invalid';
}

/** The answers of a recording: a GET that was sent several times gets them in their order, and the last one from then on. */
export class RecordedAnswers {
  readonly #answers = new Map<string, RecordedResponse[]>();
  readonly #given = new Map<string, number>();
  /** The first answers to an invalid credential, by origin. */
  readonly #toInvalid = new Map<string, RecordedResponse>();

  constructor(entries: Iterable<RecordedEntry>) {
    for (const { request, response, _credential: credential } of entries) {
      if (request.method !== 'GET' || credential === 'none') continue;
      const { origin, pathname, search } = new URL(request.url);
      const key = keyOf({ origin, path: pathname + search, credential });
      if (credential === 'invalid' && !this.#toInvalid.has(origin)) this.#toInvalid.set(origin, response);
      const known = this.#answers.get(key);
      if (known === undefined) this.#answers.set(key, [response]);
      else known.push(response);
    }
  }

  /** The next answer; null where the recording holds none. */
  next(asked: AskedFor): RecordedResponse | null {
    const key = keyOf(asked);
    const answers = this.#answers.get(key) ?? [];
    const given = this.#given.get(key) ?? 0;
    this.#given.set(key, given + 1);
    return answers[Math.min(given, answers.length - 1)] ?? null;
  }

  /** What one of these origins answered to an invalid credential, whatever was asked for; null where none was sent. */
  toInvalid(origins: readonly string[]): RecordedResponse | null {
    return (
      origins.map((origin) => this.#toInvalid.get(origin)).find((answer) => answer !== undefined) ?? null
    );
  }
}

/** Equal for requests that ask for the same, however their paths are encoded. */
function keyOf({ origin, path, credential }: AskedFor): string {
  const [plain = '', query = ''] = path.split(/\?(.*)/s);
  const segments = plain.split('/').map(decoded);
  return JSON.stringify([origin, segments, [...new URLSearchParams(query)], credential]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
