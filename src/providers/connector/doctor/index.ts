import { credentialName } from '../../../model/settings.js';
import { type ProviderTraits, rootTraits, type Scope } from '../../../model/scope.js';
import type { Probe, ProviderDoctor } from '../../doctor.js';
import { errorForm } from '../../error-form.js';
import type { Connector, ListSpec } from '../connector.js';
import { gapsOf } from '../gaps.js';
import { type PageReading, pagesOf, pagingOf } from '../paging.js';
import { expandUrl, variablesIn } from '../templates.js';
import { connectorAnswers } from './answers.js';
import { describedFields } from './described-fields.js';
import { describedLists } from './described-lists.js';
import { connectorRecordable } from './recordable.js';

/** Holds what a connector file says against live answers. */
export function connectorDoctor(connector: Connector, traits: ProviderTraits): ProviderDoctor {
  const read = listToRead(connector, traits);
  return {
    read: (root, settings) => ({
      path: read === null ? '/' : firstPath(read, rootTraits(traits).kind, root, connector),
      credential: credentialName(settings, root),
    }),
    ...(read === null ? {} : { isError: (body: unknown) => isNoPage(body, read, connector) }),
    probes: [describedFields(connector), gaps(connector), errorForm],
    authority: [],
    answers: connectorAnswers(connector),
    recordable: connectorRecordable(connector),
    connector,
  };
}

/**
 * The first list of the root that needs nothing but its id; one that does not even need that where there is no other. One
 * that says who holds roles comes first: an error that looks like an empty one is the worst.
 */
function listToRead(connector: Connector, traits: ProviderTraits): ListSpec | null {
  const { kind } = rootTraits(traits);
  const lists = [
    ...(connector.kinds[kind]?.assignments ?? []),
    ...describedLists(connector).map(({ spec }) => spec),
  ].filter(({ get }) => variablesIn(ofRoot(get, kind)).every((name) => name === kind));
  return lists.find(({ get }) => variablesIn(get).includes(kind)) ?? lists[0] ?? null;
}

/** A URL template that narrows its list by nothing but the root: the role that `{?role}` asks for is left out. */
function ofRoot(template: string, kind: string): string {
  return template.replaceAll(/\{[?&]([^}]*)\}/gu, (part, names: string) => (names === kind ? part : ''));
}

/** Where a list begins: an API may refuse one that is asked for without the size of its pages. */
function firstPath(list: ListSpec, kind: string, { id }: Scope, connector: Connector): string {
  return readingOf(expandUrl(ofRoot(list.get, kind), { [kind]: id }), list, connector).path;
}

/** Whether the body of an answer holds no page of a list. */
function isNoPage(body: unknown, list: ListSpec, connector: Connector): boolean {
  const { path, pageOf } = readingOf('/', list, connector);
  const response = { status: 200, body, requestId: null, attempts: 1 };
  return typeof pageOf(response, { path, pages: 1, rowsBefore: 0 }) === 'string';
}

function readingOf(path: string, list: ListSpec, { paging }: Connector): PageReading {
  return pagesOf(path, { list, paging: pagingOf(list, paging), baseUrl: 'https://localhost' });
}

/** What the connector file does not say is taken as it stands. */
function gaps(connector: Connector): Probe {
  return {
    id: 'gaps',
    option: null,
    assumes: null,
    when: 'after',
    run: async () =>
      gapsOf(connector).map((sentence) => ({
        state: 'assumed',
        evidence: sentence.replace(/\.$/u, ''),
        remedy: 'Say it in the connector file, if the API can tell.',
      })),
  };
}
