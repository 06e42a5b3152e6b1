import { UsageError } from '../../errors.js';
import type {
  RecordedAuth,
  RecordedProvider,
  RecordedRoot,
  RecordedScope,
} from '../../generated/recording.js';
import { makeScope, type ProviderTraits, rootTraits, type Scope } from '../../model/scope.js';
import type { ProbeRoot } from '../../providers/doctor.js';
import type { ProviderModule } from '../../providers/provider.js';
import type { ProviderCase } from './provider-case.js';
import { recordedModule } from './recorded-module.js';

/** The case that a recording is of. */
export interface RecordedCase extends ProviderCase {
  /** Addresses of the roots that were asked about: the variables of their credentials were set. */
  readonly usable: ReadonlySet<string>;
}

/**
 * What a run was asked for, on the module that knows the API.
 * @param shown how messages call the recording
 * @throws UsageError where this version knows no such system, option or scope
 */
export async function recordedCase(
  provider: RecordedProvider,
  shown: string,
  modules: readonly ProviderModule[],
): Promise<RecordedCase> {
  const { name, roots } = provider;
  const { module, written: own } = await recordedModule(provider, shown, modules);
  const source = { file: shown, line: 1, column: 1 };
  const written = { ...own, ...writtenOf(provider, module.traits) };
  const { settings, errors } = module.settings.read(written, source);
  if (settings === undefined) {
    const [error] = errors;
    throw new UsageError(
      `${shown} has settings of ${name} that are none: ${error?.instancePath ?? ''} ${error?.message ?? ''}`,
      { hint: 'Use the version that recorded it.' },
    );
  }
  const probeRoots = roots.map((root) => probeRoot(root, module.traits, shown));
  return {
    name,
    module,
    doctor: (await module.doctor?.()) ?? null,
    settings: { ...settings, name, written },
    roots: probeRoots,
    usable: new Set(probeRoots.filter((_, index) => roots[index]?.usable).map(({ root }) => root.address)),
  };
}

/** The settings as if somebody had written them. Their variables are nobody's, and are not read. */
function writtenOf(
  { bases, auth, rateLimit, options, self, roots }: RecordedProvider,
  traits: ProviderTraits,
): Readonly<Record<string, unknown>> {
  const { default: url, ...others } = bases;
  const own = roots.flatMap(({ id, ...root }) =>
    root.auth === null ? [] : [[id, { auth: authOf(root.auth) }] as const],
  );
  return {
    url,
    ...others,
    ...(auth === null ? {} : { auth: authOf(auth) }),
    ...(own.length === 0 ? {} : { [rootTraits(traits).plural]: Object.fromEntries(own) }),
    ...(rateLimit === null ? {} : { rateLimit }),
    ...(self === null ? {} : { self }),
    ...(Object.keys(options).length === 0 ? {} : { options }),
  };
}

function authOf(method: NonNullable<RecordedAuth>): Readonly<Record<string, unknown>> {
  const env = { env: 'RECORDED' };
  const tokenUrl = 'https://token.invalid/token';
  switch (method) {
    case 'bearer':
      return { method, token: env };
    case 'header':
      return { method, name: 'x-recorded', token: env };
    case 'client-credentials':
      return { method, tokenUrl, clientId: env, clientSecret: env };
    case 'private-key-jwt':
      return { method, tokenUrl, clientId: env, keyId: env, privateKey: env };
  }
}

function probeRoot(
  { id, scopes, named, wanted }: RecordedRoot,
  traits: ProviderTraits,
  shown: string,
): ProbeRoot {
  const scopeOf = (scope: RecordedScope): Scope => {
    const kind = traits.scopes.find((each) => each.kind === scope.kind);
    if (kind !== undefined) return makeScope(traits, kind, scope.id, id);
    throw new UsageError(
      `${shown} names a scope that ${traits.title} has not: ${JSON.stringify(scope.kind)}`,
    );
  };
  return {
    root: makeScope(traits, rootTraits(traits), id, id),
    scopes: scopes.map(scopeOf),
    named,
    wanted: wanted.map(({ scope, role }) => ({ scope: scopeOf(scope), role })),
  };
}
