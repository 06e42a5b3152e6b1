/** Why bytes are not text, or the text; a byte order mark is left out. */
export type Decoded = { readonly text: string } | { readonly refused: string };

/** Bytes of a file above which it is not read. */
export const MAX_BYTES = 16 * 1024 * 1024;

/** UTF-8, strictly. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_BYTES) {
    return { refused: `it is larger than ${MAX_BYTES / 1024 / 1024} MiB: split it into several files` };
  }
  if (bytes.includes(0)) return { refused: 'it is not text: it holds zero bytes. Save it as UTF-8' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { refused: 'it is not UTF-8: save it as UTF-8' };
  }
}
