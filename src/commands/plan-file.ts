import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { UsageError } from '../errors.js';
import { validatePlan } from '../generated/validators.js';
import type { Plan } from '../model/plan.js';
import { digestOf } from '../planning/digest.js';
import { parseLargeJson, ValueTooLong } from './large-json.js';

/** Bytes that are read of a plan file, some 3.5 million changes: they fill half of the heap that Node.js allows itself. */
const LARGEST = 2 * 2 ** 30;
const CHUNK = 256 * 1024;

/** How a plan file is read, in bytes: larger ones than `whole` as a stream, of which no one value is longer than `longest`. */
interface Reading {
  readonly whole?: number;
  readonly longest?: number;
}

/** Reads a plan kept with `plan --out`. @throws UsageError where it is none, too large, of another version, or edited since */
export async function readPlanFile(path: string, reading: Reading = {}): Promise<Plan> {
  const shown = JSON.stringify(path);
  const value = await read(path, shown, reading);
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

async function read(path: string, shown: string, reading: Reading): Promise<unknown> {
  const { whole = 64 * 2 ** 20, longest } = reading;
  try {
    const { size } = await stat(path);
    if (size > LARGEST) throw tooLarge(`has ${inMebibytes(size)}`, LARGEST, shown);
    if (size <= whole) return JSON.parse(await readFile(path, 'utf8'));
    return await parseLargeJson(createReadStream(path, { highWaterMark: CHUNK }), longest);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    if (cause instanceof ValueTooLong) throw tooLarge('holds a value that is too long', cause.longest, shown);
    if (cause instanceof SyntaxError) throw notJson(shown, cause);
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`the plan file ${shown} cannot be read: ${why}`, { cause });
  }
}

function tooLarge(what: string, most: number, shown: string): UsageError {
  return new UsageError(`the plan file ${shown} ${what}; at most ${inMebibytes(most)} can be read`, {
    hint: 'Plan and apply in parts, with --shard or --scope, or apply with --digest in place of the file.',
  });
}

function inMebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MiB`;
}

function notJson(shown: string, cause: SyntaxError): UsageError {
  return new UsageError(`${shown} is not JSON`, {
    hint: 'Give the file that rolecall plan --out FILE wrote.',
    cause,
  });
}
