import { resolve } from 'node:path';
import { formatInstant } from '../../../model/instant.js';
import type { ProbePreview } from '../../../model/write-probe.js';
import type { ValidConfig } from '../../../workspace/valid-config.js';
import type { CommandContext } from '../../context.js';
import { endFinding, findingsOf, type WriteFinding } from './findings.js';
import { finishOpenProbe, refuseOther } from './finish.js';
import { openHands, withAuditLog } from './hands.js';
import type { ProbeRole } from './holding.js';
import { closeOpenProbe, keepOpenProbe, type OpenProbe, openProbeFile } from './open-probe.js';
import { cycleSteps, type MeantStep, previewSteps } from './preview.js';
import {
  auditPath,
  isAgreed,
  type ProbeParts,
  probeRun,
  type WriteProbeInput,
  type WriteProbeOptions,
  type WriteProbeOutcome,
} from './probe-parts.js';
import type { ProbeRun } from './probe-run.js';
import { resumeCommand } from './resume-command.js';
import {
  cycleRoles,
  heldRole,
  type ProbeSubject,
  readSubject,
  refuseByOptions,
  refuseByProvider,
} from './subject.js';
import { trySteps } from './try-steps.js';

/**
 * Tries writes on one principal in one scope, reads after each, and ends where it began. What an earlier run left open is
 * taken back first. An interrupt ends the trying, not the going back.
 * @throws UsageError before any request that writes, for what must be left alone; RolecallError where reading fails
 */
export async function probeWrites(
  input: WriteProbeInput,
  options: WriteProbeOptions,
  context: CommandContext,
): Promise<WriteProbeOutcome> {
  const hands = openHands(input.settings, input.config, context);
  try {
    return await probe({ input, options, context, hands });
  } finally {
    await hands.close();
  }
}

async function probe(parts: ProbeParts): Promise<WriteProbeOutcome> {
  const { input, hands } = parts;
  const { target, config, writing, open } = input;
  if (open !== null) refuseOther(open, target.scope.address, open.principal, parts.context);
  let subject = await readSubject(target, hands.connection, config);
  if (open !== null) {
    const finished = await finishOpenProbe(open, subject, parts);
    if (finished !== null) return finished;
    subject = await readSubject(target, hands.connection, config);
  }
  refuseByOptions(target, input.settings, writing);
  await refuseByProvider(target, hands.connection, writing);
  const steps = stepsOn(subject, config);
  const run = probeRun(subject, input);
  const preview = previewOf(steps, subject, run, parts);
  if (!(await isAgreed(preview, parts))) return { found: [], declined: true };
  return { found: await tryAndGoBack(steps, subject, run, parts), declined: false };
}

function stepsOn(subject: ProbeSubject, config: ValidConfig): readonly MeantStep[] {
  if (subject.target.mode === 'cycle') return cycleSteps(cycleRoles(subject, config));
  const held = heldRole(subject, config);
  return [{ step: 'noop', from: held, to: held }];
}

function previewOf(
  steps: readonly MeantStep[],
  { target, name, address, label }: ProbeSubject,
  run: ProbeRun,
  parts: ProbeParts,
): ProbePreview {
  const { mode, scope } = target;
  const { input, context } = parts;
  const again = resumeCommand(
    { mode, scope: scope.address, principal: address },
    context.workspace.location,
    context.cwd,
  );
  const notes = [
    ...(mode === 'cycle' && !steps.some(({ step }) => step === 'change')
      ? [
          'Only one role is known here that may be given for a moment, so that a change of role stays unproved.',
        ]
      : []),
    ...(input.settings.self === null
      ? [`providers.${scope.provider}.self is not set: make sure that this is not the credential's own user.`]
      : []),
    `Each request has its lines in the audit log ${auditPath(parts)}.`,
    `Until it has ended, ${openProbeFile} names it. If this run is killed: ${again}`,
  ];
  const shown = previewSteps(steps, run, input.settings);
  return {
    mode,
    finishes: false,
    scope: scope.address,
    name,
    principal: address,
    label,
    steps: shown,
    notes,
  };
}

async function tryAndGoBack(
  steps: readonly MeantStep[],
  subject: ProbeSubject,
  run: ProbeRun,
  parts: ProbeParts,
): Promise<readonly WriteFinding[]> {
  const { input, context, hands } = parts;
  const { scope, mode } = subject.target;
  const { folder } = context.workspace.location;
  const began = run.holding;
  return withAuditLog(resolve(context.cwd, auditPath(parts)), async (audit) => {
    const open = openProbeOf(steps, subject, began, context);
    await keepOpenProbe(folder, open);
    let isBack = false;
    try {
      await trySteps(steps, began, run, hands.trying(audit));
    } finally {
      isBack = await run.goBack(began, hands.goingBack(audit));
      if (isBack) await closeOpenProbe(folder, open);
    }
    const { trials, ways } = run;
    const { writing } = input;
    const { address, kind } = scope;
    const resume = resumeCommand({ ...open, mode }, context.workspace.location, context.cwd);
    return [
      ...findingsOf({ writing, trials, proved: ways.proved, scope: address, kind }),
      endFinding({ subject, holding: run.holding, isBack, resume, audit: auditPath(parts) }),
    ];
  });
}

function openProbeOf(
  steps: readonly MeantStep[],
  { target: { mode, scope }, address }: ProbeSubject,
  began: readonly ProbeRole[],
  { runtime }: CommandContext,
): OpenProbe {
  const given = new Map(steps.flatMap(({ to }) => (to === null ? [] : [[to.roleId, to] as const])));
  return {
    formatVersion: 1,
    id: runtime.uuid(),
    mode,
    scope: scope.address,
    principal: address,
    began: began.map(openRole),
    gives: [...given.values()].map(openRole),
    startedAt: formatInstant(runtime.now()),
  };
}

function openRole({ state, roleId }: ProbeRole): OpenProbe['gives'][number] {
  return { ...state, roleId };
}
