import { type CommandSpec, formatOf } from '../command-spec.js';
import { formatOption, nowOption } from '../shared-options.js';
import { repositoryFolder, sourcesOf } from '../sources.js';
import { diagnosticsGithub, diagnosticsSarif, diagnosticsText } from '../../report/diagnostics.js';
import { visible } from '../../report/escape.js';
import type { Session } from '../session.js';
import type { Outcome } from '../../commands/context.js';
import { diagnosticsJson } from '../../report/json.js';

const FORMATS = ['text', 'json', 'github', 'gitlab', 'sarif'] as const;
type Format = (typeof FORMATS)[number];

export const validateSpec: CommandSpec = {
  name: 'validate',
  summary: 'read and check the files, offline',
  description:
    'Reads and checks the files. Needs no network and no credentials. Exits with 3 if they are invalid.',
  arguments: [],
  options: [formatOption(FORMATS), nowOption],
  examples: [
    { command: 'rolecall validate', does: 'print every finding with its file, line and column' },
    {
      command: 'rolecall validate --format github',
      does: 'print the findings as annotations of a GitHub workflow',
    },
    {
      command: 'rolecall validate --format gitlab > gl-code-quality-report.json',
      does: 'write the findings as a Code Quality report of GitLab',
    },
    {
      command: 'rolecall validate --format sarif > findings.sarif',
      does: 'write the findings for code scanning',
    },
  ],
  run: async (values, _args, session) => {
    const validate = await session.table.validate();
    const outcome = await validate(session.context);
    const format = formatOf(values, FORMATS);
    if (format === 'text' && session.context.roleCache !== undefined) {
      const mistypedRoles = await session.table.mistypedRoles();
      for (const note of await mistypedRoles(session.context)) await session.io.note(`${visible(note)}\n`);
    }
    await session.io.result(await render(format, outcome, session));
    return outcome.exitCode;
  },
};

async function render(format: Format, { diagnostics }: Outcome, session: Session): Promise<string> {
  const { cwd, workspace } = session.context;
  const folder = repositoryFolder(workspace.location.folder, cwd);
  switch (format) {
    case 'text':
      if (diagnostics.length === 0) return 'The files are valid.\n';
      return diagnosticsText(diagnostics, session.drawing, sourcesOf(workspace.location));
    case 'json':
      return diagnosticsJson(diagnostics);
    case 'github':
      return diagnosticsGithub(diagnostics, folder);
    case 'gitlab':
      return (await import('../../report/code-quality.js')).diagnosticsCodeQuality(diagnostics, folder);
    case 'sarif':
      return diagnosticsSarif(diagnostics, { version: session.version, folder });
  }
}
