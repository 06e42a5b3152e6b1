import { type ExitCode, ExitCode as Exit, worstExit } from '../../errors.js';
import { hasErrors } from '../../model/diagnostic.js';
import type { LiveState } from '../../model/live.js';
import { groupedProblems } from '../../planning/read-problems.js';
import { count } from '../../report/words.js';
import type { RenderedOutcome } from '../options.js';
import type { Merged } from './merge.js';
import type { TargetsRead } from './read-targets.js';

export interface Imported {
  readonly read: TargetsRead;
  readonly merged: Merged;
  /** What was found out on the way. */
  readonly notes: readonly string[];
  /** Nothing was written, since the files would have errors then. */
  readonly refused: boolean;
  /** Paths that were there before. */
  readonly existing: ReadonlySet<string>;
  /** Written paths that `access` of the settings does not cover. */
  readonly uncovered: readonly string[];
}

/** What an import tells. */
export function importOutcome(imported: Imported): RenderedOutcome {
  const { read, merged, refused, existing, uncovered } = imported;
  if (refused) return refusal(imported);
  const written = [...merged.texts.keys()].sort();
  const lines = written.map((path) => `${existing.has(path) ? 'Edited' : 'Wrote'} ${path}.`);
  const what = `${count(scopesIn(read.live), 'scope')} with ${count(assignmentsIn(read.live), 'assignment')}`;
  const whole = read.problems.length === 0;
  const done =
    written.length > 0
      ? `${what} read. Next: rolecall plan`
      : whole && merged.stuck.length === 0
        ? `Nothing to do: the files ask for what is live already (${what}).`
        : 'Nothing was written.';
  const notes = [
    ...imported.notes,
    ...groupedProblems(read.problems, 'nothing was imported there').map(({ message }) => message),
    ...merged.stuck.map((text) => `Cannot be merged: ${text}`),
    ...uncovered.map((path) => `The settings do not read ${path}: add it to "access" in rolecall.yaml.`),
  ];
  const codes: ExitCode[] = [Exit.done];
  if (hasErrors(merged.diagnostics)) codes.push(Exit.invalid);
  if (!whole || merged.stuck.length > 0) codes.push(Exit.error);
  return {
    output: `${[...lines, ...read.notListed, done].join('\n')}\n`,
    notes,
    diagnostics: merged.diagnostics,
    exitCode: worstExit(codes),
  };
}

/** The findings are told at the places of the texts that were not written. */
function refusal({ merged }: Imported): RenderedOutcome {
  return {
    output:
      'Nothing was written: what is live cannot be said without an error. The findings are at the lines that the merge would have written.\n',
    notes: merged.stuck.map((text) => `Cannot be merged: ${text}`),
    diagnostics: merged.diagnostics,
    exitCode: Exit.invalid,
  };
}

function scopesIn(live: LiveState): number {
  return [...live.values()].reduce((sum, { scopes }) => sum + scopes.length, 0);
}

function assignmentsIn(live: LiveState): number {
  const scopes = [...live.values()].flatMap((root) => root.scopes);
  return scopes.reduce((sum, { assignments }) => sum + assignments.length, 0);
}
