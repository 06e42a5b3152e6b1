import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  convertWorkflowTemplate,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser';
import type { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { rolldown } from 'rolldown';

interface Parser {
  readonly NoOperationTraceWriter: typeof NoOperationTraceWriter;
  readonly parseAction: typeof parseAction;
  readonly parseWorkflow: typeof parseWorkflow;
  readonly convertWorkflowTemplate: typeof convertWorkflowTemplate;
}

/** GitHub's own parser: gives the errors that GitHub would show for a file. */
export interface GitHubParser {
  readonly actionErrors: (content: string) => readonly string[];
  readonly workflowErrors: (content: string) => Promise<readonly string[]>;
}

export async function githubParser(): Promise<GitHubParser> {
  const parser = await bundledParser();
  const trace = new parser.NoOperationTraceWriter();
  return {
    actionErrors: (content) => {
      const { context } = parser.parseAction({ name: 'action.yml', content }, trace);
      return context.errors.getErrors().map(String);
    },
    workflowErrors: async (content) => {
      const { context, value } = parser.parseWorkflow({ name: 'workflow.yml', content }, trace);
      if (value !== undefined && context.errors.count === 0) {
        await parser.convertWorkflowTemplate(context, value);
      }
      return context.errors.getErrors().map(String);
    },
  };
}

/** The package imports JSON in a way that only bundlers know. */
async function bundledParser(): Promise<Parser> {
  const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
  const temp = mkdtempSync(join(modules, '.rolecall-parser-'));
  try {
    const entry = join(temp, 'entry.mjs');
    writeFileSync(
      entry,
      `export { parseAction } from '@actions/workflow-parser/actions/action-parser';
export { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';`,
    );
    const build = await rolldown({ input: entry, platform: 'node' });
    await build.write({ file: join(temp, 'parser.mjs'), format: 'esm' });
    await build.close();
    return (await import(pathToFileURL(join(temp, 'parser.mjs')).href)) as Parser;
  } finally {
    rmSync(temp, { recursive: true });
  }
}
