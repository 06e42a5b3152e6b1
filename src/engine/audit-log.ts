import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Action } from '../model/change.js';
import type { RoleState } from '../model/assignment.js';
import { RolecallError } from '../errors.js';

/** What came of one attempt: accepted, refused, sent again, or its response lost, so that only reading can tell. */
export type AuditOutcome = 'applied' | 'failed' | 'repeated' | 'lost';

/** One line of the audit log: `before` a request leaves, and `after` its response (or once reading told what came of it). */
export interface AuditLine {
  /** RFC 3339, UTC. */
  readonly time: string;
  readonly phase: 'before' | 'after';
  /** The same on all lines of one change. */
  readonly id: string;
  /** Counts the attempts at one change, from 1. */
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

/** Keeps audit lines. */
export interface AuditLog {
  /** Resolves when the line is on disk. @throws AuditLogFailure */
  append(line: AuditLine): Promise<void>;
  close(): Promise<void>;
}

/** A line could not be put on disk. Its message is the file system's own. */
export class AuditLogFailure extends Error {
  override readonly name = 'AuditLogFailure';

  constructor(cause: unknown) {
    super(reasonOf(cause), { cause });
  }
}

/** For runs without an audit log. */
export const noAuditLog: AuditLog = { append: () => Promise.resolve(), close: () => Promise.resolve() };

/**
 * Appends JSON lines to a file. Lines that come while the disk is busy are written together, so that concurrency does
 * not cost a sync each. A line that a killed run left unfinished stays alone on its line.
 * @throws RolecallError where the file cannot be opened
 */
export async function openAuditLog(path: string): Promise<AuditLog> {
  try {
    const torn = await endsWithinALine(path);
    const file = await open(path, 'a', 0o600);
    return new FileAuditLog(file, torn, (await file.stat()).isFile());
  } catch (cause) {
    throw new RolecallError(`the audit log ${JSON.stringify(path)} cannot be written: ${reasonOf(cause)}`, {
      hint: 'rolecall does not write without an audit line: name a file that it can append to.',
      cause,
    });
  }
}

/** Whether a file's last line has no end; not where there is no such file, or it cannot be read. */
async function endsWithinALine(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile() || found.size === 0) return false;
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return true;
  try {
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, found.size - 1);
    return buffer.toString('latin1') !== '\n';
  } finally {
    await file.close();
  }
}

class FileAuditLog implements AuditLog {
  #lines: string[] = [];
  #round: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(
    private readonly file: FileHandle,
    /** What was written last may have been a part of a line. */
    private torn: boolean,
    /** Pipes and devices know nothing of syncing. */
    private readonly syncs: boolean,
  ) {}

  append(line: AuditLine): Promise<void> {
    this.#lines.push(`${JSON.stringify({ formatVersion: 1, ...line })}\n`);
    this.#next ??= (this.#round ?? Promise.resolve()).catch(() => undefined).then(() => this.#flush());
    return this.#next;
  }

  /** Waits for what is being written. Whoever appended a line was told of its failure, so nobody is here again. */
  async close(): Promise<void> {
    await Promise.allSettled([this.#next, this.#round]);
    await this.file.close();
  }

  #flush(): Promise<void> {
    const text = this.#lines.join('');
    this.#lines = [];
    this.#next = null;
    this.#round = this.#write(text);
    return this.#round;
  }

  async #write(text: string): Promise<void> {
    const lines = this.torn ? `\n${text}` : text;
    this.torn = true;
    try {
      await this.file.appendFile(lines);
      this.torn = false;
      if (this.syncs) await this.file.datasync();
    } catch (cause) {
      throw new AuditLogFailure(cause);
    }
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
