import picomatch from 'picomatch';

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

/** A file that is there and is not read. The message says why and what to do. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: 'link-refused' | 'file-refused';
  constructor(code: 'link-refused' | 'file-refused', message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Folders that never hold access files. */
export const ignoredFolders: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Which paths fit the globs. One that begins with `!` leaves files out again. Files in ignored folders never fit. */
export function fileMatcher(patterns: readonly string[]): (path: string) => boolean {
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!')).map(withoutDot);
  const unwanted = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => withoutDot(pattern.slice(1)));
  const fits = picomatch(wanted, { nonegate: true });
  const isLeftOut = unwanted.length === 0 ? () => false : picomatch(unwanted, { nonegate: true });
  return (path) =>
    !path.split('/').some((segment) => ignoredFolders.has(segment)) && fits(path) && !isLeftOut(path);
}

/** The folders below which everything that fits must lie; the empty text is the whole tree. */
export function foldersOf(patterns: readonly string[]): readonly string[] {
  const bases = patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .map((pattern) => {
      const { base, glob } = picomatch.scan(withoutDot(pattern));
      return glob === '' ? base.split('/').slice(0, -1).join('/') : base;
    });
  return bases.filter(
    (base, index) => !bases.some((other, at) => isBelow(base, other) && (base !== other || at < index)),
  );
}

/** Why a path or glob of the settings is refused; null where it stays in the folder. */
export function pathProblem(path: string): string | null {
  const plain = path.startsWith('!') ? path.slice(1) : path;
  if (plain.includes('\\')) return 'write / between folders';
  if (plain.startsWith('/') || /^[A-Za-z]:/u.test(plain))
    return 'write it relative to the folder of rolecall.yaml';
  if (/(?:^|[/{,(|])\.\.(?:[/},)|]|$)/u.test(plain)) return 'it must not leave the folder of rolecall.yaml';
  return null;
}

function withoutDot(pattern: string): string {
  return pattern.replace(/^(?:\.\/+)+/u, '');
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
