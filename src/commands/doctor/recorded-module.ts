import { UsageError } from '../../errors.js';
import { connectors as shipped } from '../../generated/connectors.js';
import type { RecordedProvider } from '../../generated/recording.js';
import { connectorModule } from '../../providers/connector/module.js';
import type { ProviderModule } from '../../providers/provider.js';
import { namedConnector } from '../connector/named.js';
import type { ProviderCase } from './provider-case.js';

/** Stands for a connector that is a file of its user: a recording holds none. */
const ownConnector = 'connector';

/** What a recording calls the module of a provider: a connector that ships with rolecall by its name. */
export function recordedModuleName({ module, settings }: ProviderCase): string {
  const { connector } = settings.written;
  if (connector === undefined) return module.traits.name;
  return typeof connector === 'string' && Object.hasOwn(shipped, connector) ? connector : ownConnector;
}

/**
 * The module that a recording names, and what its settings have of it.
 * @param shown how messages call the recording
 * @throws UsageError where there is none
 */
export async function recordedModule(
  { name, module }: RecordedProvider,
  shown: string,
  builtIn: readonly ProviderModule[],
): Promise<{ readonly module: ProviderModule; readonly written: Readonly<Record<string, unknown>> }> {
  const own = builtIn.find(({ traits }) => traits.name === module);
  if (own !== undefined) return { module: own, written: {} };
  if (Object.hasOwn(shipped, module)) {
    const { connector } = await namedConnector(module, '.', 'nothing was replayed');
    return { module: connectorModule(name, connector), written: { connector: module } };
  }
  if (module === ownConnector) {
    throw new UsageError(
      `${shown} is of ${JSON.stringify(name)}, whose connector is a file that it does not hold`,
      {
        hint: 'Only recordings of connectors that come with rolecall can be replayed.',
      },
    );
  }
  throw new UsageError(
    `${shown} is of ${JSON.stringify(module)}, which this version of rolecall does not know`,
    {
      hint: 'Use the version that recorded it.',
    },
  );
}
