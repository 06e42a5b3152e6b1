// The measurements behind the table of bench/README.md: `npm run bench -- [NAME…] [--quick] [--json FILE] [--cli FILE]`.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { apply } from './cases/apply.mjs';
import { compare } from './cases/compare.mjs';
import { deck } from './cases/deck.mjs';
import { estimate } from './cases/estimate.mjs';
import { large } from './cases/large.mjs';
import { pace } from './cases/pace.mjs';
import { read } from './cases/read.mjs';
import { start } from './cases/start.mjs';
import { validate } from './cases/validate.mjs';
import { isMet, tableOf } from './figure.mjs';

const cases = { start, validate, compare, large, read, apply, pace, estimate, deck };

const usage = `npm run bench -- [${Object.keys(cases).join('|')}]… [--quick] [--json FILE] [--cli FILE]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    cli: { type: 'string', default: fileURLToPath(new URL('../dist/cli/main.cjs', import.meta.url)) },
  },
});
if (values.help) {
  process.stdout.write(`${usage}\n`);
  process.exit();
}
const unknown = positionals.filter((name) => !(name in cases));
if (unknown.length > 0) refuse(`no bench is named ${unknown.join(', ')}: ${usage}`);
if (!existsSync(values.cli)) refuse(`there is no ${values.cli}: npm run build`);

/** @type {import('./figure.mjs').Figure[]} */
const figures = [];
for (const [name, measure] of Object.entries(cases)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const startedAt = performance.now();
  process.stderr.write(`${name} …\n`);
  const found = await measure({ quick: values.quick, cli: values.cli });
  figures.push(...found.map((figure) => ({ ...figure, bench: name })));
  process.stderr.write(
    `${tableOf(found)}${name} took ${Math.round((performance.now() - startedAt) / 1000)} s\n`,
  );
}
process.stdout.write(tableOf(figures));
if (values.json !== undefined) {
  // One run for each version of Node.js, so that both stand side by side.
  const runs = existsSync(values.json) ? JSON.parse(await readFile(values.json, 'utf8')).runs : {};
  const [major = ''] = process.versions.node.split('.');
  const told = figures.map((figure) => ({ ...figure, met: isMet(figure) }));
  runs[major] = { node: process.version, quick: values.quick, figures: told };
  await writeFile(values.json, `${JSON.stringify({ formatVersion: 2, runs }, null, 2)}\n`);
}

/** @param {string} reason */
function refuse(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}
