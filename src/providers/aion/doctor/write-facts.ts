import type { Probe, ProbeSubject } from '../../doctor.js';
import { writeFact } from '../../write-facts.js';

/** Whether one PUT replaces a role, and which ids of its path and body are which (B2.2, C19). */
export const roleChange: Probe = {
  ...unwritten('role-change', 'only a write shows whether one PUT replaces a role by another'),
  option: 'options.roleChange',
  assumes: 'put',
};

/** What else only writes show; none of it has an option. */
export const otherWrites: readonly Probe[] = [
  unwritten(
    'write-project',
    'only a write shows whether projectId is taken in query and body of a PUT, and in the query of a DELETE (B2.2, B2.3)',
  ),
  unwritten('duplicate-grant', 'only a write shows what a grant of a role that is held is answered (B2.1)'),
  unwritten(
    'missing-revoke',
    'only a write shows what a revoke of a role that is not held is answered (B2.3)',
  ),
  unwritten('write-delay', 'only a write shows how soon reads have it'),
];

function unwritten(id: string, evidence: string): Probe {
  return writeFact(id, evidence, cycle);
}

/** The command that finds it out, in a project that could be read: nothing is tried in an account itself. */
function cycle({ roots, live }: ProbeSubject): string {
  const project = roots
    .filter(({ root }) => live.get(root.address)?.complete === true)
    .flatMap(({ scopes }) => scopes)
    .find(({ kind }) => kind === 'project');
  return `Run rolecall doctor --probe-writes cycle --scope ${project?.address ?? 'aion/project/ACCOUNT/PROJECT'} --principal user:ID, with a user who has no role there.`;
}
