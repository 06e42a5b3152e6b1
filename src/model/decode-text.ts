const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a file that somebody may have edited or saved from a shell: UTF-8, strictly, without its byte order mark;
 * or why the bytes are none, as the end of a sentence.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly refused: string } {
  if (isUtf16(bytes))
    return { refused: 'it is UTF-16, as > writes it in Windows PowerShell: save it as UTF-8' };
  if (bytes.includes(0))
    return { refused: 'it is not text, because it contains zero bytes: save it as UTF-8' };
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return { refused: 'it is not UTF-8: save it as UTF-8' };
  }
}

/** Whether the bytes begin with the byte order mark of UTF-16. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
