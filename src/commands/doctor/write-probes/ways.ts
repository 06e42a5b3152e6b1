import type { HttpRequest } from '../../../http/request.js';
import type { PlannedChange } from '../../../model/change.js';
import type { SettingValue } from '../../../model/check.js';
import type { ProviderSettings } from '../../../model/settings.js';
import type { ProbeStep } from '../../../model/write-probe.js';
import {
  type Provider,
  type ProviderModule,
  UnwritableChange,
  writesOf,
} from '../../../providers/provider.js';
import type { WriteProbing, WrittenOption } from '../../../providers/write-probing.js';
import { type BackStep, probeChange } from './changes.js';
import type { ProbeSubject } from './subject.js';
import { optionsOf, valueOf, variantsOf, withOptions } from './variants.js';

/** One way to send a write. */
export interface PlannedWay {
  readonly settings: ProviderSettings;
  readonly change: PlannedChange;
  readonly provider: Provider;
  readonly requests: readonly HttpRequest[];
  /** Equal where the same requests are sent. */
  readonly key: string;
}

export interface WaysInput {
  readonly module: ProviderModule;
  readonly writing: WriteProbing;
  /** With what was settled by reading. */
  readonly settings: ProviderSettings;
  readonly subject: ProbeSubject;
  readonly isHighRisk: (role: string) => boolean;
}

/** How writes are sent: with the settings, or with what writes have proved meanwhile. */
export class Ways {
  readonly #proved = new Map<string, SettingValue>();
  #settings: ProviderSettings;

  constructor(private readonly input: WaysInput) {
    this.#settings = input.settings;
  }

  /** The options that writes proved, by name. */
  get proved(): ReadonlyMap<string, SettingValue> {
    return this.#proved;
  }

  /** The provider as it is known to work by now. */
  provider(): Provider {
    return this.#provider(this.#settings);
  }

  /** Each way in which a step may be sent, the likeliest first. */
  of(step: ProbeStep, { from, to }: BackStep): readonly PlannedWay[] {
    const change = this.#change({ from, to });
    const ways = variantsOf(this.#settings, this.#open(step)).map((settings) => this.#way(settings, change));
    const seen = new Set<string>();
    return ways.filter(({ key }) => !seen.has(key) && seen.add(key));
  }

  /** What makes at least unusable what the API does not take away; null where nothing does. */
  lastResort(step: BackStep): PlannedWay | null {
    const { lastResort } = this.input.writing;
    if (lastResort === undefined) return null;
    return this.#way(withOptions(this.#settings, lastResort), this.#change(step));
  }

  /** Goes on in a way that the API accepted. */
  keepTo({ settings }: PlannedWay): void {
    this.#settings = settings;
  }

  /** Keeps to a way that was proved, and so proves each option without whose value the step would be sent otherwise. */
  settle(step: ProbeStep, { settings, change, key }: PlannedWay): void {
    const open = this.#open(step);
    this.#settings = settings;
    for (const option of open) {
      const used = valueOf(settings, option);
      const others = option.values.filter((value) => value !== used);
      const differs = others.some(
        (value) => this.#way(withOptions(settings, { [option.name]: value }), change).key !== key,
      );
      if (differs) this.#proved.set(option.name, used);
    }
  }

  #open(step: ProbeStep): readonly WrittenOption[] {
    return optionsOf(step, this.input.writing).filter(({ name }) => !this.#proved.has(name));
  }

  #change({ from, to }: BackStep): PlannedChange {
    return probeChange(this.input.subject, from, to, this.input.isHighRisk);
  }

  #way(settings: ProviderSettings, change: PlannedChange): PlannedWay {
    const provider = this.#provider(settings);
    const steps = writesOf(provider, change, this.input.subject.root);
    const requests = steps instanceof UnwritableChange ? [] : steps.map(({ request }) => request);
    return { settings, change, provider, requests, key: JSON.stringify(requests) };
  }

  #provider(settings: ProviderSettings): Provider {
    return this.input.module.create(settings);
  }
}
