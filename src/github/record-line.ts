import { readRecordValue, type RecordProblem, recordValue } from '../planning/record/codec.js';
import type { ReviewRecord } from '../planning/record/review-record.js';

const START = '<!-- rolecall:record ';
const END = ' -->';

/** Whether a line holds a record. */
export function isRecordLine(line: string): boolean {
  return line.startsWith(START) && line.endsWith(END);
}

/** A record as one line, an HTML comment that no value in it can end. With a key, its signature is in it. */
export function recordLine(record: ReviewRecord, signingKey: string | null): string {
  const json = JSON.stringify(recordValue(record, signingKey));
  return `${START}${json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')}${END}`;
}

/** A record, or why a line holds none that could be believed. */
type LineRecord = { readonly record: ReviewRecord } | { readonly problem: string };

const PROBLEMS: Readonly<Record<RecordProblem, string>> = {
  'earlier-format': 'its record is of an earlier format, which does not tell the base branch',
  'later-format': 'its record is of a later format than this version reads',
  malformed: 'its record is not as rolecall writes it',
  signed: 'its record is signed, and cannot be checked without signing-key',
  unsigned: 'its record is not signed, and this run has a signing-key',
  'other-key': 'the signature of its record was not made with this signing-key',
};

/** Reads the record of a line. */
export function readRecord(line: string, signingKey: string | null): LineRecord {
  if (!isRecordLine(line)) return { problem: 'the comment holds no record' };
  const read = readRecordValue(parseJson(line.slice(START.length, -END.length)), signingKey);
  return 'record' in read ? read : { problem: PROBLEMS[read.problem] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A line that is not JSON holds no record.
    return null;
  }
}
