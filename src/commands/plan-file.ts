import { constants } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { UsageError } from '../errors.js';
import { validatePlan } from '../generated/validators.js';
import type { Plan } from '../model/plan.js';
import { digestOf } from '../planning/digest.js';

/** What one text can hold, and so what is read of a plan file: 512 MiB, some million changes. */
const LARGEST = constants.MAX_STRING_LENGTH;

/** Reads a plan kept with `plan --out`. @throws UsageError where it is none, too large, of another version, or edited since */
export async function readPlanFile(path: string): Promise<Plan> {
  const shown = JSON.stringify(path);
  const value = parse(await text(path, shown), shown);
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
      `${shown} is not a plan: ${error?.instancePath || '/'} ${error?.message ?? 'has another shape'}`,
      {
        hint: 'Give the file that rolecall plan --out FILE wrote.',
      },
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

async function text(path: string, shown: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST) throw tooLarge(size, shown);
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`the plan file ${shown} cannot be read: ${why}`, { cause });
  }
}

function tooLarge(size: number, shown: string): UsageError {
  const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
  return new UsageError(
    `the plan file ${shown} has ${mebibytes(size)} MiB; at most ${mebibytes(LARGEST)} MiB can be read`,
    {
      hint: 'Plan and apply in parts, with --shard or --scope, or apply with --digest in place of the file.',
    },
  );
}

function parse(json: string, shown: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new UsageError(`${shown} is not JSON`, {
      hint: 'Give the file that rolecall plan --out FILE wrote.',
      cause,
    });
  }
}
