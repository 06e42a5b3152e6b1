import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ExitCode, UsageError } from '../../errors.js';
import { USUAL_LABEL } from '../../github/pull-request.js';
import { encodeId, isId } from '../../model/scope.js';
import type { CommandContext } from '../context.js';
import type { InitOptions, RenderedOutcome } from '../options.js';
import { targetInside } from '../target-inside.js';
import { SANDBOX_PORT, systemsOf } from './settings-template.js';
import { CODEOWNERS, OWNED, starterFiles } from './starter.js';

/** Writes a commented starter and overwrites nothing. Sends nothing. @throws UsageError for what is no id */
export async function initCommand(options: InitOptions, _context: CommandContext): Promise<RenderedOutcome> {
  const wrong = [...options.redox, ...options.aion].find((id) => !isId(id));
  if (wrong !== undefined) throw new UsageError(`${JSON.stringify(wrong)} is not an id`);
  await mkdir(options.dir, { recursive: true });
  const files = starterFiles(options);
  for (const [path] of files) await refuseBehindLink(options.dir, path);
  const owners = options.sandbox ? null : await firstThere(CODEOWNERS, options.dir);
  const written: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of files) {
    if (path === CODEOWNERS[0] && owners !== null) continue;
    const isNew = await writeNew(join(options.dir, path), text);
    (isNew ? written : kept).push(path);
  }
  const lines = [
    ...written.map((path) => `Wrote ${path}`),
    ...kept.map((path) => `Kept  ${path}, which was there`),
    ...(owners === null ? [] : [`Kept  ${owners}; let it name who agrees to ${OWNED.join(', ')}`]),
    '',
    ...nextSteps(options),
  ];
  return { output: `${lines.join('\n')}\n`, notes: [], diagnostics: [], exitCode: ExitCode.done };
}

function nextSteps(options: InitOptions): readonly string[] {
  const variables = variablesOf(options);
  const importing = `  rolecall import${addressesOf(options)
    .map((address) => ` --scope ${address}`)
    .join('')}`;
  if (options.sandbox) {
    return [
      'Next, in another terminal, start the sandbox; it prints the variables to set here:',
      `  rolecall sandbox --port ${SANDBOX_PORT}`,
      `Then, with ${variables.join(', ')} set:`,
      importing,
    ];
  }
  return [
    `Next, with ${variables.join(', ')} set:`,
    importing,
    '',
    'The workflows read these from the secrets of the GitHub environments rolecall-plan and rolecall-apply,',
    'and ROLECALL_SIGNING_KEY, a random text of at least 32 characters that signs what was reviewed.',
    'They label pull requests whose changes are not all made yet. Make that label once:',
    `  gh label create "${USUAL_LABEL}"`,
  ];
}

function variablesOf(options: InitOptions): readonly string[] {
  const { redox, aion } = systemsOf(options);
  return [
    ...(redox ? ['REDOX_CLIENT_ID', 'REDOX_KEY_ID', 'REDOX_PRIVATE_KEY'] : []),
    ...(aion ? ['AION_TOKEN'] : []),
  ];
}

/** What to import first: what was named, else all of the sandbox's, else an example. */
function addressesOf({ redox, aion, sandbox }: InitOptions): readonly string[] {
  const addresses = [
    ...redox.map((id) => `redox/organization/${encodeId(id)}`),
    ...aion.map((id) => `aion/account/${encodeId(id)}`),
  ];
  if (addresses.length > 0) return addresses;
  return sandbox ? ['redox/organization/1024', 'aion/account/orbit'] : ['redox/organization/ID'];
}

async function firstThere(paths: readonly string[], folder: string): Promise<string | null> {
  for (const path of paths) {
    const found = await lstat(join(folder, path)).catch(() => null);
    if (found !== null) return path;
  }
  return null;
}

/** What is there already, if only as a link, is kept; the folders on the way to it must not lead elsewhere. */
async function refuseBehindLink(dir: string, path: string): Promise<void> {
  const folder = dirname(path);
  if (folder !== '.') await targetInside(dir, folder);
}

/** False where something is there already, if only as a link. */
async function writeNew(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
