import type { ProbeStep } from '../../../model/write-probe.js';
import { shown } from '../../fields.js';
import { readEnvironments } from '../api.js';
import { redoxOptions } from '../options.js';
import { isProduction } from './environments.js';
import type { ProbePlace, WriteProbing, WrittenFact } from '../../write-probing.js';

/** What only writing tells about the Redox API (C3, C5). */
export const redoxWriting: WriteProbing = {
  refusal: flagRefusal,
  settles: [
    {
      id: 'first-assignment',
      name: 'environmentFirstAssignment',
      values: ['post', 'put'],
      steps: ['grant'],
    },
    {
      id: 'user-id-type',
      name: 'userIdType',
      values: ['string', 'number'],
      steps: ['noop', 'grant', 'change', 'revoke'],
    },
  ],
  facts: [idAndName('noop'), idAndName('grant')],
};

/** Id and name of both are sent: what the API makes of one alone is not tried (A2.2). */
function idAndName(step: ProbeStep): WrittenFact {
  return { id: 'id-and-name', steps: [step], words: 'a body with id and name of both role and user' };
}

/** Nothing is tried in production. R7 flags the environments that the credential's user is a member of. */
async function flagRefusal({ scope, root, settings, client }: ProbePlace): Promise<string | null> {
  if (scope.kind !== 'environment') return null;
  const context = { settings, options: redoxOptions(settings.options), client };
  const { rows, problems, failure } = await readEnvironments(root, context);
  const flags = rows.filter(({ id }) => id === scope.id).flatMap(({ flag }) => flag ?? []);
  const production = flags.find((flag) => isProduction({ flag }));
  if (production !== undefined) return `the API flags it ${shown(production)}`;
  if (flags.length > 0) return null;
  const [problem = "the list of environments does not name it: it has those of the credential's user"] = [
    ...(failure === null ? [] : [failure.message]),
    ...problems,
  ];
  return `whether it is production cannot be seen: ${problem}`;
}
