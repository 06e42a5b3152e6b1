// Every check of the project, then its tests: `npm test`. The last line counts what passed and what failed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { root } from './generated-files.mjs';

const bin = (name) => `node_modules/.bin/${name}`;
const node = process.execPath;
/** TypeScript's native compiler; `typescript` is there for the tools that need its JavaScript API. */
const compiler = 'node_modules/typescript-native/bin/tsc';

/**
 * Those that take longest come first, so that none of them is left running alone. `sees` has to be in the output: some
 * tools are content when they see nothing at all.
 */
const checks = [
  { name: 'dry run of a release', command: [node, 'scripts/release/dry-run.mjs'], sees: /can be released/ },
  { name: 'demo', command: [node, 'dist/cli/demo.js'], sees: /No changes/ },
  { name: 'types', command: [node, compiler, '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of the page', command: [node, compiler, '-p', 'src/report/access-review/page'] },
  { name: 'types of the bench', command: [node, compiler, '-p', 'bench/tsconfig.json'] },
  {
    name: 'dependency directions',
    command: [bin('depcruise'), '--config', '.dependency-cruiser.cjs', 'src'],
    sees: /[1-9]\d* modules/,
  },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'], sees: /on [1-9]\d* files/ },
  { name: 'bundle of the Action', command: [node, 'scripts/check-action.mjs'] },
  { name: 'dead code', command: [bin('knip'), '--no-config-hints'] },
  { name: 'format', command: [bin('biome'), 'format', '.'] },
];

const counts = { passed: 0, failed: 0, skipped: 0 };

if (await check({ name: 'build', command: [node, 'scripts/build.mjs'] })) {
  const waiting = [...checks];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await check(next);
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, lane));
  await test();
}

const skips = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skips}\n`);
process.exitCode = counts.failed === 0 ? 0 : 1;

async function check({ name, command, sees }) {
  const { code, output, seconds } = await run(command);
  const passed = code === 0 && (sees === undefined || sees.test(output));
  counts[passed ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${passed ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n${passed ? '' : `${output}\n`}`);
  return passed;
}

/** Runs the tests and counts them from what they report, a file that did not load or a stray error as one failure. */
async function test() {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-test-'));
  const file = join(folder, 'result.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output, seconds } = await run([bin('vitest'), 'run', ...reporters]);
  const result = JSON.parse(await readFile(file, 'utf8').catch(() => '{"testResults":[]}'));
  await rm(folder, { recursive: true });

  const tests = result.testResults.flatMap(({ assertionResults }) => assertionResults);
  const withStatus = (...statuses) => tests.filter(({ status }) => statuses.includes(status));
  const unloaded = result.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  const skipped = withStatus('pending', 'skipped', 'todo', 'disabled');
  const passed = withStatus('passed').length;
  let failed = withStatus('failed').length + unloaded.length;
  if (failed === 0 && (code !== 0 || passed === 0)) failed = 1;

  process.stdout.write(
    `${failed === 0 ? 'ok  ' : 'FAIL'} tests: ${passed} passed, ${failed} failed (${seconds} s)\n`,
  );
  if (failed > 0) process.stdout.write(`${output}\n`);
  for (const { fullName } of skipped) process.stdout.write(`skipped: ${fullName}\n`);
  counts.passed += passed;
  counts.failed += failed;
  counts[process.env.ROLECALL_NO_SKIPS === '1' ? 'failed' : 'skipped'] += skipped.length;
}

async function run([file, ...args]) {
  const start = performance.now();
  const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  const [code] = await once(child, 'close');
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  return { code, output: Buffer.concat(chunks).toString().trimEnd(), seconds };
}
