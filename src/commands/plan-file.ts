import { readFile, stat } from 'node:fs/promises';
import { UsageError } from '../errors.js';
import { validatePlan } from '../generated/validators.js';
import { decodeText } from '../model/decode-text.js';
import type { Plan } from '../model/plan.js';
import { digestOf } from '../planning/digest.js';

/** The largest plan file that is read, in bytes: some 450,000 changes. */
const LARGEST_PLAN_FILE = 256 * 2 ** 20;

const IN_PARTS =
  'Plan and apply in parts, with --shard or --scope, or apply with --digest in place of the file.';

const WRITTEN_BY = 'Give the file that rolecall plan --out FILE wrote.';

/** Reads a plan that `plan --out` wrote. @throws UsageError if it is not a plan, too large, of another version, or edited since */
export async function readPlanFile(path: string): Promise<Plan> {
  const shown = JSON.stringify(path);
  const value = await read(path, shown);
  const version: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'formatVersion') : undefined;
  if (typeof version === 'number' && version !== 1) {
    throw new UsageError(`${shown} has formatVersion ${version}; this version of rolecall reads 1`, {
      hint: 'Plan again with this version: rolecall plan --out FILE.',
    });
  }
  if (!isPlan(value)) {
    const [error] = validatePlan.errors ?? [];
    throw new UsageError(
      `${shown} is not a plan: ${error?.instancePath || 'the file'} ${error?.message ?? 'has another shape'}`,
      { hint: WRITTEN_BY },
    );
  }
  if (digestOf(value.changes) !== value.digest) {
    throw new UsageError(`${shown} was edited: its changes do not have the digest it states`, {
      hint: 'A reviewed plan is applied as it was reviewed. Change the files and plan again.',
    });
  }
  return value;
}

function isPlan(value: unknown): value is Plan {
  return validatePlan(value);
}

async function read(path: string, shown: string): Promise<unknown> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_PLAN_FILE) throw tooLarge(size, shown);
    const decoded = decodeText(await readFile(path));
    if ('text' in decoded) return JSON.parse(decoded.text);
    throw new UsageError(`${shown} is not a plan: ${decoded.refused}`, { hint: WRITTEN_BY });
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    if (cause instanceof SyntaxError) throw notJson(shown, cause);
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      throw new UsageError(`there is no plan file ${shown}`, { hint: WRITTEN_BY, cause });
    }
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`the plan file ${shown} cannot be read: ${why}`, { cause });
  }
}

function tooLarge(size: number, shown: string): UsageError {
  return new UsageError(
    `the plan file ${shown} has ${inMebibytes(size)}; at most ${inMebibytes(LARGEST_PLAN_FILE)} are read`,
    { hint: IN_PARTS },
  );
}

/** A warning about a plan file that is too large to be applied; null if it is not. @throws the file system's errors */
export async function keptTooLarge(path: string): Promise<string | null> {
  const { size } = await stat(path);
  if (size <= LARGEST_PLAN_FILE) return null;
  return `${JSON.stringify(path)} has ${inMebibytes(size)}, more than apply reads (${inMebibytes(LARGEST_PLAN_FILE)}). ${IN_PARTS}`;
}

function inMebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}

function notJson(shown: string, cause: SyntaxError): UsageError {
  return new UsageError(`${shown} is not JSON`, {
    hint: WRITTEN_BY,
    cause,
  });
}
