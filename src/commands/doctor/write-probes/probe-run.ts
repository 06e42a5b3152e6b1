import type { RoleState } from '../../../model/assignment.js';
import type { LiveAssignment } from '../../../model/live.js';
import type { ProbeStep } from '../../../model/write-probe.js';
import { type BackStep, backSteps } from './changes.js';
import { isSameHolding, type ProbeRole } from './holding.js';
import { look, type Seen, untilHolding } from './look.js';
import { type Sender, sendWrite } from './send-write.js';
import type { ProbeSubject } from './subject.js';
import { type Trial, verdictOf } from './trial.js';
import { type PlannedWay, Ways, type WaysInput } from './ways.js';

/** A write as it is meant. */
interface Attempt extends BackStep {
  /** What the principal holds after it. */
  readonly expected: readonly ProbeRole[];
  readonly before: readonly ProbeRole[];
}

/** After an answer was lost, a read may still not show a write that took effect: it is looked for again, milliseconds. */
const lateMs = 1_000;
/** Writes of a way back, at most: each is followed by a read. */
const longestWay = 4;

/** Writes step by step, reads after each, and finds the way back. */
export class ProbeRun {
  readonly #trials: Trial[] = [];
  readonly #ways: Ways;
  readonly #subject: ProbeSubject;
  #given: readonly ProbeRole[] = [];
  /** Of what was given what may be held although reads do not show it. */
  #uncertain: readonly ProbeRole[] = [];
  /** Of these, what may yet come: the answer of a request that gives it was lost. */
  #lost: readonly ProbeRole[] = [];
  #holding: readonly ProbeRole[];

  constructor(input: WaysInput) {
    this.#ways = new Ways(input);
    this.#subject = input.subject;
    this.#holding = input.subject.holding.map(roleOf);
  }

  /** How each step is sent, and what was proved of it. */
  get ways(): Ways {
    return this.#ways;
  }

  get trials(): readonly Trial[] {
    return this.#trials;
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
    for (const way of this.#ways.of(step, { from, to })) {
      if (sender.signal.aborted) return false;
      const trial = await this.#try(step, way, { from, to, expected, before }, sender);
      if (trial.verdict === 'proved') this.#ways.settle(step, way);
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
    const [way] = this.#ways.of(step, { from, to });
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
      // Where nothing can be read, what was given is taken away all the same.
      const isRead = await this.#look(sender);
      const [next] = this.backSteps(began);
      if (next === undefined) return isRead;
      const without = this.#holding.filter(({ roleId }) => roleId !== next.from?.roleId);
      const isHidden = next.to === null && without.length === this.#holding.length;
      const step = next.to === null ? 'revoke' : next.from === null ? 'grant' : 'change';
      sender.note(`Going back (write ${writes + 1} of at most ${longestWay + 1}): ${this.#wordsOf(next)}.`);
      const isAccepted = await this.#sendAnyWay(step, next, sender);
      this.#uncertain = this.#uncertain.filter(({ roleId }) => roleId !== next.from?.roleId);
      if (!isRead) this.#holding = without;
      if (isHidden) await sender.runtime.sleep(lateMs, sender.signal).catch(() => undefined);
      else if (!isAccepted) return false;
      else await this.#until(next.to === null ? without : [...without, next.to], sender);
    }
    return false;
  }

  /** The writes that lead back as far as is known now. */
  backSteps(began: readonly ProbeRole[]): readonly BackStep[] {
    const way = { holding: this.#holding, began, given: this.#given, uncertain: this.#uncertain };
    return backSteps(way, this.#subject);
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
    const subject = this.#subject;
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
    const isUnsent = answer === null || (answer === 'refused' && (isBefore || holding === null));
    const isLost = to !== null && sent.some((each) => each.answer === 'lost');
    if (isLost) this.#lost = withRole(this.#lost, to);
    if (isUnsent && !isLost) this.#uncertain = earlier;
    else if (verdict === 'proved') this.#uncertain = this.#lost;
    const shown = isShown && afterMs !== null ? { ms: afterMs, looks } : null;
    const unread = holding === null ? 'the scope could not be read whole afterwards' : null;
    const trial = { step, sent, verdict, reason: reason ?? unread, shown };
    // What an interrupt cut off says nothing of the API.
    if (!sender.signal.aborted || verdict === 'proved') this.#trials.push(trial);
    return trial;
  }

  /** Sends a write of the way back, in each of the ways until the API accepts one. */
  async #sendAnyWay(step: ProbeStep, { from, to }: BackStep, sender: Sender): Promise<boolean> {
    for (const way of this.#ways.of(step, { from, to })) {
      const { sent, stops } = await sendWrite(way.change, way.provider, this.#subject.root, sender);
      const last = sent.at(-1);
      if (last?.answer === 'accepted') this.#ways.keepTo(way);
      if (last?.isDone === true) return true;
      if (last?.answer !== 'refused' || stops) return last !== undefined && !stops;
    }
    return false;
  }

  /** Makes at least unusable what the API does not take away. */
  async #lastResort(began: readonly ProbeRole[], sender: Sender): Promise<void> {
    for (const { from, to } of this.backSteps(began)) {
      if (from === null || to !== null || from.state.status !== 'active') continue;
      const way = this.#ways.lastResort({ from, to });
      if (way !== null) await sendWrite(way.change, way.provider, this.#subject.root, sender);
    }
    await this.#look(sender);
  }

  /** `revoke support from margaret@acme.test in redox/environment/e1`. */
  #wordsOf({ from, to }: BackStep): string {
    const { target, label } = this.#subject;
    const where = `in ${target.scope.address}`;
    if (to === null) return `revoke ${from?.state.role ?? ''} from ${label} ${where}`;
    return `give ${to.state.role} to ${label} ${where}`;
  }

  async #look(sender: Sender): Promise<boolean> {
    const holding = await look(this.#subject, this.#ways.provider(), sender);
    if (holding !== null) this.#holding = holding.map(roleOf);
    return holding !== null;
  }

  async #until(expected: readonly ProbeRole[], sender: Sender): Promise<Seen> {
    const provider = this.#ways.provider();
    const seen = await untilHolding(expected.map(stateOf), this.#subject, provider, sender);
    if (seen.holding !== null) this.#holding = seen.holding.map(roleOf);
    return seen;
  }
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
