import { readFileSync } from 'node:fs';
import { exampleFiles } from '../e2e/examples.js';
import { makeWorld, now, type World } from '../e2e/world.js';
import { skippedWaits } from '../safety/quick-runtime.js';
import { guideOutputs } from './guide-outputs.js';
import { shown, told } from './transcripts.js';

/** The connector of the examples. */
export const GRAFANA = new URL('../../examples/connectors/connectors/grafana.yaml', import.meta.url);

/** What commands print of the examples, at a fixed time, by the name of the README's region. */
export async function exampleOutputs(): Promise<ReadonlyMap<string, string>> {
  const runtime = { now: () => now };
  const complete = await makeWorld({ files: exampleFiles('complete'), runtime });
  const empty = await makeWorld({ files: {}, runtime });
  const settings = await makeWorld({ files: { 'rolecall.yaml': 'version: 1' }, runtime });
  return new Map([
    ['plan', await shown(complete, 'plan')],
    ['explain', await shown(complete, 'explain', 'alan')],
    ['compare', await shown(complete, 'explain', '--compare', 'ada', 'alan')],
    ['apply-refused', await shown(complete, 'apply')],
    ['apply', await shown(complete, 'apply', '--yes')],
    ['init', await shown(empty, 'init', '--redox', '1024', '--aion', 'orbit')],
    ['import', await adopted(settings)],
    ['connector-check', await checked()],
    ['doctor', await examined()],
    ['write-probe', await probed()],
    ['report', await ending(complete, 12, 'report')],
    ...(await leaverOutputs()),
    ...(await elevationOutputs()),
    ...(await guideOutputs()),
  ]);
}

async function checked(): Promise<string> {
  const grafana = readFileSync(GRAFANA, 'utf8');
  const world = await makeWorld({ files: { 'connectors/grafana.yaml': grafana } });
  return await shown(world, 'connector', 'check', 'connectors/grafana.yaml');
}

/** With the clock that the server has, and a port that stays the same. */
async function examined(): Promise<string> {
  const world = await makeWorld({ files: exampleFiles('complete'), runtime: skippedWaits() });
  const output = await shown(world, 'doctor', '--scope', 'redox/**');
  return output.replaceAll(world.sandbox.url, 'http://127.0.0.1:40100').replace('redox/**', '"redox/**"');
}

/** What a write probe shows before it writes, and what it then found; how soon reads show a write differs each time. */
async function probed(): Promise<string> {
  const world = await makeWorld({ files: exampleFiles('complete'), runtime: skippedWaits() });
  const argv = ['--probe-writes', 'cycle', '--scope', 'aion/project/orbit/apollo'];
  const { stdout, stderr } = await world.rolecall('doctor', ...argv, '--principal', 'user:newcomer', '--yes');
  const preview = stderr.slice(stderr.indexOf('Writing to find out')).trimEnd().split('\n');
  const found = stdout
    .split('\n')
    .filter((line) => /roleChange|aion\/project\/orbit\/apollo [a-z]/u.test(line))
    .map((line) =>
      line
        .replace(/\d+(: a write shows after )\d+( ms at most: a )\w+(?: of role)?/u, '12$112$2revoke')
        .replace(/ {2,}(?=\S)/gu, '  '),
    );
  const lines = [...preview.slice(0, preview.indexOf('')), '…', ...found].join('\n');
  return `$ rolecall doctor ${argv.join(' ')} --principal user:newcomer\n${lines.replaceAll(world.sandbox.url, 'http://127.0.0.1:40100')}`;
}

async function adopted(world: World): Promise<string> {
  const scopes = ['--people', '--scope', 'redox/organization/1024', '--scope', 'aion/account/orbit'];
  const { stdout, stderr } = await world.rolecall('import', ...scopes);
  const said = `${stdout}${stderr}`.split('\n').filter((line) => !line.startsWith('Reading '));
  return `$ rolecall import ${scopes.join(' ')}\n${said.join('\n')}${await shown(world, 'plan')}`;
}

/** The last lines of a long answer. */
async function ending({ rolecall }: World, lines: number, ...argv: readonly string[]): Promise<string> {
  const { stdout } = await rolecall(...argv);
  return `$ rolecall ${argv.join(' ')}\n…\n${stdout.trimEnd().split('\n').slice(-lines).join('\n')}`;
}

async function leaverOutputs(): Promise<readonly (readonly [string, string])[]> {
  const world = await makeWorld({ files: exampleFiles('complete'), runtime: { now: () => now } });
  await world.rolecall('apply', '--yes');
  return [
    ['leaver-offboard', await told(world, 'offboard', 'alan', '--on', '2026-11-30')],
    ['leaver-plan', await shown(world, 'plan', '--now', '2026-12-01')],
    ['leaver-tidy', await told(world, 'tidy', '--now', '2026-12-08')],
  ];
}

async function elevationOutputs(): Promise<readonly (readonly [string, string])[]> {
  const world = await makeWorld({ files: exampleFiles('complete'), runtime: { now: () => now } });
  const grant = ['grant', 'katherine', 'admin', '--in', 'Acme Health', '--until', 'friday'];
  return [
    ['elevation-grant', await told(world, ...grant, '--reason', 'INC-4712')],
    ['elevation-explain', await shown(world, 'explain', 'katherine')],
    ['elevation-extend', await told(world, 'extend', 'katherine', '--until', '2w')],
    ['elevation-tidy', await told(world, 'tidy', '--now', '2026-12-14')],
  ];
}
