import { lostText, oneTime } from './redact-json.js';

/**
 * What rolecall itself writes into a recording, in lower case: the names of HAR 1.2, its own, and the values that stand
 * for others. A live value that is one of them tells nothing.
 */
export const recordedWords: ReadonlySet<string> = new Set(
  [
    'log version creator name entries startedDateTime time request method url httpVersion cookies headers value',
    'queryString headersSize bodySize response status statusText content size mimeType text redirectURL cache timings',
    'send wait receive _rolecall rolecall _credential credential own invalid none formatVersion providers module bases',
    'options self roots scopes named wanted scope role kind user group email default http https application json plain',
    'html xml octet stream token access_token token_type expires_in error error_description error_uri bearer true',
    'false null get post 1970 1970-01-01 charset elsewhere problem',
    `${lostText} ${oneTime}`,
  ]
    .join(' ')
    .toLowerCase()
    .split(' '),
);
