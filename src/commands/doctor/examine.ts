import type { Runtime } from '../../runtime.js';
import { runProbes } from './behaviour.js';
import { type CheckDraft, draft } from './check-draft.js';
import { contractChecks } from './contract.js';
import { missingIdControl } from './controls.js';
import { identityChecks } from './identity.js';
import type { OpenCase } from './open-case.js';
import { permissionChecks } from './permissions.js';
import { readRoots } from './read-roots.js';
import { checkTokens } from './token.js';
import { wantedRoleChecks } from './wanted-roles.js';
import { withArticle } from '../../model/label.js';
import type { LiveRoot } from '../../model/live.js';
import { rootTraits } from '../../model/scope.js';

/**
 * Looks at one provider, once its origins answer: credential, behaviour, reads, permissions, identity, contract. What
 * depends on something that failed is not tried. `keep` gets what was read. @throws HttpFailure interrupted
 */
export async function examine(
  subject: OpenCase,
  reached: ReadonlySet<string>,
  runtime: Runtime,
  keep: (live: Iterable<LiveRoot>) => Promise<void> = async () => {},
): Promise<readonly CheckDraft[]> {
  const { checks: tokens, roots } = await checkTokens(subject, reached, runtime);
  const [any] = roots;
  if (subject.roots.length === 0) return [...tokens, noRoot(subject)];
  if (any === undefined) return tokens;
  const missing = await missingIdControl(subject, any);
  const known = [...tokens, ...missing];
  if (missing.some(({ blocks }) => blocks === 'plan')) return known;
  const before = await runProbes('before', subject, { settings: subject.settings, roots, live: new Map() });
  if (before.isStopped) return [...known, ...before.checks];
  const live = await readRoots(subject, roots, before.settings);
  await keep(live.values());
  const after = await runProbes('after', subject, { settings: before.settings, roots, live });
  return [
    ...known,
    ...before.checks,
    ...permissionChecks(roots, live, subject.doctor?.authority ?? []),
    ...wantedRoleChecks(subject, roots, live),
    ...after.checks,
    ...identityChecks(subject, roots, live),
    ...contractChecks(subject),
  ];
}

function noRoot({ name, module: { traits } }: OpenCase): CheckDraft {
  const { kind } = rootTraits(traits);
  return draft(
    { id: 'scope', layer: 'permissions', subject: name },
    {
      state: 'needs-data',
      evidence: `no file names ${withArticle(kind)} of ${name}, so there is nothing to read`,
      remedy: `Name one: rolecall import --scope ${name}/${kind}/ID writes its file.`,
      blocks: 'plan',
    },
  );
}
