import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/run-folder.ts',
    globals: false,
    // A worker thread that ends while a request of Node.js is open can spin for ever (Environment::CleanupHandles).
    pool: 'forks',
    // No module of the program keeps state, so the files of a process share what they have loaded and built.
    isolate: false,
    // One more than two cores can run: many tests wait for servers and processes of their own.
    maxWorkers: Math.max(3, availableParallelism()),
    // Far more than any test needs, since the machine may be busy.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], exclude: ['src/generated/**'] },
  },
});
