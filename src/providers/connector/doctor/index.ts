import { credentialName } from '../../../model/settings.js';
import { type ProviderTraits, rootTraits, type Scope } from '../../../model/scope.js';
import type { Probe, ProviderDoctor } from '../../doctor.js';
import { errorForm } from '../../error-form.js';
import type { Connector } from '../connector.js';
import { gapsOf } from '../gaps.js';
import { expandUrl, variablesIn } from '../templates.js';
import { connectorAnswers } from './answers.js';
import { describedFields } from './described-fields.js';
import { describedLists } from './described-lists.js';
import { connectorRecordable } from './recordable.js';

/** Holds what a connector file says against live answers. */
export function connectorDoctor(connector: Connector, traits: ProviderTraits): ProviderDoctor {
  return {
    read: (root, settings) => ({
      path: pathToRead(connector, traits, root),
      credential: credentialName(settings, root),
    }),
    probes: [describedFields(connector), gaps(connector), errorForm],
    authority: [],
    answers: connectorAnswers(connector),
    recordable: connectorRecordable(connector),
  };
}

/** The first list of the root that needs nothing but its id; one that does not even need that where there is no other. */
function pathToRead(connector: Connector, traits: ProviderTraits, root: Scope): string {
  const { kind } = rootTraits(traits);
  const templates = describedLists(connector)
    .map(({ spec }) => spec.get)
    .filter((template) =>
      variablesIn(template.replaceAll(/\{[?&][^}]*\}/gu, '')).every((name) => name === kind),
    );
  const template = templates.find((each) => variablesIn(each).includes(kind)) ?? templates[0] ?? '/';
  return expandUrl(template, { [kind]: root.id });
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
