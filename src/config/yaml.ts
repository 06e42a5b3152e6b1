import { errorAt, inFile } from './finding.js';
import { quote } from '../model/label.js';
import { readPlainYaml } from './plain-yaml.js';
import { decodeText } from './text.js';
import type { YamlFile } from './yaml-document.js';

/**
 * Reads YAML 1.2 (core schema, no merge keys, no other tags) as data with a position for every value. Size, depth and
 * what aliases expand to are bounded. Nothing is thrown: what is wrong is a finding at its position. The YAML library is
 * loaded for the first file that is more than plain.
 */
export async function readYaml(file: string, bytes: Uint8Array): Promise<YamlFile> {
  const decoded = decodeText(bytes);
  if ('refused' in decoded) {
    const at = inFile(file, { line: 1, column: 1 });
    return {
      documents: [],
      diagnostics: [errorAt('file-refused', at, `${quote(file)} is not read: ${decoded.refused}.`)],
    };
  }
  const documents = readPlainYaml(decoded.text);
  if (documents !== null) return { documents, diagnostics: [] };
  const { readAnyYaml } = await import('./any-yaml.js');
  return readAnyYaml(file, decoded.text);
}
