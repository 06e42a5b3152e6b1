import { type Arbitrary, integer } from 'fast-check';

const FIRST_SURROGATE = 0xd800;
const SURROGATES = 0x800;

/** Any character of Unicode but half a pair. fast-check's own `binary` takes most of a second to be made. */
export const anyCharacter: Arbitrary<string> = integer({ min: 0, max: 0x10ffff - SURROGATES }).map((index) =>
  String.fromCodePoint(index < FIRST_SURROGATE ? index : index + SURROGATES),
);
