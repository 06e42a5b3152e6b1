import { editorSchemas } from '../../config/editor-schemas.js';
import type { ProviderModule } from '../../providers/provider.js';
import type { StartedModule } from './templates.js';
import { accessReadme, peopleTemplate, settingsTemplate, workflowTemplates } from './templates.js';

/** Where owners of files may be told on GitHub. */
export const CODEOWNERS: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Who is to agree to a change of access. */
export const OWNED = ['/access/', '/people.yaml', '/rolecall.yaml', '/.github/'] as const;

const codeowners = `# These code owners must approve a change of access. Enter your team, remove the #, and require reviews of code owners.
${OWNED.map((path) => `# ${path.padEnd(15)} @your-org/access-reviewers`).join('\n')}
`;

const GITIGNORE = `# Files that a run may leave here. Plans, receipts and audit logs say who may do what; keys and .env files are secret.
/plan.json
/plan.html
/receipt.json
/audit.jsonl
/report.*
.env
.env.*
*.pem
`;

interface StarterOptions {
  /** The systems it is about. */
  readonly modules: readonly StartedModule[];
  /** Every provider that its files may come to name. */
  readonly all: readonly ProviderModule[];
  /** Whether the settings are for the sandbox of this machine. */
  readonly sandbox: boolean;
}

/** The files of a starter, by path with `/`. */
export function starterFiles({
  modules,
  all,
  sandbox,
}: StarterOptions): readonly (readonly [path: string, text: string])[] {
  return [
    ['rolecall.yaml', settingsTemplate(modules, sandbox)],
    ['people.yaml', peopleTemplate(modules)],
    ['access/README.md', accessReadme(modules)],
    ['.gitignore', GITIGNORE],
    ...(sandbox ? [] : [...workflowTemplates(modules), ['.github/CODEOWNERS', codeowners] as const]),
    ...Object.entries(editorSchemas(all)).map(
      ([name, schema]) =>
        [`.rolecall/schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`] as const,
    ),
  ];
}
