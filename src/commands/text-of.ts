import type { FileTree } from '../config/file-tree.js';

/** The text of a file with its byte order mark; null where there is no file. @throws FileRefused */
export async function textOf(path: string, tree: FileTree): Promise<string | null> {
  const bytes = await tree.read(path);
  return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
