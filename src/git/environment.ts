import { devNull } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

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

/** The whole environment of a git process; `env` gives a variable of this one's. */
export function gitEnvironment(env: (name: string) => string | undefined): Readonly<Record<string, string>> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = env(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { PATH: absoluteFolders(env('PATH') ?? ''), ...Object.fromEntries(passed), ...OURS };
}

/** A relative folder of PATH, such as `.`, would be one of the files under review. */
function absoluteFolders(path: string): string {
  return path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .join(delimiter);
}
