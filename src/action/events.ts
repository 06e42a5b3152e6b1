import { UsageError } from '../errors.js';
import type { ActionContext } from './port.js';

/** @throws UsageError for an event on which nothing vouches for what is checked out, unless no credentials are used */
export function requireVouchedEvent({ inputs, runner: { event } }: ActionContext): void {
  if (event.kind !== 'other' || inputs.command === 'validate') return;
  throw new UsageError(`${inputs.command} does not run on the event ${event.name}`, {
    hint: "What is checked out there may be anybody's. Use pull_request, merge_group, push, schedule or workflow_dispatch.",
  });
}
