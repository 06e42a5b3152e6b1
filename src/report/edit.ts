import type { EditDifference, EditResult } from '../model/edit-result.js';
import { formatStart } from '../model/instant.js';
import { cut } from '../model/label.js';
import { shellWord } from '../shell.js';
import { visible } from './escape.js';
import { jsonText } from './json.js';
import { colours, type RenderOptions } from './terminal.js';
import { rolesWords, SIGNS } from './words.js';

/** The diffs of the edited files, as `git apply` and `patch -p1` read them. Characters that mislead a terminal are escaped. */
export function editText({ files }: Pick<EditResult, 'files'>, { color }: RenderOptions): string {
  const paint = colours(color);
  const painted = (line: string): string => {
    const text = lineText(line);
    if (/^(?:---|\+\+\+) /u.test(line)) return paint.heading(text);
    if (line.startsWith('@@')) return paint.quiet(text);
    if (line.startsWith('+')) return paint.grant(text);
    return line.startsWith('-') ? paint.revoke(text) : text;
  };
  return files.map(({ diff }) => diff.split('\n').map(painted).join('\n')).join('');
}

/** Tabs, a carriage return at the end and a byte order mark at the start of a line are as a patch needs them. */
function lineText(line: string): string {
  const [, mark = '', text = '', end = ''] = /^([ +-]\uFEFF|)(.*?)(\r?)$/su.exec(line) ?? [];
  return `${mark}${text.split('\t').map(visible).join('\t')}${end}`;
}

/** Renders the result of an editing command as JSON (schemas/edit.schema.json). */
export function editJson(result: EditResult): string {
  return jsonText(result);
}

/** What came of an edit, for the notes beside it. */
export interface EditReport {
  readonly result: EditResult;
  readonly differences: readonly EditDifference[];
  readonly isWritten: boolean;
  readonly isRefused: boolean;
  readonly isInRepository: boolean;
  /** The subject of a commit. */
  readonly subject: string;
  /** The instant of the run, epoch milliseconds. */
  readonly at: number;
  /** The folder of rolecall.yaml, relative to the current one; `''` where they are one. */
  readonly folder: string;
}

/** What an edit makes the files ask for, what to know of it, and what to do next; foreign text is not escaped. */
export function editNotes(report: EditReport): readonly string[] {
  const { result, differences, isRefused, at } = report;
  if (isRefused)
    return [
      ...result.notes,
      'Nothing was written: the files would have errors. The findings are at the lines as they would be.',
    ];
  return [...differences.map((each) => differenceWords(each, at)), ...result.notes, nextStep(report)];
}

function differenceWords(difference: EditDifference, now: number): string {
  const { action, label, who, scope, kept, at } = difference;
  const sign = kept === true ? '?' : SIGNS[action];
  const notes = [...(kept === true ? ['kept'] : []), ...(at > now ? [`from ${formatStart(at)} on`] : [])];
  const noted = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  return `${sign} ${who ?? cut(label)}  ${rolesWords(difference)}  ${scope}${noted}`;
}

function nextStep({ result, isWritten, isInRepository, subject, folder }: EditReport): string {
  if (result.files.length === 0) return 'Nothing to do: no file changes.';
  if (!isWritten) return 'Nothing was written, because of --dry-run.';
  if (!isInRepository) return 'Next: rolecall plan';
  const paths = result.files.map(({ file }) => shellWord(folder === '' ? file : `${folder}/${file}`));
  return `Next: rolecall plan, or git add ${paths.join(' ')} && git commit -m ${shellWord(subject)}`;
}
