import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { RolecallError, UsageError } from '../errors.js';
import { leadsIntoGit } from '../config/file-tree.js';
import { type GitLocation, gitOutput, isWithin, runGit } from './run.js';

const NONE_FOUND = 1;

/**
 * Options that switch every filter off that the machine's configuration defines. Which files one runs on is said by
 * `.gitattributes`, which whoever writes the files can write.
 * @throws RolecallError for a filter that cannot be switched off
 */
export async function withoutFilters(location: GitLocation): Promise<readonly string[]> {
  const query = ['config', '--null', '--name-only', '--get-regexp', '^filter\\.'];
  const { code, stdout } = await runGit(location, query);
  if (code === NONE_FOUND) return [];
  if (code !== 0) await gitOutput(location, query);
  const names = stdout.toString().split('\0');
  const filters = new Set(names.flatMap((name) => /^filter\.(.+)\.[^.]+$/su.exec(name)?.[1] ?? []));
  return [...filters].flatMap(switchedOff);
}

function switchedOff(filter: string): readonly string[] {
  if (filter.includes('=')) {
    throw new RolecallError(`the git filter ${JSON.stringify(filter)} cannot be switched off`, {
      hint: 'Rename it in the configuration of git: its name holds an "=".',
    });
  }
  const settings = ['clean=', 'smudge=', 'process=', 'required=false'];
  return settings.flatMap((setting) => ['-c', `filter.${filter}.${setting}`]);
}

const FILE = 'file:';

/**
 * Configuration can include other files. One in the working tree is whoever's may write the files: it could name
 * programs. @throws UsageError for such a file
 */
export async function requireOwnConfiguration(location: GitLocation): Promise<void> {
  const listed = await gitOutput(location, ['config', '--list', '--show-origin', '--name-only', '--null']);
  const origins = new Set(listed.toString().split('\0'));
  for (const origin of origins) {
    if (!origin.startsWith(FILE)) continue;
    const file = resolve(location.top, origin.slice(FILE.length));
    if (!isWithin(location.top, file) || leadsIntoGit(relative(location.top, realpathSync(file)))) continue;
    throw new UsageError(
      `git takes its configuration from ${JSON.stringify(file)}, a file of the working tree`,
      {
        hint: 'Remove the include.path that names it, or let it name a copy elsewhere: whoever changes the files could change what git does.',
      },
    );
  }
}
