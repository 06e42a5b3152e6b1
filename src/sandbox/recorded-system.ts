import type { RecordedEntry, RecordedProvider } from '../generated/recording.js';
import { RecordedAnswers, type RecordedResponse } from '../recording/recorded-answers.js';
import { type Answer, Refusal, type SandboxRequest } from './messages.js';
import { type Route, route } from './routes.js';
import type { Authenticate, SandboxSystem } from './system.js';

/** What a sandbox serves of a recording. */
export interface RecordedSystems {
  readonly systems: readonly SandboxSystem[];
  /** The providers of the recording that no system here can serve. */
  readonly left: readonly string[];
}

/** The systems that a recording is of: each answers what was recorded in place of holding a state. */
export function recordedSystems(
  known: readonly SandboxSystem[],
  providers: readonly RecordedProvider[],
  entries: readonly RecordedEntry[],
): RecordedSystems {
  const served = providers.map((provider) => {
    const system = known.find(({ name }) => name === provider.name);
    return system === undefined ? null : recordedSystem(system, provider, entries);
  });
  return {
    systems: served.filter((system) => system !== null),
    left: providers.filter((_, index) => served[index] === null).map(({ name }) => name),
  };
}

/** Null where the system serves no recordings. */
function recordedSystem(
  system: SandboxSystem,
  provider: RecordedProvider,
  entries: readonly RecordedEntry[],
): SandboxSystem | null {
  const { recorded } = system;
  if (recorded === undefined) return null;
  return {
    ...system,
    defaultSeed: recorded.seed,
    readSeed: (part) => {
      const read = system.readSeed(part);
      if ('problems' in read) return read;
      return {
        start: async (tokens, now) => {
          const started = await read.start(tokens, now);
          return {
            ...started,
            settings: (url) => [...started.settings(url), ...furtherSettings(provider)],
            load: (authenticate) => ({
              routes: [recordedRoute(provider, entries, recorded.basePath, authenticate)],
              snapshot: () => recorded.seed,
            }),
          };
        },
      };
    },
  };
}

/** The lines of the settings that the recording was made with. JSON is YAML. */
function furtherSettings({ self, rateLimit, options }: RecordedProvider): readonly string[] {
  const settings = {
    ...(self === null ? {} : { self }),
    ...(rateLimit === null ? {} : { rateLimit }),
    ...(Object.keys(options).length === 0 ? {} : { options }),
  };
  return Object.entries(settings).map(([name, value]) => `    ${name}: ${JSON.stringify(value)}`);
}

function recordedRoute(
  { bases }: RecordedProvider,
  entries: readonly RecordedEntry[],
  basePath: string,
  authenticate: Authenticate,
): Route {
  const origins = [...new Set(Object.values(bases))];
  const answers = new RecordedAnswers(entries);
  const noWrites = (): never => {
    throw new Refusal(501, 'This is a recording, which takes no writes');
  };
  return route('/**', {
    GET: (request) => {
      const path = recordedPath(request, basePath);
      const credential = credentialOf(request, authenticate);
      const next = (asked: string): RecordedResponse | null =>
        origins
          .map((origin) => answers.next({ origin, path: asked, credential }))
          .find((found) => found !== null) ?? null;
      const firstPage = firstPagePath(path, request);
      const answer =
        next(path) ??
        (firstPage === null ? null : next(firstPage)) ??
        (credential === 'invalid' ? answers.toInvalid(origins) : null);
      if (answer === null) {
        // What the API says of a credential that it does not know was not recorded.
        if (credential === 'invalid') authenticate(request);
        throw new Refusal(404, `Not in the recording: GET ${path}`);
      }
      return served(answer, origins, request.origin + basePath);
    },
    POST: noWrites,
    PUT: noWrites,
    PATCH: noWrites,
    DELETE: noWrites,
  });
}

function credentialOf(request: SandboxRequest, authenticate: Authenticate): 'own' | 'invalid' {
  try {
    authenticate(request);
    return 'own';
  } catch (error) {
    if (error instanceof Refusal) return 'invalid';
    throw error;
  }
}

function recordedPath({ path, rawQuery }: SandboxRequest, basePath: string): string {
  const inside = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
  return rawQuery === '' ? inside : `${inside}?${rawQuery}`;
}

/** Less than this is no size of a page that shows much. */
const fullPage = 20;

/**
 * The path without what asks for the first page of a list, which is what a request without it gets; null for a request that
 * asks for something else of its pages. A filter such as `status=INACTIVE` stays.
 */
function firstPagePath(path: string, { query }: SandboxRequest): string | null {
  const isNumber = ([, value]: [string, string]): boolean => /^\d{1,9}$/.test(value);
  const pairs = [...query];
  const numbers = pairs.filter(isNumber).map(([, value]) => Number(value));
  const isFirst = numbers.every((number) => number <= 1 || number >= fullPage);
  if (!isFirst || !numbers.some((number) => number >= fullPage)) return null;
  const rest = new URLSearchParams(pairs.filter((pair) => !isNumber(pair))).toString();
  const [plain = ''] = path.split('?');
  return rest === '' ? plain : `${plain}?${rest}`;
}

/** These say how and when an answer comes, which is the server's own matter. */
const ofTransport = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'transfer-encoding',
]);

/** The answer with links that lead here. */
function served(
  { status, headers, content }: RecordedResponse,
  origins: readonly string[],
  here: string,
): Answer {
  if (status < 200) throw new Refusal(502, 'The recording holds no answer to this request: none came');
  const linked = (text: string): string =>
    origins.reduce((linkedText, origin) => linkedText.replaceAll(`${origin}/`, `${here}/`), text);
  const kept = headers.filter(
    ({ name, value }) => /^[a-z0-9-]+$/.test(name) && !ofTransport.has(name) && /^[\x20-\x7e]*$/.test(value),
  );
  return {
    status,
    headers: {
      ...(/^[\x20-\x7e]+$/.test(content.mimeType) ? { 'content-type': content.mimeType } : {}),
      ...Object.fromEntries(kept.map(({ name, value }) => [name, linked(value)])),
    },
    text: linked(content.text),
  };
}
