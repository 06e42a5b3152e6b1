import { version } from '../generated/version.js';
import type { CapturedExchange } from './capture.js';
import type { DrawnValues } from './drawn-values.js';
import type { RecordedEntry, RecordedPair } from '../generated/recording.js';
import type { CapturedProvider } from './recorded-run.js';
import { oneTime } from './redact-json.js';

/** The version of what `_rolecall` holds; another one is refused. */
export const recordingVersion = 1;

/** The archive as text. */
export function harText(
  exchanges: readonly CapturedExchange[],
  providers: readonly CapturedProvider[],
  drawn: DrawnValues,
): string {
  const recording = {
    log: {
      version: '1.2',
      creator: { name: 'rolecall', version },
      _rolecall: {
        formatVersion: recordingVersion,
        providers: providers.map(({ connector, options, self, roots, ...provider }) => ({
          ...provider,
          ...(connector === null ? {} : { connector: drawn.json(connector) }),
          options: drawn.json(options),
          self: drawn.json(self),
          roots: drawn.json(roots),
        })),
      },
      entries: exchanges.map((exchange) => entryOf(exchange, drawn)),
    },
  };
  return `${JSON.stringify(recording, null, 1)}\n`;
}

/** Sizes and times are left out: their digits say nothing of use, and might be somebody's id. */
function entryOf(
  { method, origin, path, credential, response }: CapturedExchange,
  drawn: DrawnValues,
): RecordedEntry {
  const url = `${origin}${drawn.url(path)}`;
  const unknownSizes = { headersSize: -1, bodySize: -1 };
  const { status, headers, mediaType, body } = response ?? {
    status: 0,
    headers: [],
    mediaType: '',
    body: '',
  };
  return {
    startedDateTime: oneTime,
    time: 0,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [],
      queryString: queryOf(url),
      ...unknownSizes,
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: headers.map(([name, value]) => ({ name, value: drawn.url(value) })),
      content: {
        size: -1,
        mimeType: mediaType,
        text: typeof body === 'string' ? body : JSON.stringify(drawn.json(body)),
      },
      redirectURL: '',
      ...unknownSizes,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
    _credential: credential,
  };
}

function queryOf(url: string): RecordedPair[] {
  return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }));
}
