import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DiagnosticCode } from '../../config/codes.js';
import { fileMatcher } from '../../config/file-tree.js';
import { ExitCode, UsageError } from '../../errors.js';
import type { DesiredScope } from '../../model/desired.js';
import { type Diagnostic, hasErrors } from '../../model/diagnostic.js';
import type { ImportResult } from '../../model/import-result.js';
import { byCodeUnit } from '../../model/ordering.js';
import { groupedProblems } from '../../planning/read-problems.js';
import { stepsInside } from '../../platform.js';
import { connect } from '../connect.js';
import type { CommandContext, Outcome } from '../context.js';
import { requireValid } from '../../workspace/valid-config.js';
import { textOf } from '../text-of.js';
import type { ConfigLocation } from '../../workspace/workspace.js';
import { replaceTexts, targetInside, writeTexts } from '../write-files.js';
import type { ImportState } from './plan-texts.js';
import { goneEmails } from './gone-emails.js';
import { askedDifferences } from './asked-for.js';
import { importedTexts } from './imported-texts.js';
import { readTargets } from './read-targets.js';
import { everyRoot, type Target, targetsOf } from './targets.js';
import { keepRoles } from '../known-roles.js';
import { fileName } from './new-documents.js';

/** With --people a people.yaml that does not exist yet is written. */
const MISSING_DIRECTORY: ReadonlySet<string> = new Set(['file-missing' satisfies DiagnosticCode]);

export interface ImportOptions {
  readonly scope: readonly string[];
  readonly dir: string;
  readonly merge: boolean;
  /** Also put the live users into people.yaml, and let the files name people by key. */
  readonly people: boolean;
  /** With `merge`: leave high-risk roles as the files have them, and write no new documents. */
  readonly skipHighRisk?: boolean | undefined;
  /** Also make teams of people who hold the same roles; only with `people`. */
  readonly teams?: boolean | undefined;
  /** Write nothing. */
  readonly dryRun?: boolean | undefined;
  readonly concurrency: number | null;
}

export interface ImportOutcome extends Outcome {
  readonly result: ImportResult;
  /** The new texts by path, which the diagnostics are about, and the texts before; null: there was no file. */
  readonly texts: ReadonlyMap<string, string>;
  readonly originals: ReadonlyMap<string, string | null>;
}

/**
 * Writes the live state as files, or edits the files so that they ask for it: all of them, or none. Sends reads (and token
 * requests) only.
 * @throws UsageError for an address that is none, a file that is there and one that cannot be edited; InvalidFilesError
 */
export async function importCommand(options: ImportOptions, context: CommandContext): Promise<ImportOutcome> {
  const { workspace } = context;
  const { location } = workspace;
  if (options.skipHighRisk === true && !options.merge) {
    throw new UsageError('--skip-high-risk leaves roles as the files have them, which takes --merge', {
      hint: 'A first import writes every role, so that the next plan is empty.',
    });
  }
  const config = requireValid(await workspace.head(), options.people ? MISSING_DIRECTORY : undefined);
  const { settings, desired, catalogue, modules } = config;
  const named = options.scope.length > 0 ? options.scope : everyRoot(settings, desired.scopes, catalogue);
  const targets = targetsOf(named, desired.scopes, catalogue);
  const files = new Map(
    targets.map(({ root }) => [root.address, pathOf(options.dir, root, location)] as const),
  );
  const paths = [...files.values(), ...desired.scopes.map(({ source }) => source.file)];
  const existing = new Set(paths.filter((path) => existsSync(join(location.folder, path))));
  for (const path of files.values()) await targetInside(location.folder, path);
  const fresh = options.merge ? targets : freshTargets(targets, files, existing, desired.scopes, options);
  const needed = new Set(targets.map(({ root }) => root.provider));
  const opened = connect({ ...context, modules, settings, needed, concurrency: options.concurrency });
  try {
    const read = await readTargets(targets, desired.scopes, catalogue, opened.connections, context.events);
    await keepRoles(read.live.values(), settings.providers, context);
    const state: ImportState = { workspace, live: read.live, catalogue };
    const written = new Set(fresh.map(({ root }) => root.address));
    const { followed, filled, merged } = await importedTexts(options, config, files, written, state);
    const { texts, diagnostics } = merged;
    const edits = options.merge || options.people;
    const refused = edits && hasErrors(diagnostics);
    const dryRun = options.dryRun === true;
    const originals = new Map<string, string | null>();
    for (const path of texts.keys()) originals.set(path, await textOf(path, workspace.tree));
    const { desired: after } = await workspace.withTexts(texts);
    if (!refused && !dryRun) await (edits ? replaceTexts : writeTexts)(texts, location.folder);
    const isRead = fileMatcher(settings.access);
    const others = new Set([location.file, filled?.people.file, ...followed.texts.keys()]);
    const gone = options.merge ? goneEmails(read.live, followed.desired, followed.untouched) : [];
    const scopes = [...read.live.values()].flatMap((root) => root.scopes);
    const result: ImportResult = {
      files: [...texts.keys()]
        .sort(byCodeUnit)
        .map((path) => ({ path, existed: (originals.get(path) ?? null) !== null })),
      refused,
      dryRun,
      changes: refused ? [] : askedDifferences(desired, after, read.live),
      scopes: scopes.length,
      assignments: scopes.reduce((sum, { assignments }) => sum + assignments.length, 0),
      notListed: read.notListed,
      notes: [...followed.notes, ...(filled?.notes ?? []), ...gone, ...merged.leftOut.map(leftOutWords)],
      unread: groupedProblems(read.problems, 'nothing was imported there').map(({ message }) => message),
      stuck: [...followed.uncertain, ...(filled?.uncertain ?? []), ...merged.stuck],
      uncovered: [...texts.keys()].filter((path) => !isRead(path) && !others.has(path)),
      people: filled?.people ?? null,
    };
    return { result, texts, originals, diagnostics, exitCode: exitOf(result, diagnostics) };
  } finally {
    await opened.close();
  }
}

function leftOutWords(text: string): string {
  return `Left as it is, since the role is high risk: ${text}`;
}

function exitOf({ refused, unread, stuck }: ImportResult, diagnostics: readonly Diagnostic[]): ExitCode {
  if (refused || hasErrors(diagnostics)) return ExitCode.invalid;
  return unread.length + stuck.length > 0 ? ExitCode.error : ExitCode.done;
}

/** The path of a root's file. It is relative to the folder of rolecall.yaml, as `dir` is. */
function pathOf(dir: string, root: Target['root'], { folder }: ConfigLocation): string {
  const steps = stepsInside(folder, resolve(folder, dir, fileName(root)));
  if (steps === null)
    throw new UsageError(`--dir ${JSON.stringify(dir)} leads out of the folder of rolecall.yaml`, {
      hint: 'Name a folder below it, which "access" of the settings can read.',
    });
  return steps.join('/');
}

/**
 * Without --merge an import writes no scope a second time, and no existing file: the targets that no file names. The others
 * are refused, unless only their people are wanted.
 */
function freshTargets(
  targets: readonly Target[],
  files: ReadonlyMap<string, string>,
  existing: ReadonlySet<string>,
  declared: readonly DesiredScope[],
  { people }: ImportOptions,
): readonly Target[] {
  const hint = 'Use --merge to edit the files in place so that they ask for what is live.';
  return targets.filter(({ root, whole, scopes }) => {
    const path = files.get(root.address) ?? '';
    const wanted = new Set(scopes.map(({ address }) => address));
    const known = declared.find(
      ({ scope }) => wanted.has(scope.address) || (whole && scope.rootAddress === root.address),
    );
    if (people && known !== undefined) return false;
    if (existing.has(path)) throw new UsageError(`${JSON.stringify(path)} already exists`, { hint });
    if (known === undefined) return true;
    const { file, line } = known.source;
    throw new UsageError(`${known.scope.address} already has a document, at ${file}:${line}`, { hint });
  });
}
