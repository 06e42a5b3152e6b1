import { asciiLower } from '../model/principal.js';
import { formProblem, isGlob, pathGlob } from './path-glob.js';

/**
 * The files of one folder, that of rolecall.yaml: on disk or in a revision of git. Paths are relative to it, with `/`,
 * and never lead out of it.
 */
export interface FileTree {
  /** The files that fit any of the globs, sorted; links that might fit are among them, and refuse to be read. */
  glob(patterns: readonly string[]): Promise<readonly string[]>;
  /** The bytes of a file; null where there is none. Throws FileRefused where it must not or cannot be read. */
  read(path: string): Promise<Uint8Array | null>;
}

/** Bytes of a file above which it is not read. */
export const MAX_BYTES = 16 * 1024 * 1024;

/** Why files are refused, on disk and in git alike. */
export const TOO_LARGE = `it is larger than ${MAX_BYTES / 1024 / 1024} MiB: split it into several files`;
export const LINK_OUTSIDE =
  'it is a link that leads out of the folder of rolecall.yaml: replace the link with the file';
export const LINK_TO_FOLDER =
  'it is a link to a folder, and rolecall does not follow such links: name the folder itself';

/** Why a file is refused whose path is written in another letter case than on disk, where the file system allows that. */
export function otherCase(spelled: string): string {
  return `on disk it is ${JSON.stringify(spelled)}: write it so, since git and other systems tell the letter cases apart`;
}

/** A file that is there and is not read. The message says why and what to do. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(
    readonly code: 'link-refused' | 'file-refused',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whether a folder never holds access files: it is git's own, or holds packages. */
export function isIgnoredFolder(name: string): boolean {
  return isOfGit(name) || name === 'node_modules';
}

/**
 * Whether a file system may take the name for `.git`: in another letter case, with dots or spaces at its end or
 * characters that are not shown, as a stream of it (`.git::$INDEX_ALLOCATION`), or by the short name that Windows gives it.
 */
function isOfGit(name: string): boolean {
  const plain = asciiLower(
    name
      .replace(/:.*$/su, '')
      .replace(/[\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu, '')
      .replace(/[. ]+$/u, ''),
  );
  return plain === '.git' || plain === 'git~1';
}

/** Whether a path leads into git's own folder, or is that folder. */
export function leadsIntoGit(path: string): boolean {
  return path.split(/[/\\]/u).some(isOfGit);
}

/** Which paths fit the globs. One that begins with `!` leaves files out again. Files in ignored folders never fit. */
export function fileMatcher(patterns: readonly string[]): (path: string) => boolean {
  const of = (globs: readonly string[]) => globs.map((glob) => pathGlob(withoutDot(glob)));
  const wanted = of(patterns.filter((pattern) => !pattern.startsWith('!')));
  const unwanted = of(
    patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
  );
  return (path) =>
    !path.split('/').some(isIgnoredFolder) &&
    wanted.some((fits) => fits(path)) &&
    !unwanted.some((fits) => fits(path));
}

/** Whether files below a link to a folder might fit: such a link is found, too, so that reading it says why it is not followed. */
export function mightFitBelow(fits: (path: string) => boolean, folder: string): boolean {
  return fits(`${folder}/any.yaml`) || fits(`${folder}/any.yml`);
}

/** The folders below which everything that fits must lie; the empty text is the whole tree. */
export function foldersOf(patterns: readonly string[]): readonly string[] {
  const bases = patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .map((pattern) => {
      const segments = withoutDot(pattern).split('/').slice(0, -1);
      const special = segments.findIndex(isGlob);
      return (special === -1 ? segments : segments.slice(0, special)).join('/');
    });
  return bases.filter(
    (base, index) => !bases.some((other, at) => isBelow(base, other) && (base !== other || at < index)),
  );
}

/** Why a path of the settings is refused; null where it stays in the folder. */
export function pathProblem(path: string): string | null {
  if (path.includes('\\')) return 'separate folders with /';
  if (path.startsWith('/') || /^[A-Za-z]:/u.test(path))
    return 'make it relative to the folder of rolecall.yaml';
  if (/(?:^|[/{,(|])\.\.(?:[/},)|]|$)/u.test(path)) return 'it must not leave the folder of rolecall.yaml';
  if (path.split(/[/{},]/u).some(isOfGit)) return 'it must not lead into the folder .git';
  return null;
}

/** Why a glob of the settings is refused; null where it stays in the folder. */
export function globProblem(glob: string): string | null {
  const plain = glob.startsWith('!') ? glob.slice(1) : glob;
  return pathProblem(plain) ?? formProblem(plain);
}

/** A path or glob without `./` at its beginning. */
export function withoutDot(pattern: string): string {
  return pattern.replace(/^(?:\.\/+)+/u, '');
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
