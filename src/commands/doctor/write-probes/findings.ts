import { listed, quote } from '../../../model/label.js';
import { stateWords } from '../../../report/words.js';
import type { Finding, Probe } from '../../../providers/doctor.js';
import type { WriteProbing } from '../../../providers/write-probing.js';
import type { SettingValue } from '../../../model/check.js';
import type { ProbeStep } from '../../../model/write-probe.js';
import { isAgain } from './preview.js';
import type { Sent } from './send-write.js';
import type { ProbeRole } from './holding.js';
import type { Trial } from './trial.js';
import type { ProbeSubject } from './subject.js';

/** What writing found out about one thing. */
export interface WriteFinding {
  readonly probe: Pick<Probe, 'id' | 'option' | 'assumes' | 'isOfWrites'>;
  readonly finding: Finding;
}

export interface FoundBy {
  readonly writing: WriteProbing;
  readonly trials: readonly Trial[];
  /** The options that writes proved, by name. */
  readonly proved: ReadonlyMap<string, SettingValue>;
  /** The address of the scope, and its kind. */
  readonly scope: string;
  readonly kind: string;
}

/** What the trials settle, in the order in which they were made. What they do not tell is left out. */
export function findingsOf(found: FoundBy): readonly WriteFinding[] {
  return [
    ...writesFinding(found),
    ...optionFindings(found),
    ...factFindings(found),
    ...repeatedFinding(found, 'grant-again', {
      id: 'duplicate-grant',
      usual: 409,
      after: 'the role is held once',
    }),
    ...repeatedFinding(found, 'revoke-again', { id: 'missing-revoke', usual: 404, after: 'nothing is held' }),
    ...delayFinding(found),
  ];
}

/** Whether the credential may write, and whether a write does what it says. */
function writesFinding({ trials, scope }: FoundBy): readonly WriteFinding[] {
  const probe = { id: 'write-access', option: null, assumes: null };
  const about = { subject: scope };
  const done = trials.filter(({ verdict, step }) => verdict === 'proved' && !isAgain(step));
  const bad = lastTrials(trials).find(({ verdict, step }) => failsOn(verdict, step));
  if (bad !== undefined) {
    const why = bad.reason ?? 'reads did not show what was written';
    const evidence = `${wordsOf(bad.step)} did not work: ${why}`;
    const remedy = remedyOf(bad);
    return [{ probe, finding: { ...about, state: 'failed', evidence, remedy, blocks: 'apply' } }];
  }
  if (done.length === 0) return [];
  const steps = [...new Set(done.map(({ step }) => wordsOf(step)))];
  const evidence = `${listed(steps)} did what ${steps.length === 1 ? 'it says' : 'they say'}, as reads show`;
  return [{ probe, finding: { ...about, state: 'ok', evidence } }];
}

/** The last way in which each step was tried. */
function lastTrials(trials: readonly Trial[]): readonly Trial[] {
  return [...new Map(trials.map((trial) => [trial.step, trial])).values()];
}

/** A refusal of what is so already is an answer like any other. */
function failsOn(verdict: Trial['verdict'], step: ProbeStep): boolean {
  return verdict === 'other' || verdict === 'stopped' || (verdict === 'refused' && !isAgain(step));
}

function remedyOf({ sent, verdict }: Trial): string {
  const status = sent.at(-1)?.status ?? null;
  if (status === 401)
    return 'Check that the credential is complete, has not expired and belongs to this url.';
  if (status === 403) return 'Give the user of the credential the role that may assign roles here.';
  if (verdict === 'other') return 'Do not apply here: see in the audit log what was sent, and report it.';
  return 'See in the audit log what was sent, then run this again.';
}

function optionFindings({ writing, proved, trials }: FoundBy): readonly WriteFinding[] {
  return writing.settles.flatMap(({ id, name, values: [assumes], steps }): WriteFinding[] => {
    const value = proved.get(name);
    if (value === undefined) return [];
    const probe = { id, option: `options.${name}`, assumes, isOfWrites: true };
    const own = trials.filter(({ step }) => steps.includes(step));
    const accepted = own.find(({ verdict }) => verdict === 'proved');
    const before = own.slice(0, accepted === undefined ? 0 : own.indexOf(accepted));
    const refused = before.flatMap(({ sent }) => sent.filter(({ answer }) => answer !== 'accepted'));
    const first = refused.length === 0 ? '' : `${listed(refused.map(answered))}, then `;
    const evidence = `${first}${listed((accepted?.sent ?? []).map(answered))}, and a read shows it`;
    return [{ probe, finding: { state: 'settled', value, evidence } }];
  });
}

function factFindings({ writing, trials, kind, scope }: FoundBy): readonly WriteFinding[] {
  return writing.facts
    .filter((fact) => fact.kind === undefined || fact.kind === kind)
    .flatMap(({ id, steps, words }): WriteFinding[] => {
      const proof = trials.filter(({ step, verdict }) => steps.includes(step) && verdict === 'proved');
      if (!steps.every((step) => proof.some((trial) => trial.step === step))) return [];
      const evidence = `${words} was accepted: ${listed(proof.flatMap(({ sent }) => sent.map(answered)))}`;
      return [
        { probe: { id, option: null, assumes: null }, finding: { subject: scope, state: 'ok', evidence } },
      ];
    });
}

/**
 * How a write of what is so already was answered: that decides what the answer to a repeated request means. None where it
 * was not tried, or its answer was lost.
 */
function repeatedFinding(
  { trials, scope }: FoundBy,
  step: 'grant-again' | 'revoke-again',
  { id, usual, after }: { readonly id: string; readonly usual: number; readonly after: string },
): readonly WriteFinding[] {
  const trial = trials.find((each) => each.step === step);
  const last = trial?.sent.at(-1);
  if (trial === undefined || last === undefined || last.status === null) return [];
  if (trial.verdict !== 'proved' && trial.verdict !== 'refused') return [];
  const isUnusual = last.answer === 'refused' && last.status !== usual;
  const meaning = isUnusual ? ', which rolecall takes for a failure where a read does not tell' : '';
  const evidence = `${wordsOf(step)}: ${answered(last)}${meaning}, and ${after}`;
  const probe = { id, option: null, assumes: null };
  return [{ probe, finding: { subject: scope, state: 'settled', value: last.status, evidence } }];
}

/** How soon a read shows a write: the slowest of those that changed something. */
function delayFinding({ trials, scope }: FoundBy): readonly WriteFinding[] {
  const changing = trials.filter(
    ({ step, verdict }) =>
      verdict === 'proved' && (step === 'grant' || step === 'change' || step === 'revoke'),
  );
  const shown = changing.flatMap(({ shown: seen, step }) => (seen === null ? [] : [{ ...seen, step }]));
  const [slowest] = [...shown].sort((a, b) => b.ms - a.ms);
  if (slowest === undefined) return [];
  const reads = slowest.looks === 1 ? 'the first read' : `read ${slowest.looks}`;
  const evidence = `a write shows after ${slowest.ms} ms at most: ${wordsOf(slowest.step)} in ${reads}, of ${shown.length} writes`;
  const probe = { id: 'write-delay', option: null, assumes: null };
  return [{ probe, finding: { subject: scope, state: 'settled', value: slowest.ms, evidence } }];
}

/** How a probe ended: where it began, or what is left and the command that takes it back. */
export function endFinding({
  subject: { target, label },
  holding,
  isBack,
  resume,
  audit,
}: {
  readonly subject: ProbeSubject;
  readonly holding: readonly ProbeRole[];
  readonly isBack: boolean;
  readonly resume: string;
  readonly audit: string;
}): WriteFinding {
  const { address } = target.scope;
  const probe = { id: 'write-probe', option: null, assumes: null };
  const roles = holding.length === 0 ? 'no role' : listed(holding.map(({ state }) => stateWords(state)));
  if (isBack) {
    const evidence = `ended where it began: ${quote(label)} holds ${roles} there (audit log: ${audit})`;
    return { probe, finding: { subject: address, state: 'ok', evidence } };
  }
  const evidence = `did not end where it began: by the last read ${quote(label)} holds ${roles} there (audit log: ${audit})`;
  return {
    probe,
    finding: { subject: address, state: 'failed', evidence, remedy: `End it: ${resume}`, blocks: 'apply' },
  };
}

/** `POST was answered 201`. */
function answered({ request: { method }, status }: Sent): string {
  return status === null ? `${method} got no answer` : `${method} was answered ${status}`;
}

function wordsOf(step: ProbeStep): string {
  switch (step) {
    case 'noop':
      return 'sending the role that is held';
    case 'grant':
      return 'a grant';
    case 'grant-again':
      return 'a second grant';
    case 'change':
      return 'a change of role';
    case 'revoke':
      return 'a revoke';
    case 'revoke-again':
      return 'a second revoke';
  }
}
