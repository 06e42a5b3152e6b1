import type { Probe, ProbeSubject } from '../../doctor.js';
import { redoxOptions } from '../options.js';
import { scopeToTry } from './environments.js';

/** Whether the first role in an environment is a POST, or PUT creates it too (A2.5, A2.6, C3). */
export const firstAssignment: Probe = {
  id: 'first-assignment',
  option: 'options.environmentFirstAssignment',
  assumes: 'post',
  when: 'after',
  run: async (subject) => [
    {
      state: 'needs-write-probe',
      value: redoxOptions(subject.settings.options).environmentFirstAssignment,
      evidence: 'whether POST or PUT gives the first role in an environment shows in writing alone',
      remedy: await cycle(subject),
    },
  ],
};

/** What else only writes show (A2.2, A2.5, A2.7). */
export const otherWrites: Probe = {
  id: 'writes',
  option: null,
  assumes: null,
  when: 'after',
  run: async (subject) => [
    {
      state: 'needs-write-probe',
      evidence:
        'whether writes are accepted as they are sent, what a repeated one is answered and how soon lists show it, shows in writing alone',
      remedy: await cycle(subject),
    },
  ],
};

/** Removing somebody from an organization: an inferred operation that cannot be undone by API (A2.3, C4, R13). */
export const organizationRemoval: Probe = {
  id: 'organization-removal',
  option: null,
  assumes: null,
  when: 'after',
  run: async ({ roots }) =>
    roots.every(({ root, scopes }) => scopes.every(({ address }) => address !== root.address))
      ? []
      : [
          {
            state: 'assumed',
            evidence:
              'it cannot be tested safely, since whoever is removed comes back by invitation alone: it stays off without prune: true in the document of the organization',
            remedy: 'Remove people in the Redox dashboard, and leave prune: true out of organizations.',
          },
        ],
};

/** The command that finds it out, in an environment of the files that is listed and not flagged Production. */
async function cycle(subject: ProbeSubject): Promise<string> {
  return `rolecall doctor --probe-writes cycle --scope ${await scopeToTry(subject)} --principal user:ID`;
}
