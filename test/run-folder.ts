import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what outlasts a test file, which is removed at the end of the run. */
    readonly runFolder: string;
  }
}

/** Makes the folder; the answer removes it. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-run-'));
  project.provide('runFolder', folder);
  return () => rmSync(folder, { recursive: true, maxRetries: 3 });
}
