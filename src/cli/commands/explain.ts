import { UsageError } from '../../errors.js';
import { type CommandSpec, flagOf, formatOf, listOf, numberOf } from '../command-spec.js';
import { concurrencyOption, formatOption, nowOption, repeatable, scopeOption } from '../shared-options.js';
import { printOutcome } from '../session.js';
import { explainJson } from '../../report/json.js';

const FORMATS = ['text', 'json'] as const;

export const explainSpec: CommandSpec = {
  name: 'explain',
  summary: 'every role a person has, and why',
  description: 'Shows every role a person has and why: the line, team, term and commit that grant it.',
  arguments: [
    {
      name: '[principal]',
      description:
        'a key of people.yaml, an e-mail, user:ID or group:ID; without it: everyone, by --role or --scope',
    },
  ],
  options: [
    formatOption(FORMATS),
    {
      flags: '--role <glob>',
      description: 'only roles whose name matches; repeatable',
      parse: repeatable('--role'),
    },
    scopeOption,
    { flags: '--live', description: 'compare with the live state; sends reads only' },
    nowOption,
    concurrencyOption,
  ],
  examples: [
    { command: 'rolecall explain ada', does: 'the roles of a person, by key of people.yaml' },
    { command: 'rolecall explain ada@acme.test --now 2027-01-31', does: 'what she holds on that day' },
    { command: "rolecall explain --role '*admin*'", does: 'everyone who holds an admin role, and why' },
    { command: 'rolecall explain ada --live', does: 'compared with what she holds live' },
  ],
  run: async (values, [principal = null], session) => {
    const [scope, role] = [listOf(values, 'scope'), listOf(values, 'role')];
    if (principal === null && scope.length + role.length === 0) {
      throw new UsageError('explain needs a principal, --role or --scope', {
        hint: "Name a person, such as rolecall explain ada; or a role, such as rolecall explain --role '*admin*'.",
      });
    }
    const explain = await session.table.explain();
    const options = {
      principal,
      scope,
      role,
      live: flagOf(values, 'live'),
      concurrency: numberOf(values, 'concurrency'),
    };
    const outcome = await explain(options, session.context);
    const { explanation, unread } = outcome;
    const { explainNotes, explainText } = await import('../../report/explain.js');
    const output =
      formatOf(values, FORMATS) === 'json'
        ? explainJson(explanation)
        : explainText(explanation, session.drawing);
    return await printOutcome(session, outcome, output, [...unread, ...explainNotes(explanation)]);
  },
};
