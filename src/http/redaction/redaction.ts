import { decodedLayers, searchableBytes } from './decoded-text.js';
import { secretForms, secretParts, shortestSecret } from './secret-forms.js';
import { SecretIndex, type Span } from './secret-index.js';

const mark = '[redacted]';

/** What begins a percent code, an escape or an entity. */
const holdsCode = /[%&\\]/u;
/** Nothing is encoded in such a text, but for percent codes: most paths of requests. */
const plainPath = /^[!"$-:=-[\]-~]*$/;

/** Remembers every secret that was seen and takes them out of whatever is to be shown. */
export class Redaction {
  readonly #index = new SecretIndex();
  /** Spellings of secrets that are hardly more than white space, or that decoding would change. */
  readonly #short = new Set<string>();
  readonly #known = new Set<string>();

  /** Remembers a token, key, secret or assertion, and the parts of one that are secrets themselves. */
  add(secret: string): void {
    if (this.#known.has(secret)) return;
    this.#known.add(secret);
    for (const value of [secret, ...secretParts(secret)]) {
      for (const form of secretForms(value)) this.#index.add(form);
      if (searchableBytes(value).length < shortestSecret || holdsCode.test(value)) {
        for (const spelling of spellings(value)) this.#short.add(spelling);
      }
    }
  }

  /**
   * Returns the text without any of the secrets, however they are encoded, broken in lines or cut short, as long as
   * eight of their first characters (or some more of others) are left.
   */
  readonly redact = (text: string): string => this.#withoutShort(this.#withoutLong(text));

  #withoutLong(text: string): string {
    if (this.#index.isEmpty || this.#isHarmlessPath(text)) return text;
    const spans = decodedLayers(text).flatMap(({ bytes, starts, ends }) =>
      this.#index
        .spansIn(bytes)
        .map(({ from, to }): Span => ({ from: starts[from] ?? 0, to: ends[to - 1] ?? text.length })),
    );
    return spans.length === 0 ? text : without(text, spans);
  }

  /** Spares thousands of paths the decoding, which takes twenty times as long as this. */
  #isHarmlessPath(text: string): boolean {
    if (!plainPath.test(text)) return false;
    const decoded = text.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (decoded !== text && (decoded.includes('%') || !plainPath.test(decoded))) return false;
    return [text, decoded].every((each) => this.#index.spansIn(each.toLowerCase()).length === 0);
  }

  #withoutShort(text: string): string {
    let clean = text;
    for (const spelling of this.#short)
      if (clean.includes(spelling)) clean = clean.replaceAll(spelling, mark);
    return clean;
  }
}

function without(text: string, spans: readonly Span[]): string {
  let clean = '';
  let at = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (to <= at) continue;
    if (from >= at) clean += text.slice(at, from) + mark;
    at = to;
  }
  return clean + text.slice(at);
}

/** How a short secret may be spelled, longest first. */
function spellings(secret: string): readonly string[] {
  const percent = encodeURIComponent(secret.toWellFormed());
  return [secret, percent, percent.replaceAll('%20', '+'), JSON.stringify(secret).slice(1, -1)]
    .filter(({ length }) => length >= shortestSecret)
    .sort((a, b) => b.length - a.length);
}
