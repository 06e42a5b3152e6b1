import type { ProbeAnswer } from '../../../http/probe.js';
import type { Scope } from '../../../model/scope.js';
import { credentialName } from '../../../model/settings.js';
import type { ProbeRoot, ProbeSubject } from '../../doctor.js';
import { type EnvironmentItem, environmentsPath, parseEnvironment, roleAssignmentPath } from '../api.js';
import { redoxOptions } from '../options.js';
import { listIn } from './lists.js';

/** So many environments are asked for at most. */
const mostAsked = 5;

export interface EnvironmentToAsk {
  readonly id: string;
  readonly root: Scope;
}

/** What asking for an organization's environments came to. */
export type EnvironmentList =
  | { readonly environments: readonly EnvironmentItem[] }
  | { readonly environments: null; readonly answer: ProbeAnswer };

/** Lists the environments of an organization that the credential's user is a member of (R7); asks once. */
export async function listEnvironments(
  root: Scope,
  { ask, seen, settings }: ProbeSubject,
): Promise<EnvironmentList> {
  const path = environmentsPath(root.id);
  const known = seen.find((each) => each.path === path && !each.invalidCredential);
  const answer: ProbeAnswer = known ?? (await ask({ path, credential: credentialName(settings, root) }));
  const page = answer.failure === undefined ? listIn(answer, path, 'environments', settings.url) : null;
  if (page === null) return { environments: null, answer };
  const environments = page.rows.map(parseEnvironment).filter((item) => typeof item !== 'string');
  return { environments };
}

/**
 * Environments to find out with how they are reached: those of the files, of each organization first one; where the
 * files name none, those that the API lists.
 */
export async function environmentsToAsk(subject: ProbeSubject): Promise<readonly EnvironmentToAsk[]> {
  const roots = readableRoots(subject);
  const named = roots.map(({ root, scopes }) =>
    scopes.filter(({ kind }) => kind === 'environment').map(({ id }) => ({ id, root })),
  );
  const rounds = Array.from({ length: mostAsked }, (_, round) =>
    named.flatMap((each) => each.slice(round, round + 1)),
  );
  const [first] = roots;
  if (named.some(({ length }) => length > 0) || first === undefined) return rounds.flat().slice(0, mostAsked);
  const list = await listEnvironments(first.root, subject);
  return (list.environments ?? []).slice(0, mostAsked).map(({ id }) => ({ id, root: first.root }));
}

/** The organizations whose own list was not refused so far: of the others nothing can be planned. */
export function readableRoots({ roots, seen, settings }: ProbeSubject): readonly ProbeRoot[] {
  const options = redoxOptions(settings.options);
  return roots.filter(({ root }) => {
    const path = roleAssignmentPath('organization', root.id, options);
    const own = seen.filter((each) => each.path === path && !each.invalidCredential);
    return own.length === 0 || own.some(({ status }) => status < 300);
  });
}

/** Whether an environment's flag speaks of production. */
export function isProduction({ flag }: Pick<EnvironmentItem, 'flag'>): boolean {
  return flag !== null && /prod/iu.test(flag);
}

/** The address of an environment to try a write in: of the files, listed and not flagged Production, if there is one. */
export async function scopeToTry(subject: ProbeSubject): Promise<string> {
  for (const { root, scopes } of subject.roots) {
    const { environments } = await listEnvironments(root, subject);
    const tame = new Set(
      environments?.filter((each) => each.flag !== null && !isProduction(each)).map(({ id }) => id),
    );
    const found = scopes.find(({ kind, id }) => kind === 'environment' && tame.has(id));
    if (found !== undefined) return found.address;
  }
  return 'redox/environment/ID';
}
