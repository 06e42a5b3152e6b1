import type { Probe, ProbeSubject } from '../../doctor.js';
import { aionOptions } from '../options.js';

/** Whether one PUT replaces a role, and which ids of its path and body are which (B2.2, C19). */
export const roleChange: Probe = {
  id: 'role-change',
  option: 'options.roleChange',
  assumes: 'put',
  when: 'after',
  run: async (subject) => [
    {
      state: 'needs-write-probe',
      value: aionOptions(subject.settings.options).roleChange,
      evidence: 'whether one PUT replaces a role by another shows in writing alone',
      remedy: cycle(subject),
    },
  ],
};

/** What else only writes show; it has no option. */
export const otherWrites: readonly Probe[] = [
  unwritten(
    'write-project',
    'whether projectId is taken in query and body of a PUT, and in the query of a DELETE (B2.2, B2.3), shows in writing alone',
  ),
  unwritten(
    'repeated-writes',
    'what a grant of a role that is held, and a revoke of one that is not, are answered (B2.1, B2.3) shows in writing alone',
  ),
  unwritten('write-delay', 'how soon a read shows a write shows in writing alone'),
];

function unwritten(id: string, evidence: string): Probe {
  return {
    id,
    option: null,
    assumes: null,
    when: 'after',
    run: async (subject) => [{ state: 'needs-write-probe', evidence, remedy: cycle(subject) }],
  };
}

/** The command that finds it out, in a project of the files: nothing is tried in an account itself. */
function cycle({ roots }: ProbeSubject): string {
  const project = roots.flatMap(({ scopes }) => scopes).find(({ kind }) => kind === 'project');
  return `rolecall doctor --probe-writes cycle --scope ${project?.address ?? 'aion/project/ACCOUNT/PROJECT'} --principal user:ID`;
}
