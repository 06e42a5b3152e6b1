import { type CommandSpec, flagOf, formatOf, listOf } from '../command-spec.js';
import { formatOption, scopeOption } from '../shared-options.js';
import { printOutcome } from '../session.js';
import { recordingAsked, recordingOptions } from '../recording.js';
import { writeProbeAsked, writeProbeOptions } from '../write-probe.js';

const FORMATS = ['text', 'json'] as const;

export const doctorSpec: CommandSpec = {
  name: 'doctor',
  summary: 'whether files, credentials and APIs are ready; sends reads only',
  description:
    'Looks at files, variables, network, credentials and permissions, and finds out how the APIs behave. Sends only reads, unless --probe-writes is given.',
  arguments: [],
  options: [
    formatOption(FORMATS),
    scopeOption,
    {
      flags: '--write',
      description: 'put what was settled into rolecall.yaml, never over what it names',
    },
    { flags: '--detailed-exitcode', description: 'exit with 2 if facts about the APIs are unproved' },
    ...writeProbeOptions,
    ...recordingOptions,
  ],
  examples: [
    { command: 'rolecall doctor', does: 'whether you can plan and apply, and what to do where you cannot' },
    { command: 'rolecall doctor --scope "redox/**"', does: 'look at one system only' },
    { command: 'rolecall doctor --write', does: 'write what was settled into rolecall.yaml' },
    { command: 'rolecall doctor --format json', does: 'the same for programs' },
    {
      command: 'rolecall doctor --probe-writes noop --scope aion/project/orbit/apollo --principal lin',
      does: 'send a role that somebody holds once more, after asking',
    },
  ],
  run: async (values, _args, session) => {
    const doctor = await session.table.doctor();
    const options = {
      scope: listOf(values, 'scope'),
      write: flagOf(values, 'write'),
      detailedExitcode: flagOf(values, 'detailedExitcode'),
      writeProbe: writeProbeAsked(values, session),
      ...recordingAsked(values),
    };
    const outcome = await doctor(options, session.context);
    const { result, written, unwritten, unkept } = outcome;
    const [{ doctorJson, doctorNotes, doctorText }, { editText }] = await Promise.all([
      import('../../report/doctor.js'),
      import('../../report/edit.js'),
    ]);
    const json = formatOf(values, FORMATS) === 'json';
    const output = json ? doctorJson(result) : doctorText(result, written, session.drawing);
    const code = await printOutcome(session, outcome, output);
    if (json && written !== null) await session.io.note(editText({ files: [written] }, session.noteDrawing));
    await session.io.note(
      doctorNotes(unwritten, unkept)
        .map((note) => `${note}\n`)
        .join(''),
    );
    return code;
  },
};
