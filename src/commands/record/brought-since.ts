import { RolecallError } from '../../errors.js';
import { fetchCommit, findCommit, parentsOf } from '../../git/locate.js';
import { holdsChange } from '../../git/merged.js';
import type { ReviewRecord } from '../../planning/record/review-record.js';
import { type CheckedOut, commitOrNull } from './checked-out.js';

/** The commit before the merge: a fast-forward of a head leads from its base to it, any other merge from the first parent. */
export async function earlierCommit(
  { repository, commit }: CheckedOut,
  records: readonly ReviewRecord[],
): Promise<string | null> {
  const forwarded = records.find(({ head, base }) => head === commit && base !== commit);
  const base = forwarded?.base ?? null;
  if (base !== null && (await findCommit(repository, base)) !== null) return base;
  const [parent] = await parentsOf(repository, commit);
  if (parent === undefined) return null;
  await fetchCommit(repository, parent);
  return parent;
}

/**
 * The records of changes that are not in the base yet. A commit that git cannot compare with a record's head counts as one that
 * does not hold its change: where that matters, the record was refused before.
 */
export async function broughtSince(
  base: string | null,
  records: readonly ReviewRecord[],
  { repository, commit, counts, files }: CheckedOut,
): Promise<readonly ReviewRecord[]> {
  if (base === null) return records;
  const before = await commitOrNull(repository, base);
  if (before === null) return [];
  const own: ReviewRecord[] = [];
  for (const record of records) {
    const holds = async (tip: string): Promise<boolean> => {
      try {
        return await holdsChange(repository, record.head, tip, counts);
      } catch (error) {
        if (error instanceof RolecallError) return false;
        throw error;
      }
    };
    if ((record.files === files || (await holds(commit))) && !(await holds(before))) own.push(record);
  }
  return own;
}
