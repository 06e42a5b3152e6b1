import { realpathSync } from 'node:fs';
import { devNull } from 'node:os';
import { delimiter, isAbsolute, join, sep } from 'node:path';

/** Where programs, git's own configuration and temporary files are; then the same for Windows. */
const BASICS = `HOME XDG_CONFIG_HOME TMPDIR SUDO_UID
  SystemRoot USERPROFILE HOMEDRIVE HOMEPATH APPDATA LOCALAPPDATA ProgramData TEMP TMP PATHEXT`;
/** What it takes to reach the origin. */
const NETWORK = `HTTPS_PROXY HTTP_PROXY ALL_PROXY NO_PROXY https_proxy http_proxy all_proxy no_proxy
  SSL_CERT_FILE SSL_CERT_DIR SSH_AUTH_SOCK`;

/** All that git is given of this process's environment: no secret, and none of git's own variables. */
const PASSED_ON = `${BASICS} ${NETWORK}`.split(/\s+/u);

/** A path at which there is nothing: git speaks up about a file of grafts, even an empty one. */
const NOWHERE = join(devNull, 'none');

/** Objects are what they are (no replacements, no grafts), nobody is asked for anything, and messages are English. */
const OURS: Readonly<Record<string, string>> = {
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: NOWHERE,
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
};

/** Where git looks for its own configuration, and others for theirs. */
const HOMES: readonly string[] = ['HOME', 'XDG_CONFIG_HOME', 'USERPROFILE'];

/**
 * The whole environment of a git process that works on the files below `top`; `env` gives a variable of this one's.
 * Neither programs nor configuration are looked for among those files.
 */
export function gitEnvironment(
  env: (name: string) => string | undefined,
  top: string,
): Readonly<Record<string, string>> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = env(name);
    return value === undefined || (HOMES.includes(name) && isWithin(top, value))
      ? []
      : [[name, value] as const];
  });
  const path = (env('PATH') ?? '').split(delimiter);
  const folders = path.filter((folder) => isAbsolute(folder) && !isWithin(top, folder));
  return { PATH: folders.join(delimiter), ...Object.fromEntries(passed), ...OURS };
}

/** Whether a path leads to a folder or to something below it, which has no links on its way. */
export function isWithin(folder: string, path: string): boolean {
  const real = realOf(path);
  return real === folder || real.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
