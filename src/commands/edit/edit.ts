import { ExitCode } from '../../errors.js';
import { type Diagnostic, hasErrors } from '../../model/diagnostic.js';
import type { EditDifference, EditedAssignment, EditedFile, EditResult } from '../../model/edit-result.js';
import { count } from '../../model/label.js';
import type { DesiredAssignment } from '../../model/desired.js';
import { byCodeUnit } from '../../model/ordering.js';
import { unifiedDiff } from '../../planning/unified-diff.js';
import { offlineDiagnostics } from '../../workspace/valid-config.js';
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
  /** What it does, as the subject of a commit: `Grant engineer to ada`. */
  readonly subject: string;
}

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
  want: (config: EditableConfig) => WantedEdit | Promise<WantedEdit>,
): Promise<EditOutcome> {
  const before = await editableConfig(workspace);
  const { edits, notes, notesOn = () => [], assignments, subject, isMeant, isDone } = await want(before);
  const texts = await editedTexts(edits, before, workspace.tree);
  const loaded = await workspace.withTexts(texts);
  const after: EditableConfig = { ...before, ...loaded, settings: loaded.settings ?? before.settings };
  const originals = new Map<string, string | null>();
  for (const path of texts.keys()) originals.set(path, await textOf(path, workspace.tree));
  const added = newFindings(
    { diagnostics: offlineDiagnostics(before.diagnostics), textOf: (file) => originals.get(file) ?? null },
    { diagnostics: offlineDiagnostics(loaded.diagnostics), textOf: (file) => texts.get(file) ?? null },
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
