import { accessSchema } from '../../generated/schemas/access.js';
import { peopleSchema } from '../../generated/schemas/people.js';
import { settingsSchema } from '../../generated/schemas/settings.js';
import { accessReadme } from './access-readme.js';
import { peopleTemplate } from './people-template.js';
import { type Named, settingsTemplate } from './settings-template.js';
import { workflowTemplates } from './workflow-templates.js';

/** Where owners of files may be told on GitHub. */
export const CODEOWNERS: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Who is to agree to a change of access. */
export const OWNED = ['/access/', '/people.yaml', '/rolecall.yaml', '/.github/'] as const;

const codeowners = `# A change of access takes the agreement of these. Put your team in, take the # away, and require reviews of code owners.
${OWNED.map((path) => `# ${path.padEnd(15)} @your-org/access-reviewers`).join('\n')}
`;

const GITIGNORE = `# What a run may leave here. Plans, receipts and audit logs say who may do what; keys and .env files are secret.
/plan.json
/plan.html
/receipt.json
/audit.jsonl
/report.*
.env
.env.*
*.pem
`;

/** The files of a starter, by path with \`/\`. */
export function starterFiles(named: Named): readonly (readonly [path: string, text: string])[] {
  return [
    ['rolecall.yaml', settingsTemplate(named)],
    ['people.yaml', peopleTemplate(named)],
    ['access/README.md', accessReadme(named)],
    ['.gitignore', GITIGNORE],
    ...(named.sandbox ? [] : [...workflowTemplates(named), ['.github/CODEOWNERS', codeowners] as const]),
    ...Object.entries({ access: accessSchema, people: peopleSchema, settings: settingsSchema }).map(
      ([name, schema]) =>
        [`.rolecall/schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`] as const,
    ),
  ];
}
