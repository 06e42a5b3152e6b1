import type { Starter } from '../provider.js';
import type { Connector } from './connector.js';
import { isStatic } from './roles.js';

/**
 * What `init` writes of a connector that the settings call `name`. `source`: how they name it, as one that ships with
 * rolecall or as a path.
 */
export function connectorStarter(name: string, connector: Connector, source: string): Starter {
  const variable = variableOf(name);
  const kinds = Object.entries(connector.kinds);
  const [root = '', described] = kinds[0] ?? [];
  const url =
    connector.url === undefined
      ? ['    url: https://api.example.com # the base URL of your own']
      : [`    # url: ${connector.url}`];
  return {
    settings: [
      `  ${name}:`,
      `    connector: ${source}`,
      ...url,
      `    auth: { method: bearer, token: { env: ${variable} } }`,
      '    # The user that the credential acts as: its own role is protected.',
      '    # self: user:ID',
    ],
    variables: [variable],
    minHolders: Object.entries(described?.minHolders ?? {}).map(
      ([role, min]) => `{ scope: "${name}/${root}/*", role: ${role}, min: ${min} }`,
    ),
    identity: (firstName) => (connector.people?.type === 'number' ? '"user:42"' : firstName),
    access: kinds.flatMap(([kind, { roles }], index): readonly string[] => {
      const role = isStatic(roles) ? (roles.at(-1)?.id ?? 'role') : 'role';
      return [
        ...(index === 0 ? [] : ['---']),
        `provider: ${name}`,
        `${kind}: "ID"`,
        ...(index === 0 ? [] : [`${root}: "ID"`]),
        'roles:',
        `  ${role}: []`,
      ];
    }),
  };
}

/** A variable for the credential. GitHub refuses secrets whose name begins with its own. */
function variableOf(name: string): string {
  const upper = `${name.toUpperCase().replaceAll('-', '_')}_TOKEN`;
  return upper.startsWith('GITHUB_') ? `ROLECALL_${upper}` : upper;
}
