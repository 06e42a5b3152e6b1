import type { HttpRequest, HttpResponse, ReadClient } from '../../http/request.js';
import type { Provider, ProviderModule, WriteStep } from '../provider.js';
import type { Connector } from './connector.js';
import type { ConnectorContext, ConnectorReads } from './context.js';
import { Indexes } from './indexes.js';
import { discoverScopes } from './discover.js';
import { readRoot, rereadRoot } from './read.js';
import { connectorSettings } from './settings.js';
import { connectorTraits } from './traits.js';
import { type ConnectorStep, connectorIsDone, connectorRefusal, connectorWrites } from './writes.js';

/** A provider that a connector file describes, under the name that the settings give it. */
export function connectorModule(name: string, connector: Connector): ProviderModule {
  const traits = connectorTraits(name, connector);
  return {
    traits,
    settings: connectorSettings(name, connector),
    doctor: async () => (await import('./doctor/index.js')).connectorDoctor(connector, traits),
    create(settings): Provider {
      const context: ConnectorContext = { connector, settings, traits };
      const writing = { ...context, indexes: new Indexes() };
      const seen = new Set<string>();
      const reading = (client: ReadClient): ConnectorReads => ({
        ...context,
        client: readingOnce(client),
        seen,
      });
      return {
        traits,
        read: (request, client) => readRoot(request, reading(client)),
        reread: (request, client) => rereadRoot(request, reading(client)),
        discover: (root, client) => discoverScopes(root, reading(client)),
        writes: (change, root) => connectorWrites(change, root, writing),
        refusal: (step, answer) => connectorRefusal(isOurs(step) ? step.success : [], answer),
        isDone: (step, body) => connectorIsDone(isOurs(step) ? step.done : [], body),
      };
    },
  };
}

function isOurs(step: WriteStep): step is ConnectorStep {
  return 'success' in step;
}

/** Asks for a path once, since a list may serve several scopes, or people and roles alike. */
function readingOnce({ get }: ReadClient): ReadClient {
  const answers = new Map<string, Promise<HttpResponse>>();
  return {
    get: (request: HttpRequest) => {
      const key = `${request.credential} ${request.path}`;
      const answer = answers.get(key) ?? get(request);
      answers.set(key, answer);
      return answer;
    },
  };
}
