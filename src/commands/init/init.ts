import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ExitCode, UsageError } from '../../errors.js';
import { encodeId, isId } from '../../model/scope.js';
import type { CommandContext } from '../context.js';
import type { InitOptions, RenderedOutcome } from '../options.js';
import { systemsOf } from './settings-template.js';
import { CODEOWNERS, OWNED, starterFiles } from './starter.js';

/** Writes a commented starter and overwrites nothing. Sends nothing. @throws UsageError for what is no id */
export async function initCommand(options: InitOptions, _context: CommandContext): Promise<RenderedOutcome> {
  const wrong = [...options.redox, ...options.aion].find((id) => !isId(id));
  if (wrong !== undefined) throw new UsageError(`${JSON.stringify(wrong)} is not an id`);
  const owners = await firstThere(CODEOWNERS, options.dir);
  const written: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of starterFiles(options)) {
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
  const { redox, aion } = systemsOf(options);
  const variables = [
    ...(redox ? ['REDOX_CLIENT_ID', 'REDOX_KEY_ID', 'REDOX_PRIVATE_KEY'] : []),
    ...(aion ? ['AION_TOKEN'] : []),
  ];
  const addresses = [
    ...options.redox.map((id) => `redox/organization/${encodeId(id)}`),
    ...options.aion.map((id) => `aion/account/${encodeId(id)}`),
  ];
  const example = redox ? ['redox/organization/ID'] : ['aion/account/ID'];
  const scopes = (addresses.length > 0 ? addresses : example).map((address) => ` --scope ${address}`);
  return [`Next, with ${variables.join(', ')} set:`, `  rolecall import${scopes.join('')}`];
}

async function firstThere(paths: readonly string[], folder: string): Promise<string | null> {
  for (const path of paths) {
    const found = await stat(join(folder, path)).catch(() => null);
    if (found !== null) return path;
  }
  return null;
}

/** False where something is there already. */
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
