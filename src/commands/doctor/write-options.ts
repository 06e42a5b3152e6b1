import type { MapEdit } from '../../editing/map-change.js';
import type { NewPair, NewValue } from '../../editing/new-values.js';
import { RolecallError } from '../../errors.js';
import type { SettingValue } from '../../model/check.js';
import type { EditedFile } from '../../model/edit-result.js';
import { isRecord } from '../../model/record.js';
import { valueWritten } from '../../model/settings.js';
import type { CommandContext } from '../context.js';
import { editFiles } from '../edit/edit.js';
import { type CheckDraft, failed } from './check-draft.js';
import type { ProviderCase } from './provider-case.js';

/** A settled option that rolecall.yaml does not name, or of a map some keys of it. */
export interface UnwrittenOption {
  readonly check: CheckDraft;
  readonly edits: readonly MapEdit[];
}

/** The settled options that rolecall.yaml does not name. What it names is a person's decision, and stays. */
export function unwrittenOptions(
  cases: readonly ProviderCase[],
  checks: readonly CheckDraft[],
): readonly UnwrittenOption[] {
  return checks.flatMap((check) => {
    const { state, option, value } = check;
    const subject = cases.find(({ name }) => option?.startsWith(`providers.${name}.`));
    if (state !== 'settled' || option === null || value === null || subject === undefined) return [];
    const below = option.slice(`providers.${subject.name}.`.length);
    const path = ['providers', subject.name, ...below.split('.')];
    const edits = missing(path, value, valueWritten(subject.settings, below));
    return edits.length === 0 ? [] : [{ check, edits }];
  });
}

/** The keys to set so that a value is named, as deep as others name some of it already. */
function missing(path: readonly string[], value: SettingValue, written: unknown): readonly MapEdit[] {
  const [first = '', ...rest] = path;
  if (written === undefined) return [{ path: [first, ...rest], value: newValue(value) }];
  if (!isMapValue(value) || !isRecord(written)) return [];
  return Object.entries(value).flatMap(([key, inner]) => missing([...path, key], inner, written[key]));
}

function isMapValue(value: SettingValue): value is { readonly [key: string]: SettingValue } {
  return isRecord(value);
}

function newValue(value: SettingValue): NewValue {
  if (typeof value === 'string') return { kind: 'scalar', text: value };
  if (typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'scalar', text: String(value), isYaml: true };
  if (isMapValue(value)) {
    return {
      kind: 'map',
      pairs: Object.entries(value).map(([key, inner]): NewPair => [key, newValue(inner)]),
    };
  }
  return { kind: 'list', items: value.map((text) => ({ kind: 'scalar', text })) };
}

/** What came of writing: the diff, or the check that says why nothing was written. */
export type OptionsWritten =
  | { readonly file: EditedFile; readonly problem?: never }
  | { readonly file?: never; readonly problem: CheckDraft };

/** Writes options into rolecall.yaml, unless it would have an error then. */
export async function writeOptions(
  options: readonly UnwrittenOption[],
  context: CommandContext,
): Promise<OptionsWritten> {
  const subject = context.workspace.location.file;
  const about = { id: 'write', layer: 'files', subject } as const;
  try {
    const settings = options.flatMap(({ edits }) => edits);
    const want = { edits: { settings }, notes: [], subject: 'Settle how the APIs behave' };
    const { result, diagnostics } = await editFiles({ dryRun: false }, context, () => want);
    const [file] = result.files;
    if (file !== undefined) return { file };
    const words = diagnostics[0]?.message ?? 'its text cannot be edited';
    return { problem: failed(about, `nothing was written: ${words}`, 'Write the settled options by hand.') };
  } catch (error) {
    if (!(error instanceof RolecallError)) throw error;
    const remedy = error.hint ?? 'Run rolecall validate.';
    return { problem: failed(about, `nothing was written: ${error.message}`, remedy) };
  }
}
