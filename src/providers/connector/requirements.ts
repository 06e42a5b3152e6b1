import { HttpFailure } from '../../http/failure.js';
import type { Scope } from '../../model/scope.js';
import { credentialName } from '../../model/settings.js';
import { shown } from '../fields.js';
import { type ConnectorReads, scopeVariables } from './context.js';
import { expandUrl } from './templates.js';
import { holds, valueAt } from './values.js';

/** What the API does not say of itself, though the connector needs it; null where it says all of it. */
export async function unmetRequirement(
  root: Scope,
  context: ConnectorReads,
): Promise<{ readonly problems: readonly string[]; readonly failure: HttpFailure | null } | null> {
  const { connector, settings, client } = context;
  for (const { get, that, else: meaning, optional = false } of connector.requires ?? []) {
    try {
      const path = expandUrl(get, scopeVariables(context, root));
      const { body } = await client.get({ method: 'GET', path, credential: credentialName(settings, root) });
      const met = holds(that, body);
      if (met === true) continue;
      const found = typeof met === 'string' ? met : `it says ${shown(valueAt(body, that.at))}`;
      return { problems: [`${meaning} (${get}: ${found})`], failure: null };
    } catch (error) {
      if (!(error instanceof HttpFailure) || ['interrupted', 'missing-variable'].includes(error.kind))
        throw error;
      if (optional && error.kind === 'not-found') continue;
      return { problems: [error.message], failure: error };
    }
  }
  return null;
}
