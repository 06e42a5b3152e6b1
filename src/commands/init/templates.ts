import { workflows } from '../../generated/workflows.js';
import { capital, withArticle } from '../../model/label.js';
import { identityPath, rootTraits } from '../../model/scope.js';
import { catalogueOf, modulesByName, type ProviderModule, type Starter } from '../../providers/provider.js';

/** Where the sandbox listens for a starter that is made for it. */
export const SANDBOX_PORT = 8620;
const SANDBOX_URL = `http://127.0.0.1:${SANDBOX_PORT}`;

/** A module that `init` can write about. */
export type StartedModule = ProviderModule & { readonly starter: Starter };

/** rolecall.yaml of a starter. */
export function settingsTemplate(modules: readonly StartedModule[], sandbox: boolean): string {
  const starters = modules.map(({ starter }) => starter);
  const policies = [
    ...policyLine('separation', ...starters.map(({ separation }) => separation)),
    ...policyLine('maxTerm', '{ scope: "**", role: "*admin*", days: 90, level: warning }'),
    ...policyLine('require2fa', ...starters.map(({ require2fa }) => require2fa)),
  ];
  return `# yaml-language-server: $schema=.rolecall/schemas/settings.schema.json
# How rolecall reads and applies the files: access/ says who holds which role, people.yaml says who the people are.
version: 1
access: ["access/**/*.yaml"]
people: people.yaml

${commented(pruneText(modules))}
prune: listed

${providersText(modules, sandbox)}
guards:
  # Refuses a plan that revokes more than the larger of these in one scope; --allow-revokes N allows it once.
  maxRevokes: { count: 5, percent: 10 }
  # Refuses a plan that leaves a role with fewer users:
${minHoldersLines(starters)}  # Never changes or revokes the roles of these:
  # protect:
  #   - { scope: "**", principal: breakglass@example.com }

# policies:
${policies.join('\n')}

risk: { high: ["*admin*", "*owner*"] }
`;
}

function minHoldersLines(starters: readonly Starter[]): string {
  const items = starters.flatMap(({ minHolders }) => minHolders);
  if (items.length === 0) return '  # minHolders: [{ scope: "**", role: admin, min: 1 }]\n';
  return `  minHolders:\n${items.map((item) => `    - ${item}\n`).join('')}`;
}

function policyLine(name: string, ...items: readonly (string | undefined)[]): readonly string[] {
  const given = items.filter((item) => item !== undefined);
  return given.length === 0 ? [] : [`#   ${name}: [${given.join(', ')}]`];
}

function pruneText(modules: readonly StartedModule[]): string {
  const kept = modules.flatMap(({ traits: { title, scopes } }) =>
    scopes
      .filter(({ removal }) => removal)
      .map(
        ({ kind }) =>
          ` ${capital(withArticle(`${title} ${kind}`))} never inherits this: the API cannot undo a removal there, so its own document must say prune: true.`,
      ),
  );
  return `What happens to an assignment that is live and in no file. listed revokes it if the document names its role, so that deleting a line revokes the role; an empty list (role: []) revokes all holders, a deleted list revokes none. false keeps and shows it. true revokes it in every role. A document can set its own prune.${kept.join('')}`;
}

function commented(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= 120) lines.push(`# ${word}`);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}

function providersText(modules: readonly StartedModule[], sandbox: boolean): string {
  const lines = modules.flatMap(({ starter }) =>
    sandbox ? (starter.sandbox?.settings(SANDBOX_URL) ?? []) : starter.settings,
  );
  const head = sandbox
    ? `# These settings are for the sandbox: rolecall sandbox --port ${SANDBOX_PORT}\n`
    : '';
  return `${head}providers:\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** people.yaml of a starter. */
export function peopleTemplate(modules: readonly StartedModule[]): string {
  const person = (firstName: string, lastName: string): string =>
    modules
      .map(({ traits: { name }, starter }) => {
        const [key = name, inner] = identityPath(catalogueOf(modulesByName(modules)), name);
        const identity = starter.identity(firstName, lastName);
        return inner === undefined ? `${key}: ${identity}` : `${key}: { ${inner}: ${identity} }`;
      })
      .join(', ');
  return `# yaml-language-server: $schema=.rolecall/schemas/people.schema.json
# Each person has a key, and an identity in each system: an e-mail, an id or user:ID.
# Use it for teams, for people in both systems, and for the day somebody leaves. Access files may also name
# people by e-mail instead.
people: {}
#  ada: { name: Ada Lovelace, ${person('ada', 'lovelace')}, github: adal }
#  alan: { name: Alan Turing, ${person('alan', 'turing')}, leaves: 2027-06-30 }

teams: {}
#  platform: [ada, team:oncall]
#  oncall: [alan]
`;
}

/** access/README.md of a starter: how the files beside it are written. */
export function accessReadme(modules: readonly StartedModule[]): string {
  const modeline = '# yaml-language-server: $schema=../../.rolecall/schemas/access.schema.json';
  const examples = modules.map(
    ({ starter }) => `\`\`\`yaml\n${[modeline, ...starter.access].join('\n')}\n\`\`\`\n`,
  );
  const kept = modules
    .flatMap(({ traits }) => traits.scopes)
    .filter(({ removal }) => removal)
    .map(
      ({ kind }) =>
        ` ${capital(withArticle(kind))} keeps its members until its own document says \`prune: true\`.`,
    );
  return `# Who holds which role

Each scope has one YAML document; a file may contain several. \`rolecall import\` writes them from the live state.

${examples.join('\n')}
If you delete a line, rolecall revokes the role, because rolecall.yaml says \`prune: listed\`; \`role: []\` revokes all
holders of a role.${kept.join('')}

\`rolecall validate\` checks the files, \`rolecall plan\` shows what would change.
`;
}

/** The workflows of a starter, by path: the examples, with the variables that its systems need. */
export function workflowTemplates(
  modules: readonly StartedModule[],
): readonly (readonly [path: string, text: string])[] {
  const variables = modules.flatMap(({ starter }) => starter.variables);
  return Object.entries(workflows).map(([name, text]) => [
    `.github/workflows/rolecall-${name}.yml`,
    withOwnAction(withVariables(text, variables)),
  ]);
}

/** The lines that set variables of the examples' systems, replaced by those of others. */
function withVariables(text: string, variables: readonly string[]): string {
  const lines = /(?:^( +)(\w+): \$\{\{ secrets\.\2 \}\}\n)+/gmu;
  return text.replaceAll(lines, (_, indent: string) =>
    variables.map((name) => `${indent}${name}: \${{ secrets.${name} }}\n`).join(''),
  );
}

/** The examples use the action beside them; elsewhere it is named by its repository, pinned to a commit. */
function withOwnAction(text: string): string {
  return text
    .replaceAll(
      '# In a repository of yours: OWNER/rolecall@COMMIT.',
      '# Replace OWNER with who publishes rolecall, and COMMIT with the full commit of a release.',
    )
    .replaceAll('uses: ./\n', 'uses: OWNER/rolecall@COMMIT\n');
}

/** The addresses of roots with these ids. */
export function rootAddresses({ traits }: ProviderModule, ids: readonly string[]): readonly string[] {
  return ids.map((id) => `${traits.name}/${rootTraits(traits).kind}/${id}`);
}
