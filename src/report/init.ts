import type { InitResult } from '../model/init-result.js';

/** The files that `init` wrote or kept, a line each, and what to do next. */
export function initText({ written, kept, owners, ...next }: InitResult): string {
  const lines = [
    ...written.map((path) => `Wrote ${path}`),
    ...kept.map((path) => `Kept  ${path}, which was there`),
    ...(owners === null
      ? []
      : [`Kept  ${owners.path}; let it name who agrees to ${owners.owned.join(', ')}`]),
    '',
    ...nextSteps(next),
  ];
  return `${lines.join('\n')}\n`;
}

function nextSteps({
  variables,
  addresses,
  sandboxPort,
  label,
}: Omit<InitResult, 'written' | 'kept' | 'owners'>): readonly string[] {
  const scopes = addresses.map((address) => ` --scope ${address}`).join('');
  const commands = [`  rolecall doctor${scopes}`, `  rolecall import --people${scopes}`];
  if (sandboxPort !== null) {
    return [
      'Next, in another terminal, start the sandbox; it prints the variables to set here:',
      `  rolecall sandbox --port ${sandboxPort}`,
      `Then, with ${variables.join(', ')} set, see whether all is ready, and import:`,
      ...commands,
    ];
  }
  return [
    `Next, with ${variables.join(', ')} set, see whether all is ready, and import:`,
    ...commands,
    '',
    'In the workflows, replace OWNER with who publishes rolecall, and COMMIT with the full commit of a release.',
    'They read those variables from the secrets of the GitHub environments rolecall-plan and rolecall-apply,',
    'and ROLECALL_SIGNING_KEY, a random text of at least 32 characters that signs what was reviewed.',
    'They label pull requests whose changes are not all made yet. Make that label once:',
    `  gh label create "${label}"`,
  ];
}
