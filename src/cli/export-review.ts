import { lstatSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sha256 } from '../commands/report/provenance.js';
import { writeTexts } from '../commands/write-files.js';
import { UsageError } from '../errors.js';
import type { AccessReview, FileHash } from '../planning/access-review/review.js';
import { reviewCsv } from '../report/access-review/csv.js';
import { reviewHtml } from '../report/access-review/html.js';
import { reviewJson } from '../report/json.js';

const [DATA, TABLE, PAGE, SUMS] = [
  'access-review.json',
  'access-review.csv',
  'access-review.html',
  'SHA256SUMS',
] as const;

/**
 * Writes a review into a folder as data, table and page, with a list of their SHA-256 that `sha256sum -c` checks. The
 * page names those of the other two. Returns the paths of the files.
 * @throws UsageError where one of them exists, or the folder cannot be written to
 */
export async function exportReview(
  review: AccessReview,
  cwd: string,
  out: string,
): Promise<readonly string[]> {
  requireNoReview(cwd, out);
  const data = new Map<string, string>([
    [DATA, reviewJson(review)],
    [TABLE, reviewCsv(review)],
  ]);
  const texts = new Map([...data, [PAGE, reviewHtml(review, hashesOf(data))]]);
  texts.set(
    SUMS,
    hashesOf(texts)
      .map((each) => `${each.sha256}  ${each.file}\n`)
      .join(''),
  );
  const folder = resolve(cwd, out);
  try {
    await mkdir(folder, { recursive: true });
    await writeTexts(texts, folder);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new UsageError(`the review could not be written to ${JSON.stringify(out)}: ${error.message}`, {
      cause: error,
    });
  }
  return [...texts.keys()].map((file) => join(out, file));
}

/** Refuses a folder that holds a review, since an earlier one is evidence. @throws UsageError */
export function requireNoReview(cwd: string, out: string): void {
  const isThere = (file: string): boolean =>
    lstatSync(resolve(cwd, out, file), { throwIfNoEntry: false }) !== undefined;
  if (![DATA, TABLE, PAGE, SUMS].some(isThere)) return;
  throw new UsageError(`${JSON.stringify(out)} holds a review already`, {
    hint: 'Name another folder, such as one for each quarter.',
  });
}

function hashesOf(texts: ReadonlyMap<string, string>): readonly FileHash[] {
  return [...texts].map(([file, text]) => ({ file, sha256: sha256(text) }));
}
