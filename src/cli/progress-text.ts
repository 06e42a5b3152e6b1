import type { EngineEvent } from '../engine/events.js';
import { count, rolesWords, SIGNS } from '../report/words.js';

/** How far a phase of a run is. */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/** How far an event says the run is; null where it says nothing of it. */
export function progressOf(event: EngineEvent): Progress | null {
  switch (event.kind) {
    case 'read-started':
      return { phase: 'Reading', done: 0, total: event.roots };
    case 'root-read':
      return { phase: 'Reading', done: event.done, total: event.roots };
    case 'apply-started':
      return { phase: 'Writing', done: 0, total: event.writes };
    case 'change-done':
      return { phase: 'Writing', done: event.done, total: event.total };
    case 'verifying':
      return { phase: 'Verifying', done: 0, total: event.scopes };
    case 'plan-started':
    case 'plan-ended':
    case 'request':
    case 'note':
      return null;
  }
}

/** An event as a line of a log; null where it is not worth one. Foreign text, not escaped. */
export function eventLine(event: EngineEvent): string | null {
  switch (event.kind) {
    case 'read-started':
      return event.roots === 0 ? null : `Reading ${count(event.scopes, 'scope')} of ${sources(event.roots)}.`;
    case 'root-read':
      return null;
    case 'apply-started':
      return event.writes === 0 ? null : `Writing ${count(event.writes, 'change')}.`;
    case 'change-done': {
      const { result, done, total } = event;
      const what = `${SIGNS[result.action]} ${result.label} ${rolesWords(result)} in ${result.scope}`;
      return `[${done}/${total}] ${what}: ${result.status}${result.reason === null ? '' : `: ${result.reason}`}`;
    }
    case 'verifying':
      return `Reading ${count(event.scopes, 'scope')} again${event.attempt > 1 ? ` (attempt ${event.attempt})` : ''}.`;
    case 'request': {
      const again = event.attempt > 1 ? ` (attempt ${event.attempt})` : '';
      return `${event.provider} ${event.method} ${event.path} ${event.status ?? 'no answer'} ${Math.round(event.ms)} ms${again}`;
    }
    case 'note':
      return event.message;
    case 'plan-started':
    case 'plan-ended':
      return null;
  }
}

const BAR_WIDTH = 24;

/** `Writing [######------] 12/48, 4 s left`. The time left stands once some of it is known. */
export function progressBar({ phase, done, total }: Progress, elapsedMs: number): string {
  const part = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(part * BAR_WIDTH);
  const bar = `${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}`;
  const left =
    done > 0 && done < total && elapsedMs >= 500 ? `, ${timeLeft((elapsedMs / done) * (total - done))}` : '';
  return `${phase} [${bar}] ${done}/${total}${left}`;
}

function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`;
}

function sources(roots: number): string {
  return count(roots, 'organization or account', 'organizations and accounts');
}
