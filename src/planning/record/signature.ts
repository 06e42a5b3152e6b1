import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The HMAC of a whole record, base64url. */
export function signatureOf(text: string, signingKey: string): string {
  return keyedHash(`rolecall record\n${text}`, signingKey).toString('base64url');
}

/** Whether a signature is the one of a text, compared in constant time. */
export function isSignedBy(text: string, signature: string, signingKey: string): boolean {
  const expected = Buffer.from(signatureOf(text, signingKey));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** The SHA-256 of a message, or its HMAC-SHA-256 with a signing key. */
export function keyedHash(message: string, signingKey: string | null): Buffer {
  const hash = signingKey === null ? createHash('sha256') : createHmac('sha256', signingKey);
  return hash.update(message).digest();
}
