import { type Named, systemsOf } from './settings-template.js';

const REDOX = `\`\`\`yaml
# yaml-language-server: $schema=../../.rolecall/schemas/access.schema.json
organization: "1024"           # ids are quoted
roles:
  owner:
    - ada@example.com
  admin:
    - team:platform            # of people.yaml
---
environment: 7f0c2d6e-1111-4222-8333-944455556666
organization: "1024"
roles:
  engineer:
    - { user: alan@example.com, until: 2027-01-31, reason: INC-4211 }
\`\`\`
`;

const AION = `\`\`\`yaml
# yaml-language-server: $schema=../../.rolecall/schemas/access.schema.json
account: orbit
roles:
  account_admin:
    - ada@example.com
---
project: apollo
account: orbit
roles:
  project_reader:
    - group:data-science       # an IAM group
    - { user: lin@example.com, status: inactive }
\`\`\`
`;

/** access/README.md of a starter: how the files beside it are written. */
export function accessReadme(named: Named): string {
  const { redox, aion } = systemsOf(named);
  return `# Who holds which role

One YAML document a scope; a file may hold several. \`rolecall import\` writes them from what is live.

${[...(redox ? [REDOX] : []), ...(aion ? [AION] : [])].join('\n')}
A line deleted from these files takes the role away, since rolecall.yaml says \`prune: listed\`; \`role: []\` revokes all
holders of a role.${redox ? ' An organization keeps its members until its own document says `prune: true`.' : ''}

\`rolecall validate\` checks the files, \`rolecall plan\` says what would change.
`;
}
