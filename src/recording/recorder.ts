import type { Exchange } from '../http/exchange.js';
import type { ProviderDoctor } from '../providers/doctor.js';
import { type CapturedExchange, type CaptureContext, captured } from './capture.js';
import { DrawnValues } from './drawn-values.js';
import { harText } from './har-text.js';
import { knownWords } from './known-words.js';
import { type Leak, LeakSearch } from './leak-search.js';
import { LiveValues } from './live-values.js';
import { addressesOf } from './origins.js';
import { Pseudonyms } from './pseudonyms.js';
import { type CapturedProvider, capturedProvider, type RecordedSubject } from './recorded-run.js';
import { recordedWords } from './recorded-words.js';

/** The text of a recording, or what it would tell: then there must be no file. */
export type Recorded =
  | { readonly text: string; readonly leak?: never }
  | { readonly text?: never; readonly leak: Leak };

const nothingRecordable: ProviderDoctor['recordable'] = { words: [], pathWords: [], headers: [] };

/** What of its URLs a recording may tell. Those of somebody's own connector may be written for one customer. */
function mayStay(
  { connector, roots }: RecordedSubject,
  pathWords: readonly string[],
): (word: string) => boolean {
  if (connector === undefined) return () => true;
  const named = new Set(
    roots.flatMap(({ root, scopes }) => [root, ...scopes].map(({ id }) => id.toLowerCase())),
  );
  return (word) => pathWords.includes(word) && !named.has(word.toLowerCase());
}

/** Keeps what was exchanged without what is live in it: that stays in memory until pseudonyms are drawn. */
export class Recorder {
  readonly #live = new LiveValues();
  readonly #known = new Set<string>(recordedWords);
  readonly #affixes: ((text: string) => boolean)[] = [];
  readonly #exchanges: CapturedExchange[] = [];
  readonly #providers: CapturedProvider[] = [];

  /**
   * Keeps what the run is asked for, and returns what is to be told of every exchange.
   * @param words further words that a path may show, such as an id that does not exist
   */
  watch(subject: RecordedSubject, words: readonly string[] = []): (exchange: Exchange) => void {
    const { module, settings, doctor } = subject;
    const { answers, recordable } = doctor ?? { answers: [], recordable: nothingRecordable };
    const pathWords = [...recordable.pathWords, ...words];
    const known = knownWords(answers, { ...recordable, pathWords }, mayStay(subject, pathWords));
    const { originOf, ...addresses } = addressesOf(settings);
    const context: CaptureContext = { words: known, live: this.#live, addresses, answers, originOf };
    for (const word of known.all) this.#known.add(word);
    const kinds = module.traits.scopes.map(({ kind }) => kind);
    const bases = addresses.bases.map(({ name }) => name);
    for (const word of [settings.name, module.traits.name, ...kinds, ...bases])
      this.#known.add(word.toLowerCase());
    this.#affixes.push(known.isAffix);
    this.#providers.push(capturedProvider(subject, addresses, context));
    return (exchange) => {
      this.#exchanges.push(captured(exchange, context));
    };
  }

  /**
   * Draws the pseudonyms and searches what comes of it for whatever must not leave.
   * @param key random bytes, to be thrown away
   * @param redactions take the secrets of the run out of a text
   */
  finish(key: Uint8Array, redactions: readonly ((text: string) => string)[]): Recorded {
    const search = new LeakSearch({ live: this.#live, known: this.#known, redactions });
    const pseudonyms = new Pseudonyms({
      key,
      live: this.#live,
      avoided: search.values,
      known: this.#known,
      isAffix: (text) => this.#affixes.some((isAffix) => isAffix(text)),
    });
    const drawn = new DrawnValues({ pseudonyms, live: this.#live, search, known: this.#known });
    const text = harText(this.#exchanges, this.#providers, drawn);
    const leak = search.find(text);
    return leak === null ? { text } : { leak };
  }
}
