import type { FileTree } from '../../config/file-tree.js';

/** The folder that `rolecall init` writes schemas to. */
const SCHEMAS = '.rolecall/schemas';

/** The comment that names a new file's schema for editors; empty if the schema does not exist. */
export async function modeline(path: string, schema: 'access' | 'people', tree: FileTree): Promise<string> {
  const file = `${SCHEMAS}/${schema}.schema.json`;
  if ((await tree.read(file)) === null) return '';
  const up = '../'.repeat(path.split('/').length - 1);
  return `# yaml-language-server: $schema=${up}${file}\n`;
}
