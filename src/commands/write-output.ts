import { writeFile } from 'node:fs/promises';

/** Writes a file that a user asked for, whole or in pieces. The answer is why that failed; null where it did not. */
export async function writeOutput(path: string, text: string | Iterable<string>): Promise<string | null> {
  try {
    await writeFile(path, text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
