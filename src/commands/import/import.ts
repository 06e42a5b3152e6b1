import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileMatcher } from '../../config/file-tree.js';
import { ExitCode, UsageError } from '../../errors.js';
import type { DesiredScope, DesiredState } from '../../model/desired.js';
import { type Diagnostic, hasErrors } from '../../model/diagnostic.js';
import type { ImportResult } from '../../model/import-result.js';
import { byCodeUnit } from '../../model/ordering.js';
import { groupedProblems } from '../../planning/read-problems.js';
import { connect } from '../connect.js';
import type { CommandContext, Outcome } from '../context.js';
import { requireValid } from '../../workspace/valid-config.js';
import type { ConfigLocation } from '../../workspace/workspace.js';
import { targetInside, writeTexts } from '../write-files.js';
import type { ImportState } from './plan-texts.js';
import { type Followed, followEmails } from './follow-emails.js';
import { goneEmails } from './gone-emails.js';
import { mergeLive } from './merge.js';
import { readTargets } from './read-targets.js';
import { everyRoot, type Target, targetsOf } from './targets.js';
import { fileName, withNewDocuments } from './new-documents.js';

export interface ImportOptions {
  readonly scope: readonly string[];
  readonly dir: string;
  readonly merge: boolean;
  readonly concurrency: number | null;
}

export interface ImportOutcome extends Outcome {
  readonly result: ImportResult;
}

/**
 * Writes the live state as files, or edits the files so that they ask for it. Sends reads (and token requests) only.
 * @throws UsageError for an address that is none and a file that is there; InvalidFilesError
 */
export async function importCommand(options: ImportOptions, context: CommandContext): Promise<ImportOutcome> {
  const { workspace } = context;
  const { location } = workspace;
  const { settings, desired, catalogue, modules } = requireValid(await workspace.head());
  const named = options.scope.length > 0 ? options.scope : everyRoot(settings, desired.scopes, catalogue);
  const targets = targetsOf(named, desired.scopes, catalogue);
  const files = new Map(
    targets.map(({ root }) => [root.address, pathOf(options.dir, root, location)] as const),
  );
  const paths = [...files.values(), ...desired.scopes.map(({ source }) => source.file)];
  const existing = new Set(paths.filter((path) => existsSync(join(location.folder, path))));
  for (const path of files.values()) await targetInside(location.folder, path);
  if (!options.merge) refuseDeclared(targets, files, existing, desired.scopes);
  const needed = new Set(targets.map(({ root }) => root.provider));
  const opened = connect({ ...context, modules, settings, needed, concurrency: options.concurrency });
  try {
    const read = await readTargets(targets, desired.scopes, catalogue, opened.connections, context.events);
    const state: ImportState = { workspace, live: read.live, catalogue };
    const followed = options.merge ? await followEmails(desired, state) : nobody(desired);
    const added = await withNewDocuments(files, followed.desired, state, followed.texts);
    const merged = await mergeLive(added, state, followed.untouched);
    const refused = options.merge && hasErrors(merged.diagnostics);
    if (!refused) await writeTexts(merged.texts, location.folder, options.merge);
    const isRead = fileMatcher(settings.access);
    const uncovered = [...merged.texts.keys()].filter((path) => !isRead(path) && !followed.texts.has(path));
    const gone = options.merge ? goneEmails(read.live, followed.desired, followed.untouched) : [];
    const scopes = [...read.live.values()].flatMap((root) => root.scopes);
    const result: ImportResult = {
      files: [...merged.texts.keys()]
        .sort(byCodeUnit)
        .map((path) => ({ path, existed: existing.has(path) || followed.texts.has(path) })),
      refused,
      scopes: scopes.length,
      assignments: scopes.reduce((sum, { assignments }) => sum + assignments.length, 0),
      notListed: read.notListed,
      notes: [...followed.notes, ...gone],
      unread: groupedProblems(read.problems, 'nothing was imported there').map(({ message }) => message),
      stuck: [...followed.uncertain, ...merged.stuck],
      uncovered,
    };
    return { result, diagnostics: merged.diagnostics, exitCode: exitOf(result, merged.diagnostics) };
  } finally {
    await opened.close();
  }
}

function exitOf({ refused, unread, stuck }: ImportResult, diagnostics: readonly Diagnostic[]): ExitCode {
  if (refused || hasErrors(diagnostics)) return ExitCode.invalid;
  return unread.length + stuck.length > 0 ? ExitCode.error : ExitCode.done;
}

/** Without --merge no existing file changes. */
function nobody(desired: DesiredState): Followed {
  return { desired, texts: new Map(), notes: [], uncertain: [], untouched: new Set() };
}

/** The path of a root's file. It is relative to the folder of rolecall.yaml, as `dir` is. */
function pathOf(dir: string, root: Target['root'], { folder }: ConfigLocation): string {
  const path = relative(folder, resolve(folder, dir, fileName(root)));
  if (isAbsolute(path) || path.split(sep)[0] === '..')
    throw new UsageError(`--dir ${JSON.stringify(dir)} leads out of the folder of rolecall.yaml`, {
      hint: 'Name a folder below it, which "access" of the settings can read.',
    });
  return path.split(sep).join('/');
}

/** Without --merge an import touches no existing file and writes no scope a second time. */
function refuseDeclared(
  targets: readonly Target[],
  files: ReadonlyMap<string, string>,
  existing: ReadonlySet<string>,
  declared: readonly DesiredScope[],
): void {
  const hint = 'Use --merge to edit the files in place so that they ask for what is live.';
  for (const { root, whole, scopes } of targets) {
    const path = files.get(root.address) ?? '';
    if (existing.has(path)) throw new UsageError(`${JSON.stringify(path)} already exists`, { hint });
    const wanted = new Set(scopes.map(({ address }) => address));
    const known = declared.find(
      ({ scope }) => wanted.has(scope.address) || (whole && scope.rootAddress === root.address),
    );
    if (known === undefined) continue;
    const { file, line } = known.source;
    throw new UsageError(`${known.scope.address} already has a document, at ${file}:${line}`, { hint });
  }
}
