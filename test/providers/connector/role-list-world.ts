import { type RoleListOptions, RoleListServer, roleListConnector } from './role-list-server.js';
import { connectorRun, type ConnectorRunOptions } from './run.js';

/** A double with its files; `access` is the role block of its one document. */
export async function world(
  options: RoleListOptions,
  access: string,
  { connector = roleListConnector(), ...more }: Partial<ConnectorRunOptions> = {},
) {
  const double = new RoleListServer(options);
  const run = await connectorRun({
    connector,
    access: `directory: main\n${access}\n`,
    answer: double.answer,
    ...more,
  });
  return { double, run };
}
