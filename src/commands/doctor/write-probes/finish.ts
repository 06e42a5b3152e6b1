import { resolve } from 'node:path';
import { UsageError } from '../../../errors.js';
import type { ProbePreview } from '../../../model/write-probe.js';
import type { CommandContext } from '../../context.js';
import { endFinding } from './findings.js';
import { withAuditLog } from './hands.js';
import type { ProbeRole } from './holding.js';
import { closeOpenProbe, type OpenProbe, openProbeFile } from './open-probe.js';
import { type MeantStep, previewSteps } from './preview.js';
import { auditPath, isAgreed, type ProbeParts, probeRun, type WriteProbeOutcome } from './probe-parts.js';
import { resumeCommand } from './resume-command.js';
import type { ProbeSubject } from './subject.js';

/**
 * Takes back what a run that was broken off gave. Null where the principal holds what it held before, so that the next
 * probe may begin.
 * @throws UsageError where another principal's is open
 */
export async function finishOpenProbe(
  open: OpenProbe,
  subject: ProbeSubject,
  parts: ProbeParts,
): Promise<WriteProbeOutcome | null> {
  const { context, hands, input } = parts;
  const { folder } = context.workspace.location;
  refuseOther(open, subject.target.scope.address, subject.address, context);
  const run = probeRun(subject, input);
  run.takeUp(open.gives.map(probeRole));
  const began = open.began.map(probeRole);
  const steps = run.backSteps(began).map(
    ({ from, to }): MeantStep => ({
      step: to === null ? 'revoke' : from === null ? 'grant' : 'change',
      from,
      to,
    }),
  );
  if (steps.length === 0) {
    await closeOpenProbe(folder, open);
    return null;
  }
  const preview: ProbePreview = {
    mode: open.mode,
    finishes: true,
    scope: open.scope,
    name: subject.name,
    principal: open.principal,
    label: subject.label,
    steps: previewSteps(steps, run, input.settings),
    notes: [
      `A run of ${open.startedAt} did not end where it began (${openProbeFile}): it is ended first.`,
      `Each request has its lines in the audit log ${auditPath(parts)}.`,
    ],
  };
  if (!(await isAgreed(preview, parts))) return { found: [], declined: true };
  const isBack = await withAuditLog(resolve(context.cwd, auditPath(parts)), (audit) =>
    run.goBack(began, hands.goingBack(audit)),
  );
  if (isBack) {
    await closeOpenProbe(folder, open);
    return null;
  }
  const resume = resumeCommand(open, context.workspace.location, context.cwd);
  const end = endFinding({ subject, holding: run.holding, isBack, resume, audit: auditPath(parts) });
  return { found: [end], declined: false };
}

/** @throws UsageError with the command that ends the open probe, where that is one of another scope or principal */
export function refuseOther(
  open: OpenProbe,
  scope: string,
  principal: string,
  { workspace, cwd }: CommandContext,
): void {
  if (open.scope === scope && open.principal === principal) return;
  throw new UsageError(
    `a probe of ${open.principal} in ${open.scope} did not end where it began (${openProbeFile}, ${open.startedAt})`,
    { hint: `End it first: ${resumeCommand(open, workspace.location, cwd)}` },
  );
}

function probeRole({ role, status, roleId }: OpenProbe['gives'][number]): ProbeRole {
  return { state: { role, status }, roleId };
}
