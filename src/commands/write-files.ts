import { constants } from 'node:fs';
import {
  access,
  chmod,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { leadsIntoGit } from '../config/file-tree.js';
import { RolecallError, UsageError } from '../errors.js';
import { replaceFile, stepsInside } from '../platform.js';

/**
 * Where a file below a folder is really written: links inside the folder are followed, those that lead out of it, into
 * git's own folder or nowhere are refused. Nothing is written or made.
 * @throws UsageError where the path leads elsewhere
 */
export async function targetInside(folder: string, path: string): Promise<string> {
  const top = await realpath(folder);
  const hint = 'Remove the link, or choose another folder.';
  if (leadsIntoGit(path)) throw new UsageError(`${JSON.stringify(path)} is in git's own folder`, { hint });
  const { there, rest } = await deepest(join(top, path));
  const real = await realpath(there).catch((error: unknown) => {
    throw new UsageError(`${JSON.stringify(path)} is behind a link that leads nowhere`, {
      hint,
      cause: error,
    });
  });
  const steps = stepsInside(top, real);
  if (steps === null)
    throw new UsageError(`${JSON.stringify(path)} is behind a link that leads out of the folder`, { hint });
  if (leadsIntoGit(steps.join('/')))
    throw new UsageError(`${JSON.stringify(path)} is behind a link into git's own folder`, { hint });
  return join(real, rest);
}

/**
 * Writes texts to new files below a folder: all of them or none.
 * @throws UsageError for a link that leads out; RolecallError where a file cannot be written, or is there
 */
export async function writeTexts(texts: ReadonlyMap<string, string>, folder: string): Promise<void> {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  const written: string[] = [];
  for (const { path, target, text } of await targetsOf(texts, folder)) {
    try {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text, { flag: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW });
      written.push(target);
    } catch (error) {
      for (const each of written) await rm(each, { force: true });
      throw unwritten(path, error);
    }
  }
}

/**
 * Replaces the texts of files below a folder, and writes those that are new: all of them or none. Each text is written
 * beside its file and then takes its place, so that nobody reads half of it.
 * @throws UsageError for a link that leads out; RolecallError where a file cannot be written
 */
export async function replaceTexts(texts: ReadonlyMap<string, string>, folder: string): Promise<void> {
  const { O_WRONLY, O_CREAT, O_TRUNC, O_NOFOLLOW } = constants;
  const flag = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW;
  const beside = (target: string, ending: string): string =>
    join(dirname(target), `.${basename(target)}.${process.pid}.${ending}`);
  const targets = await targetsOf(texts, folder);
  const replaced = new Map<string, string | null>();
  let current = '';
  try {
    for (const { path, target, text } of targets) {
      current = path;
      await mkdir(dirname(target), { recursive: true });
      await writeFile(beside(target, 'tmp'), text, { flag });
      const mode = await modeOf(target);
      if (mode === null) continue;
      await access(target, constants.W_OK);
      await chmod(beside(target, 'tmp'), mode);
      await copyFile(target, beside(target, 'old'));
    }
    for (const { path, target } of targets) {
      current = path;
      const former = (await isThere(target)) ? beside(target, 'old') : null;
      await replaceFile(beside(target, 'tmp'), target);
      replaced.set(target, former);
    }
  } catch (error) {
    for (const [target, former] of replaced)
      await (former === null ? rm(target, { force: true }) : replaceFile(former, target));
    throw unwritten(current, error);
  } finally {
    for (const { target } of targets)
      for (const ending of ['tmp', 'old']) await rm(beside(target, ending), { force: true });
  }
}

/** Why nothing was written. */
function unwritten(path: string, cause: unknown): RolecallError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new RolecallError(`${JSON.stringify(path)} cannot be written, so no file was changed: ${why}`, {
    cause,
  });
}

/** The texts by where they are really written. */
async function targetsOf(
  texts: ReadonlyMap<string, string>,
  folder: string,
): Promise<readonly { readonly path: string; readonly target: string; readonly text: string }[]> {
  const targets = [];
  for (const [path, text] of texts) targets.push({ path, target: await targetInside(folder, path), text });
  return targets;
}

/** The permissions of a file; null where there is none. */
async function modeOf(path: string): Promise<number | null> {
  return (await isThere(path)) ? (await lstat(path)).mode : null;
}

/** Writes a file that a user asked for, whole or in pieces. Returns why that failed; null if it did not. */
export async function writeOutput(path: string, text: string | Iterable<string>): Promise<string | null> {
  try {
    await writeFile(path, text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Like `writeOutput`, but nobody else may read the file, and there is either the whole of it or what was there before. */
export async function writePrivateOutput(path: string, text: string): Promise<string | null> {
  return await replaceWhole(path, text, 0o600);
}

/**
 * Like `writeOutput`, but there is either the whole of the file or what was there before. A link is replaced, and nothing
 * but a file is: where the system's owner runs this, `/dev/null` could be.
 */
export async function replaceOutput(path: string, text: string): Promise<string | null> {
  return await replaceWhole(path, text, 0o666);
}

/** Whether a file that exists can be replaced by `replaceOutput`. */
export async function isReplaceable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK);
    await access(dirname(path), constants.W_OK);
    return true;
  } catch {
    // Why does not matter: the writing itself says it.
    return false;
  }
}

async function replaceWhole(path: string, text: string, mode: number): Promise<string | null> {
  let folder: string | null = null;
  try {
    if (await isOtherThanFile(path)) return `${JSON.stringify(path)} is not a file`;
    // Not by the process's number, which is the same in each container that shares the folder.
    folder = await mkdtemp(join(dirname(path), '.rolecall-'));
    const draft = join(folder, 'draft');
    await writeFile(draft, text, { mode, flag: 'wx' });
    await replaceFile(draft, path);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

async function isOtherThanFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && !found.isFile();
}

/** Splits a path: the longest part that exists, even as a broken link, and the rest. */
async function deepest(path: string): Promise<{ readonly there: string; readonly rest: string }> {
  let there = path;
  while (!(await isThere(there)) && dirname(there) !== there) there = dirname(there);
  return { there, rest: path.slice(there.length) };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}
