import type { HttpClient } from '../http/client.js';
import type { ProviderSettings } from '../model/settings.js';
import type { Provider } from '../providers/provider.js';

/** A provider and the client its requests go through. */
export interface Connection {
  readonly provider: Provider;
  readonly client: HttpClient;
  readonly settings: ProviderSettings;
}

/** The providers a run needs, by name. */
export type Connections = ReadonlyMap<string, Connection>;

/** The connection of a provider. Throws where the run did not open it, which is a defect of the caller. */
export function connectionTo(connections: Connections, provider: string): Connection {
  const connection = connections.get(provider);
  if (connection === undefined) throw new Error(`no connection to provider ${provider} was opened`);
  return connection;
}

/** Requests sent so far over all connections, token requests and repetitions included. */
export function requestsMade(connections: Connections): number {
  let made = 0;
  for (const { client } of connections.values()) made += client.counts().made;
  return made;
}
