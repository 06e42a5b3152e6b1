/** Shorter values are no secrets worth the name, and replacing them would tear ordinary words apart. */
const shortestSecret = 4;
const mark = '[redacted]';

/** Remembers every secret that was seen and takes them out of whatever is to be shown. */
export class Redaction {
  readonly #forms = new Set<string>();
  #longestFirst: readonly string[] = [];

  /** Remembers a token, key, secret or assertion, and the lines of one that has several. */
  add(secret: string): void {
    const values = [
      secret,
      ...secret.split(/\r?\n|\\n/).filter((line) => line.length >= 16 && !line.startsWith('---')),
    ];
    for (const value of values) {
      if (value.length < shortestSecret || this.#forms.has(value)) continue;
      for (const form of formsOf(value)) if (form.length >= shortestSecret) this.#forms.add(form);
      this.#longestFirst = [];
    }
  }

  /** The text without any of the secrets, however they were encoded. */
  readonly redact = (text: string): string => {
    if (this.#longestFirst.length !== this.#forms.size) {
      this.#longestFirst = [...this.#forms].sort((a, b) => b.length - a.length);
    }
    let clean = text;
    for (const form of this.#longestFirst) if (clean.includes(form)) clean = clean.replaceAll(form, mark);
    return clean;
  };
}

function formsOf(secret: string): readonly string[] {
  const percent = encodeURIComponent(Buffer.from(secret, 'utf8').toString('utf8'));
  return [
    secret,
    percent,
    percent.replaceAll('%20', '+'),
    percent.toLowerCase(),
    new URLSearchParams({ s: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    ...base64Forms(secret),
  ];
}

/** What base64 of a text that contains the secret must contain, at each of the three places it may start in. */
function base64Forms(secret: string): readonly string[] {
  if (secret.length < 8) return [];
  return [0, 1, 2].flatMap((shift) => {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret, 'utf8')]);
    const start = shift === 0 ? 0 : shift + 1;
    const end = Math.floor((bytes.length * 8) / 6);
    const whole = bytes.toString('base64').slice(start, end);
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
