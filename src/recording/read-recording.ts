import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../errors.js';
import type { RecordedEntry, RecordedProvider, Recording } from '../generated/recording.js';
import { validateRecording } from '../generated/validators.js';
import { parseJsonBody } from '../http/response-body.js';
import { decodeText } from '../model/decode-text.js';
import { isRecord } from '../model/record.js';
import { recordingVersion } from './har-text.js';

/** The largest recording that is read, in bytes. */
const largest = 256 * 2 ** 20;

const writtenBy = 'Give the file that rolecall doctor --record FILE wrote.';

/** What `doctor --record` wrote. */
export interface RecordedRun {
  readonly providers: readonly RecordedProvider[];
  readonly entries: readonly RecordedEntry[];
}

/** Reads a recording, whose path starts from a folder. @throws UsageError for anything that `doctor --record` does not write */
export async function readRecording(folder: string, file: string): Promise<RecordedRun> {
  const shown = JSON.stringify(file);
  const value = parseJsonBody(await textOf(resolve(folder, file), shown));
  if (value === undefined || value === null)
    throw new UsageError(`${shown} is not JSON, or was cut off`, { hint: writtenBy });
  const log = isRecord(value) && isRecord(value['log']) ? value['log'] : null;
  if (log === null || !Array.isArray(log['entries']))
    throw new UsageError(`${shown} is not an HTTP archive (HAR)`, { hint: writtenBy });
  const own = log['_rolecall'];
  if (!isRecord(own))
    throw new UsageError(`${shown} is an HTTP archive, but rolecall did not record it`, { hint: writtenBy });
  const { formatVersion } = own;
  if (typeof formatVersion === 'number' && formatVersion !== recordingVersion) {
    throw new UsageError(
      `${shown} has formatVersion ${formatVersion}; this version of rolecall reads ${recordingVersion}`,
      { hint: formatVersion > recordingVersion ? 'Use a newer version of rolecall.' : 'Record again.' },
    );
  }
  if (isRecording(value)) {
    const { _rolecall: run, entries } = value.log;
    if (run.providers.length === 0)
      throw new UsageError(`${shown} holds nothing: no provider was asked`, { hint: writtenBy });
    return { providers: run.providers, entries };
  }
  const [error] = validateRecording.errors ?? [];
  const where =
    error?.instancePath === undefined || error.instancePath === '' ? 'the file' : error.instancePath;
  throw new UsageError(`${shown} is not a recording: ${where} ${error?.message ?? 'has another shape'}`, {
    hint: writtenBy,
  });
}

function isRecording(value: unknown): value is Recording {
  return validateRecording(value);
}

async function textOf(path: string, shown: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size <= largest) {
      const decoded = decodeText(await readFile(path));
      if ('text' in decoded) return decoded.text;
      throw new UsageError(`${shown} is not a recording: ${decoded.refused}`, { hint: writtenBy });
    }
    throw new UsageError(`${shown} is larger than ${largest / 2 ** 20} MiB, which no recording is`, {
      hint: writtenBy,
    });
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      throw new UsageError(`there is no recording ${shown}`, { hint: writtenBy, cause });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`the recording ${shown} cannot be read: ${why}`, { cause });
  }
}
