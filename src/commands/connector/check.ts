import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { type ConnectorFile, readConnector } from '../../config/connector-file.js';
import { ExitCode, InvalidFilesError, UsageError } from '../../errors.js';
import { version } from '../../generated/version.js';
import { openHttpClient } from '../../http/client.js';
import type { ReadClient } from '../../http/request.js';
import type { ConnectorCheck } from '../../model/connector-check.js';
import { type Diagnostic, sortDiagnostics } from '../../model/diagnostic.js';
import { normalizedRequest } from '../../model/example-request.js';
import { quote } from '../../model/label.js';
import type { LiveRoot, LiveScope } from '../../model/live.js';
import { nearestOf, suggestion } from '../../model/nearest.js';
import { byCodeUnit } from '../../model/ordering.js';
import { principalAddress } from '../../model/principal.js';
import type { Scope } from '../../model/scope.js';
import type { Connector } from '../../providers/connector/connector.js';
import {
  type ExampleUse,
  exampleScopes,
  exampleTransport,
  hasExample,
} from '../../providers/connector/examples.js';
import { gapsOf, listsWithoutEnd } from '../../providers/connector/gaps.js';
import { connectorModule } from '../../providers/connector/module.js';
import { httpOptionsOf } from '../../providers/http-options.js';
import type { Provider } from '../../providers/provider.js';
import type { CommandContext, Outcome } from '../context.js';
import { providerName } from './named.js';
import { NOWHERE, withRecording } from './recorded-examples.js';
import { sampleWrites } from './sample-writes.js';

export interface ConnectorCheckOutcome extends Outcome {
  /** Null where the file has errors. */
  readonly check: ConnectorCheck | null;
}

/**
 * Checks a connector file, offline: reads what its examples hold and shows what would be sent for a grant, a change and a
 * revoke. @throws UsageError where there is no such file
 */
export async function connectorCheckCommand(
  { file }: { readonly file: string },
  context: Pick<CommandContext, 'cwd' | 'runtime' | 'signal'>,
): Promise<ConnectorCheckOutcome> {
  const path = resolve(context.cwd, file);
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UsageError(`there is no connector file ${JSON.stringify(file)} that can be read`, {
      cause: error,
    });
  });
  const shown = relative(context.cwd, path) || file;
  const { connector, diagnostics } = await readWithExamples(path, shown, bytes);
  if (connector === null)
    return { check: null, diagnostics: sortDiagnostics(diagnostics), exitCode: ExitCode.invalid };
  const check = await checkConnector(providerName(path), connector, context);
  return {
    check,
    diagnostics: leftOut(check, connector, shown),
    exitCode: isSound(check) ? ExitCode.done : ExitCode.error,
  };
}

/** A connector with its examples, wherever they stand; null where the file or a recording of theirs cannot be used. */
async function readWithExamples(
  path: string,
  shown: string,
  bytes: Uint8Array,
): Promise<Pick<ConnectorFile, 'connector' | 'diagnostics'>> {
  const read = readConnector(shown, bytes);
  if (read.connector === null) return read;
  try {
    const connector = await withRecording(read.connector, read.recording, dirname(path), providerName(path));
    return { connector, diagnostics: [] };
  } catch (error) {
    if (error instanceof InvalidFilesError) return { connector: null, diagnostics: error.diagnostics };
    throw error;
  }
}

/** Whether everything that the examples hold was understood. What no example answers is no fault of the file. */
function isSound({ problems, writes }: ConnectorCheck): boolean {
  return (
    problems.length === 0 && writes.every(({ requests }) => requests.every(({ state }) => state !== 'fails'))
  );
}

/** Runs a connector against its own examples, as a provider of a name. */
export async function checkConnector(
  name: string,
  connector: Connector,
  { runtime, signal }: Pick<CommandContext, 'runtime' | 'signal'>,
): Promise<ConnectorCheck> {
  const baseUrl = connector.url ?? NOWHERE;
  const module = connectorModule(name, { ...connector, url: baseUrl });
  const read = module.settings.read(
    { connector: '.', auth: { method: 'bearer', token: { env: 'TOKEN' } } },
    { file: '', line: 1, column: 1 },
  );
  if (read.settings === undefined) throw new Error('the settings of a connector need nothing but its auth');
  const use: ExampleUse = { used: new Set(), missing: new Set() };
  const client = openHttpClient({
    name: connector.title,
    ...httpOptionsOf(read.settings, module.traits),
    concurrency: 1,
    rateLimit: null,
    timeoutMs: 1000,
    runtime: { ...runtime, env: () => 'no-secret' },
    userAgent: `rolecall/${version}`,
    signal,
    transport: exampleTransport(connector, baseUrl, use),
  });
  const provider = module.create(read.settings);
  const scopes = exampleScopes(connector, module.traits);
  const roots = [...new Map(scopes.map((scope) => [scope.rootAddress, rootOf(scope, scopes)])).values()];
  const live: LiveRoot[] = [];
  const unlisted: string[] = [];
  for (const root of roots.filter((each) => each !== null)) {
    const named = scopes.filter(({ rootAddress }) => rootAddress === root.address);
    const listed = await listedScopes(root, connector, provider, client.reading);
    unlisted.push(...listed.problems);
    const own = [...named, ...listed.scopes];
    live.push(await provider.read({ root, scopes: own, named: [], everyone: true }, client.reading));
  }
  const writes = live.flatMap((root) => sampleWrites(root, connector, provider, use));
  await client.close();
  const examples = connector.examples ?? [];
  return {
    provider: name,
    title: connector.title,
    scopes: live.flatMap((root) =>
      root.scopes.map(({ scope, name, complete, roles, assignments }) => ({
        scope: scope.address,
        name,
        complete,
        roles: roles.map(({ role }) => role),
        holders: assignments.map(({ principal, role, keep }) => ({
          principal: principalAddress(principal.kind, principal.id),
          role,
          keep,
        })),
      })),
    ),
    problems: [
      ...new Set([...live.flatMap((root) => root.problems.map(({ message }) => message)), ...unlisted]),
    ],
    writes,
    missing: [...use.missing].sort(),
    unused: examples
      .filter((example) => !use.used.has(example))
      .map(({ request }) => normalizedRequest(request))
      .sort(),
    gaps: [
      ...listsWithoutEnd(connector),
      ...gapsOf(connector),
      ...live.flatMap((root) => root.scopes.flatMap(unknownRoles)),
    ],
  };
}

/**
 * The lists of scopes that examples answer. Of what they hold, those scopes are read whose holders stand in lists of the root:
 * no request names them.
 */
async function listedScopes(
  root: Scope,
  connector: Connector,
  provider: Provider,
  client: ReadClient,
): Promise<{ readonly scopes: readonly Scope[]; readonly problems: readonly string[] }> {
  const { kinds } = connector;
  if (!Object.values(kinds).some(({ list }) => list !== undefined && hasExample(connector, list.get)))
    return { scopes: [], problems: [] };
  const { scopes, problems } = await provider.discover(root, client);
  const isOfRoot = ({ kind }: Scope): boolean =>
    kinds[kind]?.assignments.every((spec) => spec.of === 'root') ?? false;
  return {
    scopes: scopes.map(({ scope }) => scope).filter(isOfRoot),
    problems: problems.map(({ message }) => message),
  };
}

function rootOf(scope: Scope, scopes: readonly Scope[]): Scope | null {
  return scopes.find(({ address }) => address === scope.rootAddress) ?? null;
}

/** Roles that rows hold and the file does not have, which is what a slip in the file looks like. */
function unknownRoles({ scope, roles, assignments }: LiveScope): readonly string[] {
  const known = roles.map(({ role }) => role);
  const unknown = assignments.filter(({ keep }) => keep === 'unknown-role').map(({ role }) => role);
  return [...new Set(unknown)].sort(byCodeUnit).map((role) => {
    const hint = suggestion(nearestOf(known)(role));
    return `${scope.kind}: ${quote(role)} is none of the roles, so that it is never granted nor taken away.${hint}`;
  });
}

/** The file itself is in order: where it has no examples, nothing of it was tried. */
function leftOut({ scopes }: ConnectorCheck, { kinds }: Connector, file: string): readonly Diagnostic[] {
  if (scopes.length > 0) return [];
  const get = Object.values(kinds)[0]?.assignments[0]?.get ?? '/';
  const message = `Nothing was tried: write recorded answers under "examples", first that of GET ${get}`;
  return [{ severity: 'warning', code: 'connector', message: `${message}.`, file, line: 1, column: 1 }];
}
