import { readConnector } from '../../config/connector-file.js';
import { UsageError } from '../../errors.js';
import { connectors as shipped } from '../../generated/connectors.js';
import type { RecordedProvider } from '../../generated/recording.js';
import type { Connector } from '../../providers/connector/connector.js';
import { connectorModule } from '../../providers/connector/module.js';
import type { ProviderModule } from '../../providers/provider.js';
import type { RecordedSubject } from '../../recording/recorded-run.js';
import { type NamedConnector, namedConnector } from '../connector/named.js';
import type { ProviderCase } from './provider-case.js';

/** Stands for a connector that is a file of its user. */
const ownConnector = 'connector';

/** What a recording calls the module of a provider; of a connector that does not come with rolecall it holds the file. */
export function recordedModuleName({
  module,
  settings,
  doctor,
}: ProviderCase): Pick<RecordedSubject, 'moduleName' | 'connector'> {
  const { connector } = settings.written;
  if (connector === undefined) return { moduleName: module.traits.name };
  const isShipped = typeof connector === 'string' && Object.hasOwn(shipped, connector);
  return isShipped ? { moduleName: connector } : { moduleName: ownConnector, connector: doctor?.connector };
}

/** The module of a recorded provider, with what its settings have of it. */
export interface RecordedModule {
  readonly module: ProviderModule;
  readonly written: Readonly<Record<string, unknown>>;
  /** The connector that it is of; null for a built-in system. */
  readonly connector: NamedConnector | null;
  /** Whether the connector is a file that does not come with rolecall. */
  readonly isOwn: boolean;
}

/**
 * The module that a recording names, and what its settings have of it.
 * @param shown how messages call the recording
 * @throws UsageError where there is none
 */
export async function recordedModule(
  provider: RecordedProvider,
  shown: string,
  builtIn: readonly ProviderModule[],
): Promise<RecordedModule> {
  const { name, module } = provider;
  const own = builtIn.find(({ traits }) => traits.name === module);
  if (own !== undefined) return { module: own, written: {}, connector: null, isOwn: false };
  const isConnector = module === ownConnector || Object.hasOwn(shipped, module);
  const isTaken = builtIn.some(({ traits }) => traits.name === name);
  if (isConnector && (isTaken || !/^[a-z][a-z0-9-]*$/u.test(name)))
    throw new UsageError(`${shown} calls a connector ${JSON.stringify(name)}, as none can be called`);
  if (Object.hasOwn(shipped, module)) {
    const connector = await namedConnector(module, '.', 'nothing was replayed');
    const ofIt = connectorModule(name, connector.connector);
    return { module: ofIt, written: { connector: module }, connector, isOwn: false };
  }
  if (module === ownConnector) {
    const connector = recordedConnector(provider, shown);
    const ofIt = connectorModule(name, connector);
    return {
      module: ofIt,
      written: { connector: ownConnector },
      connector: { name, connector },
      isOwn: true,
    };
  }
  throw new UsageError(
    `${shown} is of ${JSON.stringify(module)}, which this version of rolecall does not know`,
    {
      hint: 'Use the version that recorded it.',
    },
  );
}

/** The connector that a recording holds, which strangers may have written. @throws UsageError where there is none */
function recordedConnector({ name, connector }: RecordedProvider, shown: string): Connector {
  if (connector === undefined) {
    throw new UsageError(
      `${shown} is of ${JSON.stringify(name)}, whose connector is a file that it does not hold`,
      { hint: 'Record again.' },
    );
  }
  const read = readConnector(shown, new TextEncoder().encode(JSON.stringify(connector)));
  if (read.connector !== null) return read.connector;
  throw new UsageError(
    `${shown} holds a connector with errors: ${read.diagnostics[0]?.message ?? 'it is none'}`,
    { hint: 'Use the version that recorded it.' },
  );
}
