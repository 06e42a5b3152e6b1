import { UsageError } from '../../errors.js';
import { type CommandSpec, flagOf, listOf, numberOf, textOf } from '../command-spec.js';
import { shellOf } from '../../shell.js';
import type { Sandbox } from '../../sandbox/server.js';
import { connectorNames, notEmpty, perSecond, share, wholeNumber } from '../shared-options.js';

export const sandboxSpec: CommandSpec = {
  name: 'sandbox',
  summary: 'a local server that behaves like both APIs',
  description:
    'Serves both APIs and the token endpoint on this machine, for trials, demos and tests. Stop it with Ctrl-C.',
  arguments: [],
  options: [
    {
      flags: '--port <n>',
      description: 'port to listen on; 0 means any free port',
      parse: wholeNumber('--port', 0, 65_535),
    },
    {
      flags: '--seed <file>',
      description: 'the state to start from, a JSON file (schemas/sandbox-seed.schema.json in this package)',
      parse: notEmpty('--seed'),
    },
    {
      flags: '--from <file>',
      description: 'serve a recording of rolecall doctor --record in place of a seed; it takes no writes',
      parse: notEmpty('--from'),
    },
    {
      flags: '--connector <name|file>',
      description: 'serve the examples of a connector too; repeatable. A write there changes nothing',
      parse: connectorNames,
    },
    { flags: '--print-seed', description: 'print the seed in use, as --seed reads it, and exit' },
    {
      flags: '--print-connector <provider>',
      description: 'print the connector file that a recording holds (--from), and exit',
      parse: notEmpty('--print-connector'),
    },
    {
      flags: '--latency <ms>',
      description: 'milliseconds to wait before each response',
      parse: wholeNumber('--latency', 0, 600_000),
    },
    {
      flags: '--rate-limit <n/s>',
      description: 'requests per second above which it answers 429',
      parse: perSecond,
    },
    { flags: '--fail <rate>', description: 'share of requests that fail, from 0 to 1', parse: share },
    {
      flags: '--token-ttl <s>',
      description: 'lifetime of a token in seconds',
      parse: wholeNumber('--token-ttl', 1, 1_000_000),
    },
  ],
  examples: [
    { command: 'rolecall sandbox', does: 'print the URL and the variables to set' },
    {
      command: 'rolecall sandbox --print-seed > seed.json',
      does: 'write a seed to edit, for --seed seed.json',
    },
    {
      command: 'rolecall sandbox --latency 20 --rate-limit 50/s --fail 0.01',
      does: 'run a slow, rate-limited and unreliable server',
    },
    { command: 'rolecall sandbox --from recording.har', does: 'serve what somebody recorded' },
    {
      command: 'rolecall sandbox --connector connectors/grafana.yaml',
      does: 'serve the examples of a connector of your own',
    },
  ],
  run: async (values, _args, session) => {
    const sandbox = await session.table.sandbox();
    const [seedFile, from] = [textOf(values, 'seed'), textOf(values, 'from')];
    const printSeed = flagOf(values, 'printSeed');
    if (from !== null && (seedFile !== null || printSeed)) {
      throw new UsageError(`--from does not go with ${seedFile === null ? '--print-seed' : '--seed'}`, {
        hint: 'A recording is served in place of a seed.',
      });
    }
    const connectors = listOf(values, 'connector');
    if (connectors.length > 0 && (from !== null || printSeed)) {
      throw new UsageError(`--connector does not go with ${printSeed ? '--print-seed' : '--from'}`, {
        hint: 'The examples of a connector are served as they stand in its file.',
      });
    }
    const options = {
      connectors,
      port: numberOf(values, 'port') ?? 0,
      seed: seedFile,
      from,
      printSeed,
      printConnector: textOf(values, 'printConnector'),
      latency: numberOf(values, 'latency') ?? 0,
      rateLimit: numberOf(values, 'rateLimit'),
      fail: numberOf(values, 'fail') ?? 0,
      tokenTtl: numberOf(values, 'tokenTtl'),
      listening: async (
        running: Sandbox,
        variables: Readonly<Record<string, string>>,
        recorded: readonly string[],
      ) => {
        const { announcement } = await import('../../sandbox/announce.js');
        const shell = shellOf(session.context.runtime.env);
        await session.io.result(announcement(running, variables, recorded, shell));
      },
    };
    const { seed, connector, exitCode } = await sandbox(options, session.context);
    if (connector !== null) await session.io.result(connector);
    if (seed !== null) await session.io.result(`${JSON.stringify(seed, null, 2)}\n`);
    return exitCode;
  },
};
