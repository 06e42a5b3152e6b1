import { checkVariables } from '../../http/auth/check-variables.js';
import { byKeys, groupBy } from '../../model/ordering.js';
import { withArticle } from '../../model/label.js';
import { rootTraits } from '../../model/scope.js';
import type { Runtime } from '../../runtime.js';
import { shellOf, variableLine } from '../../shell.js';
import { type CheckDraft, failed, ok } from './check-draft.js';
import { credentialsNeeded, type NeededCredential, type ProviderCase } from './provider-case.js';

export interface VariablesChecked {
  readonly checks: readonly CheckDraft[];
  /** The cases with the roots whose credential can be read; without those whose credential cannot. */
  readonly usable: readonly ProviderCase[];
}

/** Looks at the variables of every credential that is needed. Sends nothing, and repeats no value. */
export async function checkAllVariables(
  cases: readonly ProviderCase[],
  { env }: Pick<Runtime, 'env'>,
): Promise<VariablesChecked> {
  const needed = await Promise.all(
    cases.flatMap((subject) =>
      credentialsNeeded(subject).map(async (credential) => ({
        subject,
        credential,
        variables: credential.settings === null ? [] : await checkVariables(credential.settings, env),
      })),
    ),
  );
  const byName = groupBy(
    needed.flatMap(({ variables }) => variables),
    ({ name }) => name,
  );
  const shell = shellOf(env);
  const variables = [...byName.values()]
    .map((uses) => uses.find(({ problem }) => problem !== null) ?? uses[0])
    .sort(byKeys(({ name }) => name))
    .map(({ name, setting, problem }) => {
      const about = { id: 'variable', layer: 'variables', subject: name } as const;
      return problem === null
        ? ok(about, 'set')
        : failed(about, `${problem} (setting ${setting})`, variableLine(shell, name, '…'));
    });
  const missing = needed.flatMap(({ subject, credential }) =>
    credential.settings === null ? [noCredential(subject, credential)] : [],
  );
  const good = needed.filter(
    (each) => each.credential.settings !== null && each.variables.every(({ problem }) => problem === null),
  );
  const usable = [...groupBy(good, ({ subject }) => subject)].map(([subject, credentials]) => ({
    ...subject,
    roots: subject.roots.filter((root) =>
      credentials.some(({ credential }) => credential.roots.includes(root)),
    ),
  }));
  return { checks: [...variables, ...missing], usable };
}

function noCredential({ name, module }: ProviderCase, { roots }: NeededCredential): CheckDraft {
  const [first] = roots;
  const { kind } = rootTraits(module.traits);
  return failed(
    { id: 'credential', layer: 'variables', subject: first?.root.address ?? name },
    first === undefined
      ? `the settings name no credential for ${name}`
      : `the settings name no credential for ${roots.length > 1 ? `this and ${roots.length - 1} more` : `this ${kind}`}`,
    `Add providers.${name}.auth to rolecall.yaml${first === undefined ? '' : `, or the credential of ${withArticle(kind)}`}.`,
  );
}
