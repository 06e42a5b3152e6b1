import { credentialName } from '../../../model/settings.js';
import { type ProviderTraits, rootTraits, type Scope } from '../../../model/scope.js';
import type { Probe, ProviderDoctor } from '../../doctor.js';
import { errorForm } from '../../error-form.js';
import type { Page } from '../../list.js';
import type { Connector, ListSpec } from '../connector.js';
import { looksEmptyIfMissing } from '../existence.js';
import { gapsOf } from '../gaps.js';
import { pagesOf, pagingOf } from '../paging.js';
import { expandUrl, variablesIn } from '../templates.js';
import { isHeader } from '../values.js';
import { connectorAnswers } from './answers.js';
import { describedFields } from './described-fields.js';
import { describedLists } from './described-lists.js';
import { connectorRecordable } from './recordable.js';

/** Holds what a connector file says against live answers. */
export function connectorDoctor(connector: Connector, traits: ProviderTraits): ProviderDoctor {
  const read = listToRead(connector, traits);
  const { kind } = rootTraits(traits);
  const described = connector.kinds[kind];
  const isUnsure = described !== undefined && looksEmptyIfMissing(kind, described);
  return {
    read: (root, settings) => ({
      path: read === null ? '/' : firstPath(read, rootTraits(traits).kind, root, connector),
      credential: credentialName(settings, root),
    }),
    ...(read === null ? {} : { isError: (body: unknown) => isNoPage(body, read, connector) }),
    ...(read !== null && isUnsure
      ? { mayBeMissing: (body: unknown) => isEmptyPage(body, read, connector) }
      : {}),
    missingRemedy: `Check that URL of the connector file against the documentation of the API: a ${kind} that does not exist must be answered with an error, or with an empty list that "emptyIf" tells from one.`,
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
  const path = expandUrl(ofRoot(list.get, kind), { [kind]: id });
  return pagesOf(path, { list, paging: pagingOf(list, connector.paging), baseUrl: 'https://localhost' }).path;
}

/** Whether the body of an answer holds no page of a list. */
function isNoPage(body: unknown, list: ListSpec, connector: Connector): boolean {
  return typeof pageIn(body, list, connector) === 'string';
}

/** Whether the body of an answer holds a page without rows. */
function isEmptyPage(body: unknown, list: ListSpec, connector: Connector): boolean {
  const page = pageIn(body, list, connector);
  return typeof page !== 'string' && page.rows.length === 0;
}

/** The page in a body. Nothing is said of what stands in headers, which a probe does not keep. */
function pageIn(body: unknown, list: ListSpec, connector: Connector): Page | string {
  const { total, next, ...paging } = pagingOf(list, connector.paging);
  const inBody = {
    ...paging,
    ...(total === undefined || isHeader(total) ? {} : { total }),
    ...(next === undefined || isHeader(next) ? {} : { next }),
  };
  const { path, pageOf } = pagesOf('/', { list, paging: inBody, baseUrl: 'https://localhost' });
  const response = { status: 200, body, requestId: null, attempts: 1 };
  return pageOf(response, { path, pages: 1, rowsBefore: 0 });
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
