import { type FileTree, withoutDot } from '../../config/file-tree.js';
import { documentAt, editedText, openFile } from '../../editing/file.js';
import type { MapEdit } from '../../editing/map-change.js';
import { editMap } from '../../editing/map-edits.js';
import { editRoles, type RoleEdit, type WrittenRole } from '../../editing/role-edits.js';
import type { Splice } from '../../editing/splices.js';
import { UsageError } from '../../errors.js';
import { roleKey } from '../../model/assignment.js';
import type { DesiredScope } from '../../model/desired.js';
import { groupBy } from '../../model/ordering.js';
import { traitsOf } from '../../model/scope.js';
import { textOf } from '../text-of.js';
import type { EditableConfig } from './editable-config.js';

/** All that a command changes, by the file that it stands in. Lists that are left out change nothing. */
export interface FileEdits {
  /** Entries of documents. */
  readonly roles?: readonly ScopeEdits[];
  /** Members of teams of people.yaml; `role` of an edit is the team. */
  readonly teams?: readonly RoleEdit[];
  /** Keys of people.yaml. */
  readonly people?: readonly MapEdit[];
  /** Keys of rolecall.yaml. */
  readonly settings?: readonly MapEdit[];
  /** New documents, each with the file that it comes to the end of. */
  readonly documents?: readonly NewDocument[];
}

interface ScopeEdits {
  readonly desired: DesiredScope;
  readonly edits: readonly RoleEdit[];
}

export interface NewDocument {
  readonly file: string;
  /** With line feeds; it gets the line endings of its file. */
  readonly text: string;
}

/** The new texts of the files, by path. Files that do not change are not among them. @throws UsageError for what no edit can say */
export async function editedTexts(
  edits: FileEdits,
  config: EditableConfig,
  tree: FileTree,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const [path, text] of await inAccessFiles(edits.roles ?? [], config, tree)) texts.set(path, text);
  const { people } = config.settings;
  if ((edits.people ?? []).length + (edits.teams ?? []).length > 0) {
    const path = people === null ? null : withoutDot(people);
    if (path === null) throw new UsageError('the settings name no people.yaml', { hint: NO_PEOPLE });
    const edited = peopleText((await textOf(path, tree)) ?? '', edits, path);
    if (edited !== null) texts.set(path, edited);
  }
  if ((edits.settings ?? []).length > 0) {
    const path = config.settingsFile;
    texts.set(path, withKeys((await textOf(path, tree)) ?? '', edits.settings ?? [], path));
  }
  for (const { file, text } of edits.documents ?? [])
    texts.set(file, appended(texts.get(file) ?? (await textOf(file, tree)) ?? '', text));
  return texts;
}

const NO_PEOPLE = 'Add "people: people.yaml" to the settings, or run rolecall import --people.';

async function inAccessFiles(
  edits: readonly ScopeEdits[],
  config: EditableConfig,
  tree: FileTree,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const wanted = edits.filter((each) => each.edits.length > 0);
  for (const [path, scopes] of groupBy(wanted, ({ desired }) => desired.source.file)) {
    const before = (await textOf(path, tree)) ?? '';
    const file = openFile(before);
    const splices = scopes.flatMap(({ desired, edits: own }): readonly Splice[] => {
      const document = documentAt(file, desired.source);
      const found = document === null ? null : editRoles(file, document, own, writtenRole(desired, config));
      if (found !== null && found.length > 0) return found;
      const { address } = desired.scope;
      throw new UsageError(`${path} does not write out the roles of ${address}, so they cannot be edited`, {
        hint: 'Write a mapping of lists under "roles" in that document, without an alias of the mapping.',
      });
    });
    const after = editedText(file, splices);
    if (after !== before) texts.set(path, after);
  }
  return texts;
}

function writtenRole({ scope }: DesiredScope, { catalogue }: EditableConfig): WrittenRole {
  const { rolesIgnoreCase } = traitsOf(catalogue, scope);
  const key = (role: string): string => roleKey(role, rolesIgnoreCase);
  return (role, written) =>
    written.find((each) => each === role) ?? written.find((each) => key(each) === key(role)) ?? null;
}

/** Null where nothing changes. */
function peopleText(before: string, edits: FileEdits, path: string): string | null {
  const file = openFile(before);
  const splices = [...mapSplices(before, edits.people ?? [], path)];
  const [document] = file.documents;
  const teams = edits.teams ?? [];
  if (teams.length > 0) {
    const own: WrittenRole = (team, written) => (written.includes(team) ? team : null);
    const found = document === undefined ? null : editRoles(file, document, teams, own, 'teams');
    if (found === null)
      throw new UsageError(`${path} does not write out its teams, so they cannot be edited`);
    splices.push(...found);
  }
  const after = editedText(file, splices);
  return after === before ? null : after;
}

function withKeys(before: string, edits: readonly MapEdit[], path: string): string {
  return editedText(openFile(before), mapSplices(before, edits, path));
}

function mapSplices(before: string, edits: readonly MapEdit[], path: string): readonly Splice[] {
  if (edits.length === 0) return [];
  const edited = editMap(openFile(before), edits);
  if (edited.kind === 'edited') return edited.splices;
  const key = edited.path.length === 0 ? 'its top' : JSON.stringify(edited.path.join('.'));
  if (edited.anchor === null)
    throw new UsageError(`${path} holds no mapping at ${key}, so it cannot be edited there`);
  throw new UsageError(
    `${path}: an edit of ${key} would also change what the anchor "${edited.anchor}" is used for elsewhere`,
    { hint: `Write out one of the aliases *${edited.anchor} there, then run this again.` },
  );
}

/** A text with another document at its end. */
function appended(before: string, document: string): string {
  const eol = before.includes('\r\n') ? '\r\n' : '\n';
  const text = document.replaceAll('\n', eol);
  if (before.trim() === '') return `${before}${text}`;
  return `${before}${before.endsWith('\n') ? '' : eol}---${eol}${text}`;
}
