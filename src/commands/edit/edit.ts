import { ExitCode } from '../../errors.js';
import { type Diagnostic, hasErrors } from '../../model/diagnostic.js';
import type { EditDifference, EditedAssignment, EditedFile, EditResult } from '../../model/edit-result.js';
import { count } from '../../model/label.js';
import type { DesiredAssignment } from '../../model/desired.js';
import { byCodeUnit } from '../../model/ordering.js';
import { unifiedDiff } from '../../planning/unified-diff.js';
import { offlineDiagnostics } from '../../workspace/valid-config.js';
import { overlayTree } from '../../workspace/trees.js';
import type { Workspace } from '../../workspace/workspace.js';
import type { CommandContext, Outcome } from '../context.js';
import { textOf } from '../text-of.js';
import { replaceTexts, targetInside } from '../write-files.js';
import { type EditableConfig, editableConfig } from './editable-config.js';
import { editDifferences, editedAssignments } from './edited-assignments.js';
import { notDone, refuseElsewhere } from './elsewhere.js';
import { editedTexts, type FileEdits } from './file-edits.js';
import { newFindings } from './new-errors.js';

/** Lines of a file that are shown around a change. */
const CONTEXT = 3;

export interface EditOptions {
  /** Whether to write nothing. */
  readonly dryRun: boolean;
}

/** What a command wants to do to the files. */
export interface WantedEdit {
  readonly edits: FileEdits;
  /** What to know beside it, in sentences; those that only the result can tell come from `notesOn`. */
  readonly notes: readonly string[];
  readonly notesOn?: (differences: readonly EditDifference[], after: EditableConfig) => readonly string[];
  /** The assignments of the result, if the notes tell of each; left out, they are what the edit changes. */
  readonly assignments?: readonly EditedAssignment[];
  /** Whose assignments may change; all others are held to stay as they are. Left out where anybody's may. */
  readonly isMeant?: (assignment: DesiredAssignment) => boolean;
  /** Whether the edited files ask for what was wished. Left out where that cannot be told. */
  readonly isDone?: (after: EditableConfig) => boolean;
  /** Whether the edited files are edited likewise, until nothing is left to do; the notes are then of the last of them. */
  readonly isRepeated?: boolean;
  /** What it does, as the subject of a commit: `Grant engineer to ada`. */
  readonly subject: string;
}

/** What an edit would come to. Nothing is written. */
interface Attempt {
  /** Paths of the files that it changes. */
  readonly files: readonly string[];
  /** The first error that the files would have; null: none. */
  readonly error: Diagnostic | null;
}

/** Tries edits of the files that a command was given. @throws UsageError for what no edit can say */
export type TryEdits = (edits: FileEdits) => Promise<Attempt>;

/** Says what a command wants to do to the files. */
type Want = (config: EditableConfig, attempt: TryEdits) => WantedEdit | Promise<WantedEdit>;

export interface EditOutcome extends Outcome {
  readonly result: EditResult;
  /** What the edit changes of what the files ask for; empty if the notes tell of it. */
  readonly differences: readonly EditDifference[];
  /** Whether files were written. */
  readonly isWritten: boolean;
  /** Whether nothing was written since the files would have errors then: the diagnostics. */
  readonly isRefused: boolean;
  /** The edited texts by path, which the diagnostics are about. */
  readonly texts: ReadonlyMap<string, string>;
  readonly subject: string;
  readonly isInRepository: boolean;
}

/**
 * Edits the files as `want` says, unless they would have an error that was not there before. Offline; all files are
 * written, or none.
 * @throws UsageError for what no edit can say, and for a link that leads out of the folder; InvalidFilesError
 */
export async function editFiles(
  { dryRun }: EditOptions,
  { workspace }: CommandContext,
  want: Want,
): Promise<EditOutcome> {
  const before = await editableConfig(workspace);
  const { wanted, texts, after } = await edited(before, new Map(), workspace, want);
  const { notes, notesOn = () => [], assignments, subject, isMeant, isDone } = wanted;
  const originals = new Map<string, string | null>();
  for (const path of texts.keys()) originals.set(path, await textOf(path, workspace.tree));
  const added = newFindings(
    { diagnostics: offlineDiagnostics(before.diagnostics), textOf: (file) => originals.get(file) ?? null },
    { diagnostics: offlineDiagnostics(after.diagnostics), textOf: (file) => texts.get(file) ?? null },
  );
  const isRefused = hasErrors(added);
  if (!isRefused && isMeant !== undefined) refuseElsewhere(before, after, isMeant);
  if (!isRefused && isDone?.(after) === false) throw notDone();
  const differences =
    isRefused || assignments !== undefined ? [] : editDifferences(before, after, workspace.at);
  const isWritten = !isRefused && !dryRun && texts.size > 0;
  for (const path of texts.keys()) await targetInside(workspace.location.folder, path);
  if (isWritten) await replaceTexts(texts, workspace.location.folder);
  const result: EditResult = {
    formatVersion: 1,
    files: isRefused ? [] : diffs(originals, texts),
    assignments: (isRefused ? undefined : assignments) ?? editedAssignments(differences, before),
    notes: isRefused ? notes : [...notes, ...notesOn(differences, after), ...errorsBefore(after)],
  };
  return {
    result,
    differences,
    isWritten,
    isRefused,
    texts,
    subject,
    isInRepository: await isInRepository(workspace),
    diagnostics: shown(added),
    exitCode: isRefused ? ExitCode.invalid : ExitCode.done,
  };
}

/** What was wanted last, the texts that came of it and what they say. */
interface Edited {
  readonly wanted: WantedEdit;
  readonly texts: ReadonlyMap<string, string>;
  readonly after: EditableConfig;
}

/** Edits files that have been edited to `texts`, and again for as long as the edit is to be repeated and finds something. */
async function edited(
  before: EditableConfig,
  texts: ReadonlyMap<string, string>,
  workspace: Workspace,
  want: Want,
): Promise<Edited> {
  const tree = overlayTree(workspace.tree, texts);
  const attempt = async (edits: FileEdits): Promise<Omit<Edited, 'wanted'> & Attempt> => {
    const changed = await editedTexts(edits, before, tree);
    const all = new Map([...texts, ...changed]);
    const loaded = await workspace.withTexts(all);
    const after: EditableConfig = { ...before, ...loaded, settings: loaded.settings ?? before.settings };
    const diagnostics = offlineDiagnostics(after.diagnostics);
    const error = diagnostics.find(({ severity }) => severity === 'error') ?? null;
    return { texts: all, after, files: [...changed.keys()], error };
  };
  const wanted = await want(before, attempt);
  const result = await attempt(wanted.edits);
  const isOver = wanted.isRepeated !== true || result.files.length === 0 || result.error !== null;
  return isOver ? { ...result, wanted } : await edited(result.after, result.texts, workspace, want);
}

/** Where there are errors, the warnings beside them only distract. */
function shown(added: readonly Diagnostic[]): readonly Diagnostic[] {
  return hasErrors(added) ? added.filter(({ severity }) => severity === 'error') : added;
}

/** What is wrong with the files whether they are edited or not. */
function errorsBefore({ diagnostics }: EditableConfig): readonly string[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return errors === 0
    ? []
    : [`the files have ${count(errors, 'error')} besides: rolecall validate shows them`];
}

function diffs(
  originals: ReadonlyMap<string, string | null>,
  texts: ReadonlyMap<string, string>,
): readonly EditedFile[] {
  return [...texts]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([file, text]) => {
      const before = originals.get(file) ?? null;
      const old = before === null ? { name: '/dev/null', text: '' } : { name: `a/${file}`, text: before };
      return { file, diff: unifiedDiff(old, { name: `b/${file}`, text }, { context: CONTEXT }) ?? '' };
    });
}

async function isInRepository(workspace: Workspace): Promise<boolean> {
  return (await workspace.repository().catch(() => null)) !== null;
}
