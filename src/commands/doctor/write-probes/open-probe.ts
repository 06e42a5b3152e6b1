import { open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { RolecallError, UsageError } from '../../../errors.js';
import type { RoleState } from '../../../model/assignment.js';
import { isRecord } from '../../../model/record.js';
import type { ProbeMode } from '../../../model/write-probe.js';
import { replaceFile } from '../../../platform.js';
import { shellWord } from '../../../shell.js';

/** In the folder of rolecall.yaml, for as long as a probe has not ended where it began. */
export const openProbeFile = 'rolecall-doctor.open.json';

/** A probe that writes: what was there before it, and what it may give. On disk before the first request that writes. */
export interface OpenProbe {
  readonly formatVersion: 1;
  readonly id: string;
  readonly mode: ProbeMode;
  readonly scope: string;
  /** `user:ID`. */
  readonly principal: string;
  /** What the principal held in the scope. */
  readonly began: readonly OpenRole[];
  /** What the probe gives, in order. */
  readonly gives: readonly OpenRole[];
  /** RFC 3339, UTC. */
  readonly startedAt: string;
}

/** A role with its status and the id that requests want. */
interface OpenRole extends RoleState {
  readonly roleId: string;
}

/**
 * The probe that a run in this folder left open; null where there is none.
 * @throws UsageError for a file that cannot be read
 */
export async function readOpenProbe(folder: string): Promise<OpenProbe | null> {
  const path = join(folder, openProbeFile);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw unusable(path, error);
  }
  const probe = parsed(text);
  if (probe === null) throw unusable(path);
  return probe;
}

/** Puts it on disk, whole or not at all. @throws RolecallError where that fails: then nothing may be written */
export async function keepOpenProbe(folder: string, probe: OpenProbe): Promise<void> {
  const path = join(folder, openProbeFile);
  const draft = `${path}.tmp`;
  try {
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(probe, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await replaceFile(draft, path);
    await syncFolder(folder);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RolecallError(`${JSON.stringify(path)} cannot be written: ${reason}`, {
      hint: 'Nothing was sent either: the next run needs that file to take back what this one gives.',
      cause,
    });
  }
}

/** Ends it: the principal holds what it held before. Leaves a file that another run wrote meanwhile. */
export async function closeOpenProbe(folder: string, { id }: Pick<OpenProbe, 'id'>): Promise<void> {
  const now = await readOpenProbe(folder).catch(() => null);
  if (now?.id === id) await unlink(join(folder, openProbeFile));
}

/** Where the system can sync folders: a rename survives a power cut only then. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function unusable(path: string, cause?: unknown): UsageError {
  return new UsageError(
    `${JSON.stringify(path)} cannot be read, so it is not known what a probe left behind`,
    {
      hint: `See in the audit log whether it gave somebody a role, take that away, then delete the file: rm ${shellWord(path)}`,
      cause,
    },
  );
}

function parsed(text: string): OpenProbe | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || value['formatVersion'] !== 1) return null;
  const { id, mode, scope, principal, began, gives, startedAt } = value;
  if (mode !== 'noop' && mode !== 'cycle') return null;
  if (typeof id !== 'string' || typeof scope !== 'string' || typeof principal !== 'string') return null;
  if (typeof startedAt !== 'string' || !isList(began, isRole) || !isList(gives, isRole)) return null;
  return { formatVersion: 1, id, mode, scope, principal, began, gives, startedAt };
}

function isList<T>(value: unknown, is: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

function isRole(value: unknown): value is OpenRole {
  return (
    isRecord(value) &&
    typeof value['role'] === 'string' &&
    typeof value['roleId'] === 'string' &&
    (value['status'] === 'active' || value['status'] === 'inactive')
  );
}
