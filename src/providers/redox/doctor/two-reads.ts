import { count } from '../../../model/label.js';
import { byCodeUnit, groupBy } from '../../../model/ordering.js';
import type { Scope } from '../../../model/scope.js';
import { credentialName } from '../../../model/settings.js';
import type { Finding, Probe, ProbeSubject } from '../../doctor.js';
import { idsOf, isOf, listIn, roleLists, type SeenList } from './lists.js';

/** So many lists are read once more at most. */
const mostAsked = 3;

/** Whether two reads of a list agree: a plan believes a single one. */
export const twoReads: Probe = {
  id: 'two-reads',
  option: null,
  assumes: null,
  when: 'after',
  run: async (subject) => {
    const { seen, roots, settings } = subject;
    const byPath = groupBy(roleLists(seen, settings.url), ({ path }) => path);
    const twice = [...byPath.values()].filter(({ length }) => length > 1);
    if (twice.length === 0) return [];
    const scopes = roots.flatMap(({ root, scopes: named }) => [root, ...named]);
    const differing = twice.flatMap((reads) => {
      const scope = scopes.find((each) => isOf(each, reads[0]));
      return scope === undefined || new Set(reads.map(stateOf)).size === 1 ? [] : [{ scope, reads }];
    });
    if (differing.length === 0) {
      return [{ state: 'ok', evidence: `${count(twice.length, 'list')} read twice had the same rows` }];
    }
    const asked = differing.slice(0, mostAsked);
    return Promise.all(asked.map(({ scope, reads }) => readOnceMore(scope, reads, subject)));
  },
};

/** Who holds what, whatever the order. */
function stateOf({ page }: Pick<SeenList, 'page'>): string {
  return page.rows
    .map((row) => JSON.stringify(idsOf(row)))
    .sort(byCodeUnit)
    .join();
}

/** Somebody may have changed a role just then; a list that changes again, or back, is not to be believed. */
async function readOnceMore(
  scope: Scope,
  reads: readonly [SeenList, ...SeenList[]],
  { ask, settings }: ProbeSubject,
): Promise<Finding> {
  const { path } = reads[0];
  const answer = await ask({ path, credential: credentialName(settings, scope) });
  const page = answer.failure === undefined ? listIn(answer, path, 'memberships', settings.url) : null;
  const states = [...reads, ...(page === null ? [] : [{ page }])].map(stateOf);
  const changes = states.filter((state, index) => index > 0 && state !== states[index - 1]).length;
  const evidence = `${states.length} reads within seconds differ`;
  return changes === 1
    ? {
        subject: scope.address,
        state: 'needs-data',
        evidence: `${evidence}, as where somebody changes a role meanwhile`,
        remedy: 'Run rolecall doctor again.',
      }
    : {
        subject: scope.address,
        state: 'failed',
        evidence: `${evidence}: ${changes} times the rows changed`,
        remedy:
          'Do not apply: a plan made from such a list treats people as gone who are not. Report it with a recording: rolecall doctor --record redox.har',
        blocks: 'apply',
      };
}
