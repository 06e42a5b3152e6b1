import { searchableBytes } from './decoded-text.js';

/** What is searched for in place of a secret, and how much of its beginning tells it. */
export interface SecretForm {
  /** As in DecodedText: lower-case bytes without white space. */
  readonly bytes: string;
  /** A beginning of this length is taken out too. */
  readonly telling: number;
  /** Whether a long part of its middle is taken out too. */
  readonly anyPart: boolean;
}

/** So many first characters of a secret tell too much of it. */
const tellingPrefix = 8;

/** A shorter value is no secret worth the name, and replacing it would tear ordinary words apart. */
export const shortestSecret = 4;

/** The forms of a secret that decoding does not undo: itself, hex and base64, the latter within a longer text too. */
export function secretForms(secret: string): readonly SecretForm[] {
  const utf8 = Buffer.from(secret, 'utf8');
  // Web forms write a space as a plus.
  const spellings = [secret, ...(secret.includes(' ') ? [secret.replaceAll(' ', '+')] : [])];
  const forms = [
    ...spellings.map((text) => ({ bytes: searchableBytes(text), telling: tellingPrefix, anyPart: true })),
    { bytes: utf8.toString('hex'), telling: tellingPrefix * 2, anyPart: false },
    ...base64Forms(utf8).map((text) => ({
      bytes: searchableBytes(text),
      telling: Math.floor((tellingPrefix * 8) / 6),
      anyPart: false,
    })),
  ];
  return forms.filter(({ bytes }) => bytes.length >= shortestSecret);
}

/** What base64 of a text that contains the bytes must contain, at each of the three places they may start in. */
function base64Forms(utf8: Buffer): readonly string[] {
  if (utf8.length < tellingPrefix) return [];
  return [0, 1, 2].flatMap((shift) => {
    const bytes = Buffer.concat([Buffer.alloc(shift), utf8]);
    const start = shift === 0 ? 0 : shift + 1;
    const end = Math.floor((bytes.length * 8) / 6);
    const whole = bytes.toString('base64').slice(start, end);
    return [...new Set([whole, whole.replaceAll('+', '-').replaceAll('/', '_')])];
  });
}

/** The secret values within one: the lines of a key, the parts of a token, the private numbers of a JWK. */
export function secretParts(secret: string): readonly string[] {
  const lines = secret.split(/\r?\n|\\n/).filter((line) => !line.startsWith('---'));
  const parts = /^[\w-]+\.[\w-]+\.[\w-]*$/.test(secret) ? secret.split('.') : [];
  return [...lines, ...parts, ...privateNumbers(secret)].filter(
    (part) => part.length >= shortestPart && part !== secret,
  );
}

const shortestPart = 16;
/** RFC 7518 section 6: what only the owner of a key knows. */
const privateNames = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];

function privateNumbers(secret: string): readonly string[] {
  if (!secret.startsWith('{')) return [];
  try {
    const key: unknown = JSON.parse(secret);
    if (typeof key !== 'object' || key === null) return [];
    const fields = new Map<string, unknown>(Object.entries(key));
    return privateNames.flatMap((name) => {
      const value = fields.get(name);
      return typeof value === 'string' ? [value] : [];
    });
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
