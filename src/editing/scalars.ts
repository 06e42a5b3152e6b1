import { visible } from '../report/escape.js';

/** Words that some YAML reader takes for something else than text. */
const TAKEN = /^(?:null|true|false|yes|no|on|off|y|n)$/iu;
const PLAIN = /^[A-Za-z_][\w.@+/%-]*(?::[\w.@+/%-]+)*$/u;
const PLAIN_MAIL = /^\w[\w.+/%-]*@[\w.-]*\w$/u;
const PLAIN_WORDS = /^[A-Za-z][\w.+-]*(?: [\w.+-]+)*$/u;
const INVISIBLE =
  /(?![\uFE00-\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;

/** Text as a YAML scalar on one line: plain where every reader takes it for text, else in double quotes. */
export function yamlScalar(text: string): string {
  const plain = PLAIN.test(text) || PLAIN_MAIL.test(text) || PLAIN_WORDS.test(text);
  return plain && !TAKEN.test(text) ? text : quoted(text);
}

/** Text as a YAML scalar in double quotes, as ids are written. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** A comment that ends its line, nothing for blank text; foreign text cannot leave it. */
export function yamlComment(text: string): string {
  const shown = visible(text).trim();
  return shown === '' ? '' : ` # ${shown}`;
}
