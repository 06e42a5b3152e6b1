/**
 * Letters A to Z as a to z; any other character stays. What two systems must agree on is compared so, since
 * `toLowerCase` takes other letters, as the Kelvin sign, for these.
 */
export function asciiLower(text: string): string {
  return /[A-Z]/u.test(text) ? text.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase()) : text;
}
