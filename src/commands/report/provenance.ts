import { createHash } from 'node:crypto';
import { byCodeUnit } from '../../model/ordering.js';
import { credentialFor, variablesOf } from '../../model/settings.js';
import type { FileHash, ReadAs, ReviewEvidence } from '../../planning/access-review/review.js';
import type { Runtime } from '../../runtime.js';
import { filesRead } from '../../workspace/workspace.js';
import type { CommandContext } from '../context.js';
import type { PlanningRun } from '../planning-run.js';

/** Who ran a review, what it was read with, and which files it rests on. */
export async function provenance(
  run: PlanningRun,
  { runtime, workspace }: CommandContext,
): Promise<Pick<ReviewEvidence, 'ranBy' | 'credentials' | 'files'>> {
  const names = [...filesRead(run.location, run.config)].sort(byCodeUnit);
  const files: FileHash[] = [];
  for (const file of names) {
    const bytes = await workspace.tree.read(file);
    if (bytes !== null) files.push({ file, sha256: sha256(bytes) });
  }
  return { ranBy: accountOf(runtime), credentials: credentialsOf(run), files };
}

/** The SHA-256 of bytes, or of a text as UTF-8, in hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Who a CI says has started the job, else who is logged in. */
const ACCOUNT_VARIABLES = [
  'GITHUB_ACTOR',
  'GITLAB_USER_LOGIN',
  'BUILD_USER_ID',
  'USER',
  'LOGNAME',
  'USERNAME',
];

function accountOf({ env }: Pick<Runtime, 'env'>): string | null {
  return ACCOUNT_VARIABLES.map((name) => env(name)).find((value) => value) ?? null;
}

/** The credentials that the roots were read with. */
function credentialsOf({ live, settings }: PlanningRun): readonly ReadAs[] {
  const roots = [...live.values()].map(({ root }) => root);
  return [...new Set(roots.map(({ provider }) => provider))].sort(byCodeUnit).flatMap((provider) => {
    const own = settings.providers.get(provider);
    if (own === undefined) return [];
    const used = roots.filter((root) => root.provider === provider).map((root) => credentialFor(own, root));
    const variables = used.flatMap((credential) => (credential === null ? [] : variablesOf(credential)));
    return [{ provider, self: own.self, variables: [...new Set(variables)].sort(byCodeUnit) }];
  });
}
