import type { HttpRequest } from '../../../http/request.js';
import type { ProviderSettings } from '../../../model/settings.js';
import type { ProbePreviewStep, ProbeStep, ShownRequest } from '../../../model/write-probe.js';
import type { ProbeRole } from './holding.js';
import type { ProbeRun } from './probe-run.js';

/** A write of a probe: which step it is, and what it gives and takes. */
export interface MeantStep {
  readonly step: ProbeStep;
  readonly from: ProbeRole | null;
  readonly to: ProbeRole | null;
}

/** The steps of a cycle over one role or two. */
export function cycleSteps([first, second]: readonly ProbeRole[]): readonly MeantStep[] {
  if (first === undefined) return [];
  const last = second ?? first;
  return [
    { step: 'grant', from: null, to: first },
    { step: 'grant-again', from: null, to: first },
    ...(second === undefined ? [] : [{ step: 'change', from: first, to: second } as const]),
    { step: 'revoke', from: last, to: null },
    { step: 'revoke-again', from: last, to: null },
  ];
}

/** Whether a step sends what is so already. */
export function isAgain(step: ProbeStep): boolean {
  return step === 'grant-again' || step === 'revoke-again';
}

/** What the steps send, and what they send in its place where the API refuses that. */
export function previewSteps(
  steps: readonly MeantStep[],
  run: ProbeRun,
  settings: ProviderSettings,
): readonly ProbePreviewStep[] {
  return steps.map(({ step, from, to }) => {
    const ways = run.ways
      .of(step, { from, to })
      .map(({ requests }) => requests.map((each) => shown(each, settings)));
    const [requests = [], ...otherwise] = ways;
    const action = from === null ? 'grant' : to === null ? 'revoke' : 'change';
    const states = { from: from?.state ?? null, to: to?.state ?? null };
    return { step, action, ...states, requests, otherwise: isAgain(step) ? [] : otherwise };
  });
}

function shown({ method, base, path, body }: HttpRequest, settings: ProviderSettings): ShownRequest {
  const url = (base === undefined ? undefined : settings.otherUrls[base]) ?? settings.url;
  return { method, url: `${url.replace(/\/+$/u, '')}${path}`, body };
}
