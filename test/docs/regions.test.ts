import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CommandSpec } from '../../src/cli/command-spec.js';
import { commandSpecs } from '../../src/cli/specs.js';
import { groupBy } from '../../src/model/ordering.js';
import { diagnosticCodes } from '../../src/config/codes.js';
import { actionInputs, actionOutputs } from './action-tables.js';
import { connectorTables } from './connector-tables.js';
import { exampleOutputs, GRAFANA } from './example-outputs.js';
import { pages } from './pages.js';
import { fence, regionsOf, table, withRegion } from './regions.js';
import { schemaRows } from './schema-rows.js';
import { speedRows } from './speed-rows.js';

const root = new URL('../../', import.meta.url);
const code = (text: string): string => `\`${text}\``;

function schema(name: string): Parameters<typeof schemaRows>[0] {
  return JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, root), 'utf8')) as Parameters<
    typeof schemaRows
  >[0];
}

/** The keys of a document of the built-in systems; the schema for editors takes those of connectors beside them. */
function documents(): Parameters<typeof schemaRows>[0] {
  const access = schema('access');
  return { ...access, ...access.$defs?.['document'] };
}

function connectorSchema(): Parameters<typeof connectorTables>[0] {
  return JSON.parse(readFileSync(new URL('schemas/connector.schema.json', root), 'utf8')) as Parameters<
    typeof connectorTables
  >[0];
}

const commands = commandSpecs.map(({ name, arguments: args, summary }) => [
  code(['rolecall', name, ...args.map((argument) => argument.name)].join(' ')),
  summary,
]);

const options = [...groupBy(commandSpecs.flatMap(optionsOf), ({ flags }) => flags)]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([flags, uses]) => [
    code(flags),
    [...new Set(uses.map(({ description }) => description))].join('; '),
    uses.map(({ command }) => command).join(', '),
  ]);

function optionsOf({ name, options: own }: CommandSpec) {
  return own.map(({ flags, description }) => ({ flags, description, command: name }));
}

/** The connector of the examples, without its recorded answers. */
function connectorExample(): string {
  const [described = ''] = readFileSync(GRAFANA, 'utf8').split(/^examples:$/mu);
  return described.replace(/^# yaml-language-server.*\n/u, '').trimEnd();
}

/** A file of somebody else's provider that the tests run, as its author would write it. */
function providerExample(file: string): string {
  const text = readFileSync(new URL(`test/providers/forge/${file}`, root), 'utf8');
  return text.replace("'../../../src/index.js'", "'rolecall'");
}

/** A whole file of the examples, as readers copy it. */
function exampleFile(path: string, language: string): string {
  return fence(language, readFileSync(new URL(`examples/ci/${path}`, root), 'utf8').trimEnd());
}

async function generated(): Promise<ReadonlyMap<string, string>> {
  const outputs = await exampleOutputs();
  return new Map([
    ['settings', table(['key', 'meaning', 'default'], schemaRows(schema('settings')))],
    ['access', table(['key', 'meaning', 'default'], schemaRows(documents()))],
    ['people', table(['key', 'meaning', 'default'], schemaRows(schema('people')))],
    ['connector', connectorTables(connectorSchema())],
    ['commands', table(['command', 'does'], commands)],
    ['options', table(['option', 'meaning', 'commands'], options)],
    [
      'codes',
      table(
        ['code', 'meaning'],
        Object.entries(diagnosticCodes).map(([name, meaning]) => [code(name), meaning]),
      ),
    ],
    ['action-inputs', table(['input', 'meaning', 'default'], actionInputs())],
    ['action-outputs', table(['output', 'meaning'], actionOutputs())],
    ['forge', fence('ts', providerExample('forge.ts'))],
    ['forge-doctor', fence('ts', providerExample('doctor.ts'))],
    ['grafana-connector', fence('yaml', connectorExample())],
    ['gitlab-ci', exampleFile('gitlab/.gitlab-ci.yml', 'yaml')],
    ['jenkins-plan', exampleFile('jenkins/plan.Jenkinsfile', 'groovy')],
    ['jenkins-apply', exampleFile('jenkins/apply.Jenkinsfile', 'groovy')],
    [
      'speed',
      table(['what', 'Node.js 24', 'Node.js 20', 'target', 'in absolute numbers, on 24'], speedRows()),
    ],
    ...[...outputs].map(([name, text]): [string, string] => [name, fence('console', text)]),
  ]);
}

test('every table and output in the documents is what the code gives (UPDATE_DOCS=1 renews them)', async () => {
  const wanted = await generated();
  const seen = new Set<string>();
  const stale: string[] = [];
  for (const page of pages()) {
    const before = readFileSync(page, 'utf8');
    const names = [...regionsOf(before).keys()];
    expect(names.filter((name) => !wanted.has(name))).toEqual([]);
    for (const name of names) seen.add(name);
    const renewed = names.reduce((text, name) => withRegion(text, name, wanted.get(name) ?? ''), before);
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, renewed);
    else if (renewed !== before) stale.push(page);
  }
  expect(stale).toEqual([]);
  expect([...seen].toSorted()).toEqual([...wanted.keys()].toSorted());
  // A dozen sandboxes are started for the outputs.
}, 60_000);
