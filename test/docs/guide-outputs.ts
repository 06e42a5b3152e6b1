import { exampleFiles } from '../e2e/examples.js';
import { makeWorld, now, type World } from '../e2e/world.js';
import { shown, told } from './transcripts.js';

type Outputs = readonly (readonly [name: string, text: string])[];

/** What the commands of the guides about a joiner, an undo and a rename print, by the name of the region. */
export async function guideOutputs(): Promise<Outputs> {
  return [...(await joinerOutputs()), ...(await undoOutputs()), ...(await renameOutputs())];
}

const files = exampleFiles('complete');

/** The example, whose people.yaml may have other lines. */
async function example(...lines: readonly (readonly [before: string, after: string])[]): Promise<World> {
  const people = lines.reduce(
    (text, [before, after]) => text.replace(before, after),
    files['people.yaml'] ?? '',
  );
  return await makeWorld({ files: { ...files, 'people.yaml': people }, runtime: { now: () => now } });
}

const LIN = '  lin: { name: Lin Chen, aion: lin }\n';

async function joinerOutputs(): Promise<Outputs> {
  const world = await example([
    LIN,
    `${LIN}  hedy: { name: Hedy Lamarr, redox: hedy@acme.test, aion: hedy.lamarr }\n`,
  ]);
  await world.rolecall('apply', '--yes');
  return [
    ['joiner-like', await told(world, 'grant', 'hedy', '--like', 'margaret')],
    [
      'joiner-grant',
      await told(world, 'grant', 'hedy', 'support', '--in', 'Acme Production', '--until', '2027-02-28'),
    ],
    ['joiner-plan', await shown(world, 'plan')],
  ];
}

async function undoOutputs(): Promise<Outputs> {
  const world = await example();
  await world.rolecall('apply', '--yes');
  return [
    ['undo-team', await told(world, 'revoke', 'alan', 'admin')],
    ['undo-revoke', await told(world, 'revoke', 'katherine', 'support')],
    ['undo-kept', await told(world, 'revoke', 'grace', 'billing_admin')],
    ['undo-import', await told(world, 'import', '--merge', '--scope', 'aion/account/orbit')],
  ];
}

async function renameOutputs(): Promise<Outputs> {
  const world = await example();
  await world.rolecall('apply', '--yes');
  world.write(
    'people.yaml',
    (files['people.yaml'] ?? '').replace('grace@acme.test', 'grace.murray@acme.test'),
  );
  return [
    ['rename-plan', await shown(world, 'plan', '--scope', 'redox/organization/1024')],
    ['rename-import', await told(world, 'import', '--merge', '--scope', 'redox/organization/1024')],
  ];
}
