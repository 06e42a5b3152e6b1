import type { SettingValue } from '../../model/check.js';
import { isRecord } from '../../model/record.js';
import type { ProviderSettings } from '../../model/settings.js';
import type { ProviderModule } from '../../providers/provider.js';

type Written = Readonly<Record<string, unknown>>;

/** The settings as if they named an option; unchanged where the provider does not accept that value. */
export function withOption(
  settings: ProviderSettings,
  option: string,
  value: SettingValue,
  { settings: part }: Pick<ProviderModule, 'settings'>,
): ProviderSettings {
  const written = setAt(settings.written, option.split('.'), value);
  const read = part.read(written, settings.source);
  return read.settings === undefined ? settings : { ...read.settings, written };
}

function setAt(target: Written, [key = '', ...rest]: readonly string[], value: SettingValue): Written {
  const before = target[key];
  const inner = isRecord(before) ? before : {};
  if (rest.length > 0) return { ...target, [key]: setAt(inner, rest, value) };
  return { ...target, [key]: isRecord(value) ? { ...inner, ...value } : value };
}

/** Whether a value says nothing else than another: of a mapping, what both of them name. */
export function agrees(one: unknown, other: unknown): boolean {
  if (isRecord(one) && isRecord(other)) {
    return Object.keys(one).every((key) => !Object.hasOwn(other, key) || agrees(one[key], other[key]));
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => agrees(value, other[index]));
  }
  return String(one) === String(other);
}

/** A value in one line. */
export function valueWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
