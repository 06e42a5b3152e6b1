import { type ExitCode, UsageError } from '../../errors.js';
import { type CommandSpec, flagOf, formatOf, listOf, numberOf, type OptionValues } from '../command-spec.js';
import { concurrencyOption, formatOption, nowOption, repeatable, scopeOption } from '../shared-options.js';
import { printOutcome, type Session } from '../session.js';
import { comparisonJson, explainJson } from '../../report/json.js';

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
    {
      flags: '--compare <principal...>',
      description: 'what each of two people has and the other has not; offline',
      parse: repeatable('--compare'),
    },
    { flags: '--live', description: 'compare with the live state; sends reads only' },
    nowOption,
    concurrencyOption,
  ],
  examples: [
    { command: 'rolecall explain ada', does: 'the roles of a person, by key of people.yaml' },
    { command: 'rolecall explain ada@acme.test --now 2027-01-31', does: 'what she holds on that day' },
    { command: "rolecall explain --role '*admin*'", does: 'everyone who holds an admin role, and why' },
    { command: 'rolecall explain --compare ada alan', does: 'what only one of the two has' },
    { command: 'rolecall explain ada --live', does: 'compared with what she holds live' },
  ],
  run: async (values, [principal = null], session) => {
    const compared = listOf(values, 'compare');
    if (compared.length > 0) return await runComparison(compared, principal, values, session);
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

async function runComparison(
  compared: readonly string[],
  principal: string | null,
  values: OptionValues,
  session: Session,
): Promise<ExitCode> {
  const [one, other, ...more] = principal === null ? compared : [principal, ...compared];
  if (one === undefined || other === undefined || more.length > 0) {
    throw new UsageError('--compare needs two people', {
      hint: 'For example rolecall explain --compare ada alan.',
    });
  }
  if (flagOf(values, 'live')) {
    throw new UsageError('--compare reads only the files, so --live cannot be combined with it', {
      hint: 'Run rolecall explain --live for each of the two.',
    });
  }
  const compare = await session.table.compare();
  const options = {
    principals: [one, other],
    scope: listOf(values, 'scope'),
    role: listOf(values, 'role'),
  } as const;
  const outcome = await compare(options, session.context);
  const { comparison } = outcome;
  const { comparisonText, explainNotes } = await import('../../report/explain.js');
  const output =
    formatOf(values, FORMATS) === 'json'
      ? comparisonJson(comparison)
      : comparisonText(comparison, session.drawing);
  return await printOutcome(session, outcome, output, explainNotes(comparison.first));
}
