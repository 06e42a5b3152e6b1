import { RolecallError } from '../errors.js';
import { type GitPlace, gitOutput, runGit } from './run.js';

const NONE_FOUND = 1;

/**
 * Options that switch every filter off that the machine's configuration defines. Which files one runs on is said by
 * `.gitattributes`, which whoever writes the files can write.
 * @throws RolecallError for a filter that cannot be switched off
 */
export async function withoutFilters(place: GitPlace): Promise<readonly string[]> {
  const query = ['config', '--null', '--name-only', '--get-regexp', '^filter\\.'];
  const { code, stdout } = await runGit(place, query);
  if (code === NONE_FOUND) return [];
  if (code !== 0) await gitOutput(place, query);
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
