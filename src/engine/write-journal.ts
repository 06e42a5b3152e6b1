import { formatInstant } from '../model/instant.js';
import type { Change } from '../model/change.js';
import type { HttpRequest, SendJournal } from '../http/request.js';
import type { Runtime } from '../runtime.js';
import { type AuditLine, type AuditLog, type AuditOutcome, noAuditLog } from './audit-log.js';

/** The audit lines of one change. A line that cannot be written stops the request that it announces. */
export class WriteJournal {
  #id: string | null = null;
  #attempt = 0;
  #path = '';
  #response: { readonly status: number | null; readonly requestId: string | null } | null = null;

  constructor(
    private readonly log: AuditLog,
    private readonly runtime: Runtime,
    private readonly change: Change,
  ) {}

  /** What the HTTP client tells of each attempt at a request. */
  of(request: HttpRequest): SendJournal {
    return {
      before: async (path) => {
        if (this.#response !== null) await this.end(request, 'repeated');
        this.#attempt += 1;
        this.#path = path;
        await this.#append(request, 'before', null, null, null);
      },
      after: (status, requestId) => {
        this.#response = { status, requestId };
      },
    };
  }

  /** Closes the last attempt with its outcome; where it is closed already, tells what reading showed. */
  async end(request: HttpRequest, outcome: AuditOutcome): Promise<void> {
    if (this.#attempt === 0) return;
    const { status, requestId } = this.#response ?? { status: null, requestId: null };
    this.#response = null;
    await this.#append(request, 'after', status, requestId, outcome);
  }

  #append(
    { method }: HttpRequest,
    phase: AuditLine['phase'],
    httpStatus: number | null,
    requestId: string | null,
    outcome: AuditOutcome | null,
  ): Promise<void> {
    if (this.log === noAuditLog) return Promise.resolve();
    const { scope, principal, action, from, to } = this.change;
    const time = formatInstant(this.runtime.now());
    this.#id ??= this.runtime.uuid();
    const view = { id: this.#id, attempt: this.#attempt, scope, principal, action, from, to };
    const sent = { method, path: this.#path };
    return this.log.append({ time, phase, ...view, ...sent, httpStatus, outcome, requestId });
  }
}
