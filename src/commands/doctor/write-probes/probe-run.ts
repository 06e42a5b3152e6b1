import type { RoleState } from '../../../model/assignment.js';
import type { HttpRequest } from '../../../http/request.js';
import type { Change, PlannedChange } from '../../../model/change.js';
import type { SettingValue } from '../../../model/check.js';
import type { LiveAssignment } from '../../../model/live.js';
import type { ProviderSettings } from '../../../model/settings.js';
import type { ProbeStep } from '../../../model/write-probe.js';
import type { Provider, ProviderModule } from '../../../providers/provider.js';
import type { WriteProbing, WrittenOption } from '../../../providers/write-probing.js';
import { type BackStep, backSteps, probeChange } from './changes.js';
import { isSameHolding, type ProbeRole } from './holding.js';
import { look, type Seen, untilHolding } from './look.js';
import { type Sender, type Sent, sendWrite } from './send-write.js';
import type { ProbeSubject } from './subject.js';
import { optionsOf, valueOf, variantsOf, withOptions } from './variants.js';

/**
 * `proved`: accepted, and a read shows it. `shown`: a read shows it, but no answer said so. `refused`: refused, and reads
 * show what was there before. `other`: reads show something else. `stopped`: nothing more may be sent.
 */
type Verdict = 'proved' | 'shown' | 'refused' | 'other' | 'stopped';

/** One write that was tried, and what was seen of it. */
export interface Trial {
  readonly step: ProbeStep;
  readonly change: Change;
  readonly sent: readonly Sent[];
  readonly verdict: Verdict;
  /** Why it did not take effect; null where it did. */
  readonly reason: string | null;
  /** Milliseconds from the answer until a read showed it, and the reads that it took; null where none did. */
  readonly shown: { readonly ms: number; readonly looks: number } | null;
  /** What the principal held after it; null where that could not be read. */
  readonly holding: readonly RoleState[] | null;
}

/** One way to send a write. */
export interface PlannedWay {
  readonly settings: ProviderSettings;
  readonly change: PlannedChange;
  readonly provider: Provider;
  readonly requests: readonly HttpRequest[];
  /** Equal where the same requests are sent. */
  readonly key: string;
}

/** A write as it is meant. */
interface Attempt extends BackStep {
  /** What the principal holds after it. */
  readonly expected: readonly ProbeRole[];
  readonly before: readonly ProbeRole[];
}

export interface ProbeRunInput {
  readonly module: ProviderModule;
  readonly writing: WriteProbing;
  /** With what was settled by reading. */
  readonly settings: ProviderSettings;
  readonly subject: ProbeSubject;
  readonly isHighRisk: (role: string) => boolean;
}

/** After an answer was lost, a read may still not show a write that took effect: it is looked for again, milliseconds. */
const lateMs = 1_000;
/** Writes of a way back, at most: each is followed by a read. */
const longestWay = 4;

/** Writes step by step, reads after each, and finds the way back. */
export class ProbeRun {
  readonly #trials: Trial[] = [];
  readonly #proved = new Map<string, SettingValue>();
  #settings: ProviderSettings;
  #given: readonly ProbeRole[] = [];
  /** Of what was given what may be held although reads do not show it. */
  #uncertain: readonly ProbeRole[] = [];
  /** Of these, what may yet come: the answer of a request that gives it was lost. */
  #lost: readonly ProbeRole[] = [];
  #holding: readonly ProbeRole[];

  constructor(private readonly input: ProbeRunInput) {
    this.#settings = input.settings;
    this.#holding = input.subject.holding.map(roleOf);
  }

  get trials(): readonly Trial[] {
    return this.#trials;
  }

  /** The options that writes proved, by name. */
  get proved(): ReadonlyMap<string, SettingValue> {
    return this.#proved;
  }

  /** The requests of a step, in each of the ways in which it may be sent. */
  ways(step: ProbeStep, from: ProbeRole | null, to: ProbeRole | null): readonly PlannedWay[] {
    const change = this.#change(from, to);
    const ways = variantsOf(this.#settings, this.#open(step)).map((settings) => this.#way(settings, change));
    const seen = new Set<string>();
    return ways.filter(({ key }) => !seen.has(key) && seen.add(key));
  }

  /**
   * Tries a step, in the other ways too where the API refuses the first. True where a read shows it.
   * @param expected what the principal holds after it
   */
  async step(
    step: ProbeStep,
    { from, to }: BackStep,
    expected: readonly ProbeRole[],
    sender: Sender,
  ): Promise<boolean> {
    const before = this.#holding;
    const open = this.#open(step);
    for (const way of this.ways(step, from, to)) {
      if (sender.signal.aborted) return false;
      const trial = await this.#try(step, way, { from, to, expected, before }, sender);
      if (trial.verdict === 'proved') this.#settle(open, way);
      if (trial.verdict === 'proved' || trial.verdict === 'shown') return true;
      if (trial.verdict === 'stopped') return false;
      if (trial.verdict === 'other' && !(await this.goBack(before, sender))) return false;
    }
    return false;
  }

  /**
   * Sends once more what is so already, whatever the API makes of it. True where reads show that nothing else came of it.
   */
  async again(step: ProbeStep, { from, to }: BackStep, sender: Sender): Promise<boolean> {
    const [way] = this.ways(step, from, to);
    if (way === undefined || sender.signal.aborted) return false;
    const before = this.#holding;
    const { verdict } = await this.#try(step, way, { from, to, expected: before, before }, sender);
    return verdict !== 'other' && verdict !== 'stopped';
  }

  /**
   * Takes away what was given, gives back what was lost, and reads until that shows. True where the principal holds what
   * it is to; what somebody else gave meanwhile stays.
   */
  async goBack(began: readonly ProbeRole[], sender: Sender): Promise<boolean> {
    if (await this.#goBack(began, sender)) return true;
    await this.#lastResort(began, sender);
    return false;
  }

  async #goBack(began: readonly ProbeRole[], sender: Sender): Promise<boolean> {
    for (let writes = 0; writes <= longestWay; writes += 1) {
      if (!(await this.#look(sender))) return false;
      const [next] = this.backSteps(began);
      if (next === undefined) return true;
      const without = this.#holding.filter(({ roleId }) => roleId !== next.from?.roleId);
      const isHidden = next.to === null && without.length === this.#holding.length;
      const step = next.to === null ? 'revoke' : next.from === null ? 'grant' : 'change';
      const isAccepted = await this.#sendAnyWay(step, next, sender);
      this.#uncertain = this.#uncertain.filter(({ roleId }) => roleId !== next.from?.roleId);
      if (isHidden) await sender.runtime.sleep(lateMs, sender.signal).catch(() => undefined);
      else if (!isAccepted) return false;
      else await this.#until(next.to === null ? without : [...without, next.to], sender);
    }
    return false;
  }

  /** The writes that lead back as far as is known now. */
  backSteps(began: readonly ProbeRole[]): readonly BackStep[] {
    const way = { holding: this.#holding, began, given: this.#given, uncertain: this.#uncertain };
    return backSteps(way, this.input.subject);
  }

  /** Takes up what an earlier run gave, or may have given. */
  takeUp(given: readonly ProbeRole[]): void {
    this.#given = given;
    this.#uncertain = given;
  }

  /** What the principal holds, as far as reads showed. */
  get holding(): readonly ProbeRole[] {
    return this.#holding;
  }

  async #try(step: ProbeStep, way: PlannedWay, attempt: Attempt, sender: Sender): Promise<Trial> {
    const { subject } = this.input;
    const { to, expected, before } = attempt;
    const { address } = subject.target.scope;
    const earlier = this.#uncertain;
    if (to !== null) {
      this.#given = withRole(this.#given, to);
      this.#uncertain = withRole(earlier, to);
    }
    const { sent, reason, stops } = await sendWrite(way.change, way.provider, subject.root, sender);
    const answer = sent.at(-1)?.answer ?? null;
    const { holding, afterMs, looks } = await this.#until(answer === 'refused' ? before : expected, sender);
    const isHeld = (roles: readonly ProbeRole[]): boolean =>
      holding !== null && isSameHolding(address, holding, roles.map(stateOf));
    const [isShown, isBefore] = [isHeld(expected), isHeld(before)];
    const verdict = verdictOf({ answer, stops: stops || holding === null, isShown, isBefore });
    const isLost = to !== null && sent.some((each) => each.answer === 'lost');
    if (verdict === 'refused') this.#uncertain = earlier;
    else if (verdict === 'proved' && !isLost) this.#uncertain = this.#lost;
    if (isLost) this.#lost = withRole(this.#lost, to);
    const shown = isShown && afterMs !== null ? { ms: afterMs, looks } : null;
    const { change } = way.change;
    const trial = { step, change, sent, verdict, reason, shown, holding: holding?.map(stateOf) ?? null };
    this.#trials.push(trial);
    return trial;
  }

  /** Sends a write of the way back, in each of the ways until the API accepts one. */
  async #sendAnyWay(step: ProbeStep, { from, to }: BackStep, sender: Sender): Promise<boolean> {
    for (const way of this.ways(step, from, to)) {
      const { sent, stops } = await sendWrite(way.change, way.provider, this.input.subject.root, sender);
      const answer = sent.at(-1)?.answer;
      if (answer === 'accepted') this.#settings = way.settings;
      if (answer !== 'refused' || stops) return answer !== undefined && !stops;
    }
    return false;
  }

  /** Makes at least unusable what the API does not take away. */
  async #lastResort(began: readonly ProbeRole[], sender: Sender): Promise<void> {
    const { writing, subject } = this.input;
    if (writing.lastResort === undefined) return;
    const settings = withOptions(this.#settings, writing.lastResort);
    for (const { from, to } of this.backSteps(began)) {
      if (from === null || to !== null || from.state.status !== 'active') continue;
      const way = this.#way(settings, this.#change(from, null));
      await sendWrite(way.change, way.provider, subject.root, sender);
    }
    await this.#look(sender);
  }

  async #look(sender: Sender): Promise<boolean> {
    const holding = await look(this.input.subject, this.#provider(this.#settings), sender);
    if (holding !== null) this.#holding = holding.map(roleOf);
    return holding !== null;
  }

  async #until(expected: readonly ProbeRole[], sender: Sender): Promise<Seen> {
    const provider = this.#provider(this.#settings);
    const seen = await untilHolding(expected.map(stateOf), this.input.subject, provider, sender);
    if (seen.holding !== null) this.#holding = seen.holding.map(roleOf);
    return seen;
  }

  /** A write proves the value of an option that it would have been sent otherwise without. */
  #settle(open: readonly WrittenOption[], { settings, change, key }: PlannedWay): void {
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

  #change(from: ProbeRole | null, to: ProbeRole | null): PlannedChange {
    return probeChange(this.input.subject, from, to, this.input.isHighRisk);
  }

  #way(settings: ProviderSettings, change: PlannedChange): PlannedWay {
    const provider = this.#provider(settings);
    const requests = provider.writes(change, this.input.subject.root).map(({ request }) => request);
    return { settings, change, provider, requests, key: JSON.stringify(requests) };
  }

  #provider(settings: ProviderSettings): Provider {
    return this.input.module.create(settings);
  }
}

function verdictOf({
  answer,
  stops,
  isShown,
  isBefore,
}: {
  readonly answer: Sent['answer'] | null;
  readonly stops: boolean;
  readonly isShown: boolean;
  readonly isBefore: boolean;
}): Verdict {
  if (stops) return 'stopped';
  if (answer === 'refused') return isBefore ? 'refused' : 'other';
  if (isShown) return answer === 'accepted' ? 'proved' : 'shown';
  return answer === 'accepted' ? 'other' : 'stopped';
}

function withRole(roles: readonly ProbeRole[], role: ProbeRole): readonly ProbeRole[] {
  return [...roles.filter(({ roleId }) => roleId !== role.roleId), role];
}

function roleOf({ role, status, roleId }: LiveAssignment): ProbeRole {
  return { state: { role, status }, roleId };
}

function stateOf(of: ProbeRole | LiveAssignment): RoleState {
  const { role, status } = 'state' in of ? of.state : of;
  return { role, status };
}
