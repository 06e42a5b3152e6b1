// Ten thousand writes through a server that fails in every way: `node bench/soak.mjs [ROOTS] [PEOPLE] [SEED]`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const [roots = 56, people = 40, seed = 1] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), 'rolecall-soak-'));
try {
  const bundle = await rolldown({
    input: { soak: 'test/safety/soak/soak.ts', clock: 'test/safety/soak/hurried-runtime.ts' },
    cwd: join(import.meta.dirname, '..'),
    platform: 'node',
    logLevel: 'silent',
  });
  const name = '[name].mjs';
  await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: name,
    chunkFileNames: '[name]-[hash].mjs',
  });
  await bundle.close();
  const { soak } = await import(pathToFileURL(join(folder, 'soak.mjs')).href);
  const { hurriedRuntime } = await import(pathToFileURL(join(folder, 'clock.mjs')).href);
  const begun = performance.now();
  const figures = await soak({
    roots,
    people,
    seed,
    runtime: hurriedRuntime(20),
    readLagMs: 500,
    expireEach: 500,
  });
  tell(figures, (performance.now() - begun) / 1000);
} finally {
  await rm(folder, { recursive: true });
}

/**
 * @param {import('../test/safety/soak/soak.js').SoakFigures} figures
 * @param {number} seconds
 */
function tell(figures, seconds) {
  const { writes, exits, summaries, requests, faults, auditLines } = figures;
  const injected = Object.values(faults).reduce((sum, count) => sum + count, 0);
  print(`${writes} writes, ${requests} requests, ${injected} faults, seed ${seed}, ${seconds.toFixed(1)} s`);
  for (const [fault, count] of Object.entries(faults).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    print(`  ${fault}: ${count}`);
  for (const [index, summary] of summaries.entries()) {
    const { applied, failed, skipped } = summary;
    print(`run ${index + 1}: ${applied} applied, ${failed} failed, ${skipped} skipped, exit ${exits[index]}`);
  }
  for (const [reason, count] of figures.reasons.slice(0, 5)) print(`  ${count} × ${reason}`);
  const { wrong, disagreements, blindRepetitions } = figures;
  print(`assignments that are wrong in the end: ${list(wrong)}`);
  print(`audit log (${auditLines} lines) against the server's own: ${list(disagreements)}`);
  print(`POSTs repeated before a read: ${list(blindRepetitions)}`);
  const fine = exits.at(-1) === 0 && wrong.length + disagreements.length + blindRepetitions.length === 0;
  print(fine ? 'Nothing lost.' : 'LOST');
  process.exitCode = fine ? 0 : 1;
}

/** @param {readonly string[]} findings */
function list(findings) {
  return findings.length === 0 ? '0' : [findings.length, ...findings.slice(0, 10)].join('\n  ');
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}
