import type { LiveRoot } from '../../model/live.js';
import type { CommandContext } from '../context.js';
import { keepRoles } from '../known-roles.js';
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
    const examined = open.map(async (subject) => {
      const control = credentialControl(subject, answers.get(subject.name));
      const rest = usable.find(({ name }) => name === subject.name);
      const isTrusted = control.every(({ blocks }) => blocks === 'nothing');
      if (rest === undefined || !isReached(subject, reached) || !isTrusted) return control;
      const able = { ...subject, roots: rest.roots };
      const keep = async (live: Iterable<LiveRoot>): Promise<void> =>
        await keepRoles(live, new Map([[subject.name, subject.settings]]), context);
      return [...control, ...(await examine(able, reached, context.runtime, keep))];
    });
    return [...checks, ...withOneClock((await Promise.all(examined)).flat())];
  } finally {
    await Promise.all(open.map(({ client }) => client.destroy()));
  }
}

/** Whether the API answers; where tokens come from is looked at credential by credential. */
function isReached(subject: OpenCase, reached: ReadonlySet<string>): boolean {
  return apiOriginsOf(subject).every((origin) => reached.has(origin));
}

/** This machine has one clock: that it is wrong is told once, where a credential was refused for it or else first. */
function withOneClock(checks: readonly CheckDraft[]): readonly CheckDraft[] {
  const wrong = checks.filter(({ id, state }) => id === 'clock' && state === 'failed');
  const told = wrong.find(({ blocks }) => blocks !== 'nothing') ?? wrong[0];
  return checks.filter((check) => check === told || !wrong.includes(check) || check.blocks !== 'nothing');
}
