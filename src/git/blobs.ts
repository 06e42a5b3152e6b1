import { RolecallError } from '../errors.js';
import { type GitPlace, gitOutput } from './run.js';

const NEWLINE = 10;

/**
 * Reads blobs by their ids, all of them by one process.
 * @throws RolecallError where one is not here, as in a partial clone that cannot reach its origin
 */
export async function readBlobs(
  place: GitPlace,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  if (ids.length === 0) return blobs;
  const output = await gitOutput(place, ['cat-file', '--batch'], `${[...new Set(ids)].join('\n')}\n`);
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(NEWLINE, at);
    const [id = '', type, size] = output.subarray(at, end).toString().split(' ');
    if (type !== 'blob') {
      throw new RolecallError(`git does not have the file ${id} (${type ?? 'no answer'})`, {
        hint: 'Fetch the revision whole, without a filter.',
      });
    }
    const start = end + 1;
    at = start + Number(size) + 1;
    blobs.set(id, output.subarray(start, at - 1));
  }
  return blobs;
}
