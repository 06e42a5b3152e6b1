import type { RecordedEntry, RecordedProvider, Recording } from '../../src/generated/recording.js';
import type { Exchange } from '../../src/http/exchange.js';
import { makeScope, rootTraits, type Scope } from '../../src/model/scope.js';
import type { DocumentedAnswer } from '../../src/providers/answer.js';
import type { ProbeRoot, Recordable } from '../../src/providers/doctor.js';
import { redox } from '../../src/providers/redox/index.js';
import type { RecordedSubject } from '../../src/recording/recorded-run.js';
import { Recorder } from '../../src/recording/recorder.js';
import { settingsFor } from '../providers/rig.js';

/** The answers of an API that exists only here. */
const answers: readonly DocumentedAnswer[] = [
  {
    name: 'members of an organization',
    source: 'T1',
    paths: ['/v1/organizations/{}/members'],
    body: {
      fields: {
        members: {
          list: {
            fields: {
              id: { types: ['string', 'number'], means: 'id' },
              name: { types: ['string'], means: 'name' },
              email: { types: ['string'], means: 'email' },
              role: { types: ['string'], means: 'role' },
              status: { types: ['string'], means: 'word' },
              admin: { types: ['boolean'], means: 'flag' },
              since: { types: ['string'], means: 'time' },
              note: { types: ['string'], means: 'other' },
            },
          },
        },
        total: { types: ['number'], means: 'count' },
        next: { types: ['string', 'null'], means: 'link' },
      },
    },
  },
];

const recordable: Recordable = {
  words: ['owner', 'admin', 'active'],
  pathWords: ['page', 'pageSize', 'status', 'userId', 'role-assignment'],
  affixes: ['user', 'v1'],
  headers: ['x-ratelimit-limit', 'link', 'www-authenticate', 'x-note'],
};

const url = 'https://api.acme.test/platform';

export function rootOf(id: string): Scope {
  return makeScope(redox.traits, rootTraits(redox.traits), id, id);
}

interface SubjectOptions {
  readonly roots?: readonly ProbeRoot[];
  readonly options?: Readonly<Record<string, unknown>>;
  readonly self?: string;
}

function subject({ roots = [], options = {}, self }: SubjectOptions = {}): RecordedSubject {
  return {
    module: redox,
    settings: { ...settingsFor(redox, url, options), self: self ?? null },
    doctor: { answers, recordable },
    roots,
    isUsable: () => true,
  };
}

export interface Sent {
  readonly path?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text stays as it is, anything else becomes JSON; null where no response came. */
  readonly body?: unknown;
  readonly kind?: Exchange['kind'];
  readonly authorization?: Exchange['authorization'];
}

function exchange({
  path = '/v1/organizations/1024/members',
  status = 200,
  headers = { 'content-type': 'application/json' },
  body = {},
  kind = 'request',
  authorization = 'own',
}: Sent): Exchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    kind,
    base: kind === 'token' ? null : 'default',
    method: kind === 'token' ? 'POST' : 'GET',
    path,
    authorization,
    credential: 'redox',
    at: Date.UTC(2026, 10, 28),
    ms: 12,
    response:
      body === null
        ? null
        : {
            status,
            latencyMs: 3,
            bytes: text.length,
            header: (name) => headers[name],
            headers: () => headers,
            text,
          },
  };
}

const key = Buffer.from('a key of the tests');

export interface Drawn {
  readonly text: string;
  readonly entries: readonly RecordedEntry[];
  /** What the run was asked for. */
  readonly provider: RecordedProvider;
  readonly urls: readonly string[];
  /** The bodies as JSON, or as text. */
  readonly bodies: readonly unknown[];
  /** The rows of the first answer. */
  readonly members: readonly Readonly<Record<string, unknown>>[];
}

export interface RecordingOptions extends SubjectOptions {
  readonly redact?: (text: string) => string;
  readonly key?: Uint8Array;
}

/** Records exchanges. @throws where the recording would tell something */
export function recorded(sent: readonly Sent[], options: RecordingOptions = {}): Drawn {
  const { text, leak } = recordedOrLeak(sent, options);
  if (text === undefined) throw new Error(`it would tell: ${leak}`);
  const { log } = JSON.parse(text) as Recording;
  const { _rolecall: run, entries } = log;
  const [provider] = run.providers;
  if (provider === undefined) throw new Error('no provider');
  const bodies = entries.map(({ response }) => bodyOf(response.content.text));
  return {
    text,
    entries,
    provider,
    urls: entries.map(({ request }) => request.url),
    bodies,
    members: (bodies[0] as { readonly members?: Drawn['members'] }).members ?? [],
  };
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function recordedOrLeak(
  sent: readonly Sent[],
  options: RecordingOptions = {},
): ReturnType<Recorder['finish']> {
  const recorder = new Recorder();
  const watch = recorder.watch(subject(options));
  for (const each of sent) watch(exchange(each));
  return recorder.finish(options.key ?? key, options.redact === undefined ? [] : [options.redact]);
}
