import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { leadsIntoGit } from '../config/files.js';
import { UsageError } from '../errors.js';
import { isWithin } from './environment.js';
import { type GitPlace, gitOutput } from './run.js';

const FILE = 'file:';

/**
 * Configuration can include other files. One in the working tree is whoever's may write the files: it could name
 * programs. @throws UsageError for such a file
 */
export async function requireOwnConfiguration(place: GitPlace): Promise<void> {
  const listed = await gitOutput(place, ['config', '--list', '--show-origin', '--name-only', '--null']);
  const origins = new Set(listed.toString().split('\0'));
  for (const origin of origins) {
    if (!origin.startsWith(FILE)) continue;
    const file = resolve(place.top, origin.slice(FILE.length));
    if (!isWithin(place.top, file) || leadsIntoGit(relative(place.top, realpathSync(file)))) continue;
    throw new UsageError(
      `git takes its configuration from ${JSON.stringify(file)}, a file of the working tree`,
      {
        hint: 'Remove the include.path that names it, or let it name a copy elsewhere: whoever changes the files could change what git does.',
      },
    );
  }
}
