import type { Check, CheckResult, CheckState } from '../model/check.js';
import { capital, count } from '../model/label.js';
import { groupBy } from '../model/ordering.js';
import type { EditedFile } from '../model/edit-result.js';
import { editText } from './edit.js';
import { visible } from './escape.js';
import { jsonText } from './json.js';
import { type Colours, colours, column, folded, type RenderOptions } from './terminal.js';

interface StateWords {
  readonly symbol: '✓' | '~' | '?' | '✗';
  readonly word: string;
  readonly colour: keyof Colours;
}

const STATES: Readonly<Record<CheckState, StateWords>> = {
  ok: { symbol: '✓', word: 'ok', colour: 'grant' },
  settled: { symbol: '✓', word: 'settled', colour: 'grant' },
  assumed: { symbol: '~', word: 'assumed', colour: 'change' },
  'needs-data': { symbol: '?', word: 'needs data', colour: 'blocked' },
  'needs-write-probe': { symbol: '?', word: 'needs a write probe', colour: 'blocked' },
  conflict: { symbol: '✗', word: 'conflict', colour: 'error' },
  failed: { symbol: '✗', word: 'failed', colour: 'error' },
};

/**
 * Renders what a doctor found as text: a line for each check under its layer, the diff of what was written, and one last
 * line.
 */
export function doctorText(result: CheckResult, written: EditedFile | null, options: RenderOptions): string {
  const paint = colours(options.color);
  const { checks } = result;
  const words = column(
    checks.map(({ state }) => STATES[state].word),
    undefined,
  );
  // Nothing is cut: variables, options and addresses are there to be copied.
  const subjects = column(
    checks.map((check) => visible(subjectOf(check))),
    undefined,
  );
  const blocks = [...groupBy(checks, ({ layer }) => layer)].map(([layer, ofLayer]) => {
    const lines = ofLayer.map((check) => {
      const { symbol, word, colour } = STATES[check.state];
      const state = paint[colour](`${symbol} ${words.padded(word)}`);
      return `  ${state}  ${subjects.padded(visible(subjectOf(check)))}  ${restOf(check)}`;
    });
    return [paint.heading(capital(layer)), ...lines].join('\n');
  });
  const diff = written === null ? [] : [editText({ files: [written] }, options).trimEnd()];
  return `${[folded(blocks.join('\n\n'), options.width), ...diff, readyText(result)].join('\n\n')}\n`;
}

/** Where several checks are about one provider or scope, each is told by its name. */
function subjectOf({ id, subject, option, layer }: Check): string {
  if (layer !== 'behaviour' && layer !== 'token') return subject;
  return option ?? `${subject} ${id}`;
}

function restOf({ value, evidence, remedy, state }: Check): string {
  const isText = typeof value === 'string' && value !== '';
  const shown = value === null || state === 'ok' ? null : isText ? value : JSON.stringify(value);
  const said = [shown, evidence].filter((text) => text !== null).join(': ');
  return visible([said, remedy === null ? '' : `${said.endsWith('.') ? ' ' : '. '}${remedy}`].join(''));
}

/** `Ready to plan: yes. Ready to apply: yes, 3 facts unproved.` */
function readyText({ ready, checks }: CheckResult): string {
  if (!ready.plan) return 'Ready to plan: no.';
  if (!ready.apply) return 'Ready to plan: yes. Ready to apply: no.';
  const unproved = checks.filter(({ state }) => ['~', '?'].includes(STATES[state].symbol)).length;
  return `Ready to plan: yes. Ready to apply: yes${unproved === 0 ? '' : `, ${count(unproved, 'fact')} unproved`}.`;
}

/** Renders what a doctor found as JSON (schemas/doctor.schema.json). */
export function doctorJson({ ready, checks }: CheckResult): string {
  return jsonText({ formatVersion: 1, ready, checks });
}

/** What to know beside what a doctor found. */
export function doctorNotes(unwritten: readonly string[], unkept: number): readonly string[] {
  const [one] = unwritten;
  const what =
    unwritten.length === 1 ? `${one} is settled and` : `${unwritten.length} options are settled and`;
  return [
    ...(one === undefined ? [] : [`${what} not in rolecall.yaml yet: rolecall doctor --write`]),
    ...(unkept === 0
      ? []
      : [
          `${count(unkept, 'fact')} that writes settled ${unkept === 1 ? 'has' : 'have'} no setting that keeps ${unkept === 1 ? 'it' : 'them'}: the next doctor shows ${unkept === 1 ? 'it' : 'them'} as unproved again`,
        ]),
  ];
}
