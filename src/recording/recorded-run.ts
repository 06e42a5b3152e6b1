import type { RecordedAuth, RecordedProvider } from '../generated/recording.js';
import { parsePrincipalAddress } from '../model/address.js';
import { isRecord } from '../model/record.js';
import type { Scope } from '../model/scope.js';
import type { ProviderSettings } from '../model/settings.js';
import type { ProbeRoot, ProviderDoctor } from '../providers/doctor.js';
import type { ProviderModule } from '../providers/provider.js';
import type { Connector } from '../providers/connector/connector.js';
import type { KnownWords } from './known-words.js';
import type { LiveValues, Redacted } from './live-values.js';
import { redactConnector } from './redact-connector.js';
import type { Addresses } from './redact-path.js';

/** A provider whose exchanges are recorded. */
export interface RecordedSubject {
  readonly module: Pick<ProviderModule, 'traits' | 'settings'>;
  /** What a replay finds the module by; the name of its traits if left out. */
  readonly moduleName?: string;
  /** The connector file of a user's own, which a replay has not. */
  readonly connector?: Connector | undefined;
  readonly settings: ProviderSettings;
  /** Null where nothing is documented: every answer loses all its values. */
  readonly doctor: Pick<ProviderDoctor, 'answers' | 'recordable'> | null;
  /** What the files name, which the recording tells in pseudonyms. */
  readonly roots: readonly ProbeRoot[];
  /** Whether the variables of a root's credential are set. */
  readonly isUsable: (root: Scope) => boolean;
}

/** What a run was asked for, as it is kept (see RecordedProvider). */
export interface CapturedProvider {
  readonly name: string;
  readonly module: string;
  readonly connector: Redacted | null;
  readonly bases: Readonly<Record<string, string>>;
  readonly auth: RecordedAuth;
  readonly rateLimit: RecordedProvider['rateLimit'];
  readonly options: Redacted;
  readonly self: Redacted;
  readonly roots: Redacted;
}

interface RunContext {
  readonly words: KnownWords;
  readonly live: LiveValues;
}

/** Takes out of what a run was asked for what is live in it. */
export function capturedProvider(
  { module, moduleName = module.traits.name, connector, settings, roots, isUsable }: RecordedSubject,
  { bases }: Addresses,
  context: RunContext,
): CapturedProvider {
  const { live } = context;
  const scope = ({ kind, id }: Scope): Redacted =>
    object({ kind: { value: kind }, id: { text: live.add(id, 'id') } });
  const vocabulary = new Set(schemaWords(module.settings.schema));
  return {
    name: settings.name,
    module: moduleName,
    connector: connector === undefined ? null : redactConnector(connector, context),
    bases: Object.fromEntries(bases.map(({ name, origin }) => [name, origin])),
    auth: settings.auth?.method ?? null,
    rateLimit: rateLimitIn(settings.written),
    options: redactOption(settings.options, vocabulary, context),
    self: redactSelf(settings.self, live),
    roots: {
      list: roots.map(({ root, scopes, named, wanted }) =>
        object({
          id: { text: live.add(root.id, 'id') },
          auth: { value: settings.rootAuth.get(root.id)?.method ?? null },
          usable: { value: isUsable(root) },
          scopes: { list: scopes.map(scope) },
          named: {
            list: named.map(({ kind, by, value }) =>
              object({
                kind: { value: kind },
                by: { value: by },
                value: { text: live.add(value, by === 'email' ? 'email' : 'id') },
              }),
            ),
          },
          wanted: {
            list: wanted.map((each) =>
              object({ scope: scope(each.scope), role: redactWord(each.role, context) }),
            ),
          },
        }),
      ),
    },
  };
}

function object(fields: Readonly<Record<string, Redacted>>): Redacted {
  return { fields: Object.entries(fields) };
}

/** Words of the documentation and of the settings' own schema stay; any other text becomes a pseudonym, keys included. */
function redactOption(value: unknown, vocabulary: ReadonlySet<string>, context: RunContext): Redacted {
  if (Array.isArray(value)) return { list: value.map((item) => redactOption(item, vocabulary, context)) };
  if (isRecord(value)) {
    return {
      fields: Object.entries(value).map(([key, item]) => [
        isKnown(key) ? key : context.live.add(key, 'id'),
        redactOption(item, vocabulary, context),
      ]),
    };
  }
  if (typeof value === 'string')
    return value === '' || isKnown(value) ? { value } : { text: context.live.add(value, 'id') };
  return { value: typeof value === 'number' || typeof value === 'boolean' ? value : null };

  function isKnown(text: string): boolean {
    return vocabulary.has(text) || context.words.isWord(text) || context.words.isPathWord(text);
  }
}

function rateLimitIn({ rateLimit }: Readonly<Record<string, unknown>>): RecordedProvider['rateLimit'] {
  if (!isRecord(rateLimit)) return null;
  const { requests, per } = rateLimit;
  return typeof requests === 'number' && typeof per === 'string' ? { requests, per } : null;
}

function redactWord(text: string, { words, live }: RunContext): Redacted {
  return words.isWord(text) ? { value: text } : { text: live.add(text, 'id') };
}

function redactSelf(self: string | null, live: LiveValues): Redacted {
  if (self === null) return { value: null };
  const user = parsePrincipalAddress(self);
  return user === null
    ? { text: live.add(self, 'email') }
    : { url: [`${user.kind}:`, live.add(user.id, 'id')] };
}

/** The names of properties and the values that a JSON Schema lists. */
function schemaWords(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(schemaWords);
  if (!isRecord(schema)) return [];
  const { properties, enum: values, const: value } = schema;
  const listed: readonly unknown[] = Array.isArray(values) ? values : [value];
  return [
    ...(isRecord(properties) ? Object.keys(properties) : []),
    ...listed.filter((each) => typeof each === 'string'),
    ...Object.values(schema).flatMap(schemaWords),
  ];
}
