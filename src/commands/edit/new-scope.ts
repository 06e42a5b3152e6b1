import { fileMatcher, foldersOf } from '../../config/file-tree.js';
import { headLines } from '../../editing/document-head.js';
import { type EntryKeys, newEntry } from '../../editing/entries.js';
import { yamlScalar } from '../../editing/scalars.js';
import { InvalidFilesError, UsageError } from '../../errors.js';
import { hasErrors } from '../../model/diagnostic.js';
import { quote } from '../../model/label.js';
import { makeScope, type Scope } from '../../model/scope.js';
import { offlineDiagnostics } from '../../workspace/valid-config.js';
import { fileName } from '../import/new-documents.js';
import type { EditableConfig } from './editable-config.js';
import type { NewDocument } from './file-edits.js';
import type { MissingScope } from './scopes.js';

/** A scope without a document, and the file that its document goes to. */
export interface NewScope {
  readonly scope: Scope;
  readonly file: string;
}

/**
 * Finds where the document of a scope goes: to the file of its root, or of what belongs to the same root, else to the one
 * that an import would write.
 * @throws UsageError where no file tells the root, or where the settings would not read the file; InvalidFilesError where a
 * file with errors may hold the document
 */
export function newScope(missing: MissingScope, config: EditableConfig): NewScope {
  if (hasErrors(offlineDiagnostics(config.diagnostics))) {
    const message = `the files have errors, so it cannot be told whether ${missing.asked} has a document`;
    throw new InvalidFilesError(message, config.diagnostics);
  }
  const scope = missing.kind === 'scope' ? missing.scope : withRoot(missing, config);
  const beside = config.desired.scopes.filter((each) => each.scope.rootAddress === scope.rootAddress);
  const root = beside.find((each) => each.scope.address === scope.rootAddress) ?? beside.at(-1);
  return { scope, file: root?.source.file ?? importedFile(scope, config) };
}

/** The document that gives one entry a role. */
export function newDocument(
  { scope, file }: NewScope,
  role: string,
  entry: { readonly name: string; readonly keys: EntryKeys },
  { catalogue }: EditableConfig,
): NewDocument {
  const { text } = newEntry({ text: entry.name, comment: null }, 'active', entry.keys);
  const lines = [...headLines(scope, null, catalogue), 'roles:', `  ${yamlScalar(role)}:`, `    - ${text}`];
  return { file, text: `${lines.join('\n')}\n` };
}

/** The one root of the provider that the files name. */
function withRoot(missing: MissingScope & { readonly kind: 'rootless' }, config: EditableConfig): Scope {
  const { traits, id, asked } = missing;
  const provider = config.catalogue.get(missing.provider);
  const own = config.desired.scopes.filter(({ scope }) => scope.provider === missing.provider);
  const roots = [...new Set(own.map(({ scope }) => scope.rootId))];
  const [only] = roots;
  if (provider !== undefined && only !== undefined && roots.length === 1)
    return makeScope(provider, traits, id, only);
  throw new UsageError(`no file says which ${traits.rootKind} ${asked} belongs to`, {
    hint: `Write its document yourself, with "${traits.kind}: ${quote(id)}" and "${traits.rootKind}:", or run rolecall import.`,
  });
}

function importedFile(scope: Scope, { settings }: EditableConfig): string {
  const isRead = fileMatcher(settings.access);
  const name = fileName({ provider: scope.provider, id: scope.rootId });
  const paths = ['access', ...foldersOf(settings.access)].map((folder) =>
    folder === '' ? name : `${folder}/${name}`,
  );
  const path = paths.find(isRead);
  if (path !== undefined) return path;
  throw new UsageError(
    `no file names ${scope.address}, and "access" of the settings would not read ${paths[0]}`,
    {
      hint: 'Write its document yourself in a file that the settings read.',
    },
  );
}
