import { type FileHandle, open } from 'node:fs/promises';
import type { Action } from '../model/change.js';
import type { RoleState } from '../model/assignment.js';
import { RolecallError } from '../errors.js';

/** What came of one sending: accepted, refused, sent again, or its answer lost and yet to be settled by reading. */
export type AuditOutcome = 'applied' | 'failed' | 'repeated' | 'lost';

/** One line of the audit log: `before` a request leaves, and `after` its answer (or what reading it back told). */
export interface AuditLine {
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly phase: 'before' | 'after';
  /** The same on all lines of one change. */
  readonly id: string;
  /** Counts the sendings of one change, from 1. */
  readonly attempt: number;
  readonly scope: string;
  readonly principal: string;
  readonly action: Action;
  readonly from: RoleState | null;
  readonly to: RoleState | null;
  readonly method: string;
  readonly path: string;
  readonly httpStatus: number | null;
  readonly outcome: AuditOutcome | null;
  readonly requestId: string | null;
}

/** Keeps audit lines. `append` resolves when the line is on disk. */
export interface AuditLog {
  append(line: AuditLine): Promise<void>;
  close(): Promise<void>;
}

/** For runs without an audit log. */
export const noAuditLog: AuditLog = { append: () => Promise.resolve(), close: () => Promise.resolve() };

/**
 * Appends JSON lines to a file. Lines that come while the disk is busy are written together, so that concurrency does
 * not cost a sync each.
 * @throws RolecallError where the file cannot be opened
 */
export async function openAuditLog(path: string): Promise<AuditLog> {
  try {
    return new FileAuditLog(await open(path, 'a', 0o600));
  } catch (cause) {
    throw new RolecallError(`the audit log ${JSON.stringify(path)} cannot be written: ${reasonOf(cause)}`, {
      hint: 'Nothing is written without its audit line: name a file that can be appended to.',
      cause,
    });
  }
}

class FileAuditLog implements AuditLog {
  readonly #file: FileHandle;
  #lines: string[] = [];
  #round: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  append(line: AuditLine): Promise<void> {
    this.#lines.push(`${JSON.stringify({ formatVersion: 1, ...line })}\n`);
    this.#next ??= (this.#round ?? Promise.resolve()).catch(() => undefined).then(() => this.#flush());
    return this.#next;
  }

  async close(): Promise<void> {
    try {
      await this.#next;
      await this.#round;
    } finally {
      await this.#file.close();
    }
  }

  #flush(): Promise<void> {
    const text = this.#lines.join('');
    this.#lines = [];
    this.#next = null;
    this.#round = this.#write(text);
    return this.#round;
  }

  async #write(text: string): Promise<void> {
    await this.#file.appendFile(text);
    await this.#file.datasync();
  }
}

/** A file system's error in words. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
