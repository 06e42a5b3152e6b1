import { rolesWords, SIGNS } from './words.js';
import { visible } from './escape.js';
import { colours, folded, type RenderOptions } from './terminal.js';
import type { ProbePreview, ProbePreviewStep, ProbeStep, ShownRequest } from '../model/write-probe.js';

const WORDS: Readonly<Record<ProbeStep, string>> = {
  noop: 'what is held',
  grant: '',
  'grant-again': 'once more',
  change: '',
  revoke: '',
  'revoke-again': 'once more',
};

/** Renders everything that a write probe will send as text. */
export function writeProbeText(preview: ProbePreview, { color, width }: RenderOptions): string {
  const paint = colours(color);
  const { mode, finishes, scope, name, principal, label, steps, notes } = preview;
  const what = finishes ? 'Taking back what an earlier run gave' : `Writing to find out (${mode})`;
  const who = label === principal ? label : `${label} (${principal})`;
  const place = name === null ? scope : `${name} (${scope})`;
  const lines = [
    paint.heading(visible(`${what}: ${who} in ${place}`)),
    ...steps.flatMap((step) => stepLines(step, paint)),
    ...notes.map((note) => `  ${visible(note)}`),
  ];
  return folded(`${lines.join('\n')}\n`, width);
}

/** `Send these 5 writes?` */
export function writeProbeQuestion({ steps }: ProbePreview): string {
  return steps.length === 1 ? 'Send this write?' : `Send these ${steps.length} writes?`;
}

function stepLines(
  { step, action, from, to, requests, otherwise }: ProbePreviewStep,
  paint: ReturnType<typeof colours>,
): readonly string[] {
  const roles = step === 'noop' ? rolesWords({ from: null, to }) : rolesWords({ from, to });
  const words = [roles, WORDS[step]].filter((text) => text !== '').join(', ');
  return [
    `  ${paint[action](SIGNS[action])} ${visible(words)}`,
    ...requests.map((request) => `      ${requestWords(request)}`),
    ...otherwise.flatMap((instead) => [
      '      where the API refuses that:',
      ...instead.map((request) => `        ${requestWords(request)}`),
    ]),
  ];
}

function requestWords({ method, url, body }: ShownRequest): string {
  return visible(`${method} ${url}${body === undefined ? '' : ` ${JSON.stringify(body)}`}`);
}
