import type { EventSink } from '../engine/events.js';
import type { Plan } from '../model/plan.js';

/** Tells what could not be read, each cause once, where the plan that says so is not shown. */
export function noteIncompleteReads({ warnings }: Plan, events: EventSink): void {
  for (const { code, message } of warnings) {
    if (code === 'incomplete-read') events({ kind: 'note', message });
  }
}
