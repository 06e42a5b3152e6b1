import type { CommandContext } from '../context.js';
import type { CheckDraft } from './check-draft.js';
import { credentialControl } from './controls.js';
import { examine } from './examine.js';
import { apiOriginsOf, checkNetwork } from './network.js';
import { type OpenCase, openCase, type Wires } from './open-case.js';
import type { ProviderCase } from './provider-case.js';

/**
 * Asks the network about all cases, and those whose variables can be used about the rest.
 * @param wiresOf what a case is wired to beside the network, or in place of it
 * @throws HttpFailure interrupted
 */
export async function askAll(
  cases: readonly ProviderCase[],
  usable: readonly ProviderCase[],
  context: CommandContext,
  wiresOf: (subject: ProviderCase) => Wires = () => ({}),
): Promise<readonly CheckDraft[]> {
  const open = cases.map((subject) => openCase(subject, context, wiresOf(subject)));
  try {
    const { checks, reached, answers } = await checkNetwork(open, context);
    const controls = open.flatMap((subject) => credentialControl(subject, answers.get(subject.name)));
    const examined = await Promise.all(
      open.flatMap((subject) => {
        const rest = usable.find(({ name }) => name === subject.name);
        if (rest === undefined || !isReached(subject, reached) || isDistrusted(subject, controls)) return [];
        const able: OpenCase = { ...subject, roots: rest.roots };
        return examine(able, reached, context.runtime);
      }),
    );
    return [...checks, ...controls, ...examined.flat()];
  } finally {
    await Promise.all(open.map(({ client }) => client.destroy()));
  }
}

/** Whether the API answers; where tokens come from is looked at credential by credential. */
function isReached(subject: OpenCase, reached: ReadonlySet<string>): boolean {
  return apiOriginsOf(subject).every((origin) => reached.has(origin));
}

/** Whether an API took an invalid credential for a valid one, so that it gets no real one. */
function isDistrusted({ name }: OpenCase, controls: readonly CheckDraft[]): boolean {
  return controls.some(({ subject, blocks }) => subject === name && blocks === 'plan');
}
