import type { SettingValue } from '../../../model/check.js';
import type { ProviderSettings } from '../../../model/settings.js';
import type { ProbeStep } from '../../../model/write-probe.js';
import type { WriteProbing, WrittenOption } from '../../../providers/write-probing.js';

/** Settings with other values of some options. */
export function withOptions(
  settings: ProviderSettings,
  options: Readonly<Record<string, SettingValue>>,
): ProviderSettings {
  return { ...settings, options: { ...settings.options, ...options } };
}

/** The value in use: as the settings say, else the one that is assumed. */
export function valueOf({ options }: ProviderSettings, { name, values }: WrittenOption): SettingValue {
  return values.find((value) => value === options[name]) ?? values[0];
}

/** The options that decide how a step is sent. */
export function optionsOf(step: ProbeStep, writing: WriteProbing): readonly WrittenOption[] {
  return writing.settles.filter(({ steps }) => steps.includes(step));
}

/**
 * The ways to send a step: first as the settings say, then with other values of the options that are open, the fewest
 * at once first, and of these the first options.
 */
export function variantsOf(
  settings: ProviderSettings,
  open: readonly WrittenOption[],
): readonly ProviderSettings[] {
  let ways: readonly { readonly settings: ProviderSettings; readonly others: number }[] = [
    { settings, others: 0 },
  ];
  for (const option of [...open].reverse()) {
    const used = valueOf(settings, option);
    ways = ways.flatMap((way) => [
      way,
      ...option.values
        .filter((value) => value !== used)
        .map((value) => ({
          settings: withOptions(way.settings, { [option.name]: value }),
          others: way.others + 1,
        })),
    ]);
  }
  return [...ways].sort((a, b) => a.others - b.others).map((way) => way.settings);
}
