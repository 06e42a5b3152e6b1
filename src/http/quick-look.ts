import type { SecretIndex } from './secret-index.js';

/** A longer text is looked at thoroughly from the start. */
const longest = 1024;
const [percent, ampersand, lessThan, backslash] = [37, 38, 60, 92];

/**
 * Tells most texts that hold no secret from all others, such as the paths of requests, of which there are thousands: a
 * thorough look at one takes thirty times as long.
 */
export class QuickLook {
  readonly #index: SecretIndex;
  readonly #plain = new Uint8Array(longest);
  readonly #decoded = new Uint8Array(longest);

  constructor(index: SecretIndex) {
    this.#index = index;
  }

  /** False only where no form of a secret is in the text. */
  mayHold(text: string): boolean {
    if (text.length > longest) return true;
    let length = 0;
    let encoded = false;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (isHarder(code)) return true;
      if (code === percent) encoded = true;
      if (code > 32) this.#plain[length++] = lowerCase(code);
    }
    if (this.#index.mayBeIn(this.#plain, length)) return true;
    return encoded && this.#mayHoldDecoded(length);
  }

  #mayHoldDecoded(plainLength: number): boolean {
    let length = 0;
    for (let at = 0; at < plainLength; at += 1) {
      let code = this.#plain[at] ?? 0;
      const byte = code === percent ? byteOf(this.#plain[at + 1] ?? 0, this.#plain[at + 2] ?? 0) : -1;
      if (byte >= 0 && at + 2 < plainLength) {
        if (byte === percent || isHarder(byte)) return true;
        code = byte;
        at += 2;
      }
      if (code > 32) this.#decoded[length++] = lowerCase(code);
    }
    return this.#index.mayBeIn(this.#decoded, length);
  }
}

function isHarder(code: number): boolean {
  return code >= 128 || code === ampersand || code === lessThan || code === backslash;
}

function lowerCase(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

/** Of two hexadecimal digits in lower case; -1 where they are none. */
function byteOf(high: number, low: number): number {
  const [first, second] = [digitOf(high), digitOf(low)];
  return first < 0 || second < 0 ? -1 : first * 16 + second;
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}
