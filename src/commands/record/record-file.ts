import { readFile, stat } from 'node:fs/promises';
import { ReviewRefused, UsageError } from '../../errors.js';
import { readRecordValue, recordValue } from '../../planning/record/codec.js';
import type { ReviewRecord } from '../../planning/record/review-record.js';
import { replaceOutput } from '../write-files.js';

/** The largest record that is read, in bytes: some 3,000,000 effects. */
const LARGEST_RECORD = 64 * 2 ** 20;

const WRITTEN_BY = 'Give the file that rolecall plan --record FILE wrote.';

/** Why a record counts for nothing: a sentence's end, and what to do. */
export class RecordRefusal {
  constructor(
    readonly why: string,
    readonly next: string,
  ) {}
}

const UNBELIEVED = {
  signed: new RecordRefusal(
    'it is signed, and no key is given to check that',
    'Give the variable that holds the key: --signing-key-env NAME.',
  ),
  unsigned: new RecordRefusal(
    'it is not signed, and this run has a signing key',
    'Plan with the same --signing-key-env NAME.',
  ),
  'other-key': new RecordRefusal(
    'its signature was not made with this key, or the record was changed since',
    'Plan and apply with the same key, and take the record as plan or the last apply wrote it.',
  ),
};

/** Reads a record; a refusal for one whose signature is not as it has to be. @throws UsageError for what is no record */
export async function readRecordFile(
  path: string,
  shown: string,
  signingKey: string | null,
): Promise<ReviewRecord | RecordRefusal> {
  const read = readRecordValue(await jsonOf(path, shown), signingKey);
  if ('record' in read) return read.record;
  switch (read.problem) {
    // There were no files then: it is a plan, or something else that tells its version.
    case 'earlier-format':
    case 'malformed':
      throw new UsageError(`${shown} is not a record`, { hint: WRITTEN_BY });
    case 'later-format':
      throw new UsageError(`${shown} is a record of a later format`, {
        hint: 'Apply with the version that planned.',
      });
    case 'signed':
    case 'unsigned':
    case 'other-key':
      return UNBELIEVED[read.problem];
  }
}

/** The error of a run whose records count for nothing, so that nothing is sent. */
export function refusedRecords(refusals: ReadonlyMap<string, RecordRefusal>): ReviewRefused {
  const [[shown, first] = ['', null], ...others] = refusals;
  const hint = first?.next ?? '';
  if (others.length === 0) {
    return new ReviewRefused(`the record ${shown} is not believed: ${first?.why}. Nothing was written.`, {
      hint,
    });
  }
  const lines = [...refusals].map(([file, { why }]) => `  ${file}: ${why}`);
  return new ReviewRefused(['these records are not believed, so nothing was written:', ...lines].join('\n'), {
    hint,
  });
}

/** Writes a record; says why it could not be kept, null if it could. There is a whole record in the file at any time. */
export async function writeRecordFile(
  path: string,
  record: ReviewRecord,
  signingKey: string | null,
): Promise<string | null> {
  const text = `${JSON.stringify(recordValue(record, signingKey), null, 2)}\n`;
  if (Buffer.byteLength(text) > LARGEST_RECORD) {
    return `it would have more than the ${LARGEST_RECORD / 2 ** 20} MiB that apply reads. Plan and apply in parts, with --shard or --scope.`;
  }
  return await replaceOutput(path, text);
}

async function jsonOf(path: string, shown: string): Promise<unknown> {
  try {
    const found = await stat(path);
    // Reading a pipe could wait for ever, and nothing could be struck off what came out of it.
    if (!found.isFile()) throw new UsageError(`the record ${shown} is not a file`, { hint: WRITTEN_BY });
    if (found.size <= LARGEST_RECORD) return JSON.parse(await readFile(path, 'utf8'));
    throw new UsageError(`the record ${shown} has more than ${LARGEST_RECORD / 2 ** 20} MiB`, {
      hint: WRITTEN_BY,
    });
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    if (cause instanceof SyntaxError)
      throw new UsageError(`the record ${shown} is not JSON`, { hint: WRITTEN_BY, cause });
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      throw new UsageError(`there is no record ${shown}`, { hint: WRITTEN_BY, cause });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`the record ${shown} cannot be read: ${why}`, { cause });
  }
}
