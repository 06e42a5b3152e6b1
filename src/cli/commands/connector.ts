import { UsageError } from '../../errors.js';
import { connectorCheckJson, diagnosticsJson } from '../../report/json.js';
import { type CommandSpec, formatOf } from '../command-spec.js';
import { printOutcome } from '../session.js';
import { formatOption } from '../shared-options.js';

const FORMATS = ['text', 'json'] as const;

export const connectorSpec: CommandSpec = {
  name: 'connector',
  summary: 'check a file that describes one more system',
  description:
    'Checks a connector file offline: reads what its recorded examples hold, shows what would be sent for a grant, a ' +
    'change and a revoke, and says what the file leaves out.',
  arguments: [
    { name: '<action>', description: 'check', choices: ['check'] },
    { name: '<file>', description: 'the connector file' },
  ],
  options: [formatOption(FORMATS)],
  examples: [
    { command: 'rolecall connector check connectors/grafana.yaml', does: 'check a connector of your own' },
  ],
  run: async (values, [action, file], session) => {
    if (action !== 'check' || file == null) {
      throw new UsageError(`there is no ${JSON.stringify(`connector ${action}`)}`, {
        hint: 'Run rolecall connector check FILE.',
      });
    }
    const check = await session.table.connectorCheck();
    const outcome = await check({ file }, session.context);
    if (formatOf(values, FORMATS) === 'json') {
      const { check: checked, diagnostics } = outcome;
      const json = checked === null ? diagnosticsJson(diagnostics) : connectorCheckJson(checked);
      return await printOutcome(session, outcome, json);
    }
    const { connectorCheckText } = await import('../../report/connector-check.js');
    const text = outcome.check === null ? '' : connectorCheckText(outcome.check, session.drawing);
    return await printOutcome(session, outcome, text);
  },
};
