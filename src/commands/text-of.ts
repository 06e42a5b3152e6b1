import { FileRefused, type FileTree } from '../config/file-tree.js';
import { UsageError } from '../errors.js';

/**
 * The text of a file with its byte order mark; null where there is no file.
 * @throws UsageError for a file that must not or cannot be read
 */
export async function textOf(path: string, tree: FileTree): Promise<string | null> {
  const bytes = await tree.read(path).catch((error: unknown) => {
    if (!(error instanceof FileRefused)) throw error;
    throw new UsageError(`${JSON.stringify(path)} cannot be used: ${error.message}`, { cause: error });
  });
  return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
