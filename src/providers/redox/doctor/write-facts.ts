import type { Probe, ProbeSubject } from '../../doctor.js';
import { isReadable, writeFact } from '../../write-facts.js';
import { scopeToTry } from './environments.js';

/** Whether the first role in an environment is a POST, or PUT creates it too (A2.5, A2.6, C3). */
export const firstAssignment: Probe = {
  ...unwritten(
    'first-assignment',
    'only a write shows whether POST or PUT gives the first role in an environment',
  ),
  option: 'options.environmentFirstAssignment',
  assumes: 'post',
};

/** What else only writes show; none of it has an option. */
export const otherWrites: readonly Probe[] = [
  unwritten(
    'id-and-name',
    'only a write shows whether id and name of both role and user are accepted (A2.2)',
  ),
  unwritten(
    'duplicate-grant',
    'only a write shows what a grant to somebody who has a role is answered (A2.5)',
  ),
  unwritten(
    'missing-revoke',
    'only a write shows what a revoke from somebody without a role is answered (A2.7)',
  ),
  unwritten('write-delay', 'only a write shows how soon lists have it'),
];

/** Removing somebody from an organization: an inferred operation that cannot be undone by API (A2.3, C4, R13). */
export const organizationRemoval: Probe = {
  id: 'organization-removal',
  option: null,
  assumes: null,
  when: 'after',
  run: async (subject) =>
    !isReadable(subject) || !namesOrganization(subject)
      ? []
      : [
          {
            state: 'assumed',
            evidence:
              'removing people from the organization cannot be tested safely, since they come back by invitation alone: it stays off unless its document says prune: true',
            remedy: 'Remove people in the Redox dashboard.',
          },
        ],
};

function unwritten(id: string, evidence: string): Probe {
  return writeFact(id, evidence, cycle);
}

function namesOrganization({ roots }: ProbeSubject): boolean {
  return roots.some(({ root, scopes }) => scopes.some(({ address }) => address === root.address));
}

/** The command that finds it out, in an environment of the files that is listed and not flagged Production. */
async function cycle(subject: ProbeSubject): Promise<string> {
  return `Run rolecall doctor --probe-writes cycle --scope ${await scopeToTry(subject)} --principal user:ID, with a member who has no role there.`;
}
