import type { IncomingHttpHeaders } from 'node:http';
import { refusal } from './answers.js';

export interface Team {
  /** Slug of the team that this one is nested in. */
  readonly parent?: string;
  readonly type?: 'organization' | 'enterprise';
  /** An identity provider decides who the members are. */
  readonly synchronized?: boolean;
  /** Logins by role; those of owners are shown as maintainers whatever is written here. */
  readonly members?: Record<string, 'member' | 'maintainer'>;
  /** Those who were invited to the organization, and will be members of the team. */
  readonly invited?: Record<string, 'member' | 'maintainer'>;
}

export interface Organization {
  readonly members: Record<string, 'admin' | 'member'>;
  /** Logins, or e-mails, by the invitation's role: `direct_member`, `admin`, `billing_manager` or another. */
  readonly invited?: Record<string, string>;
  readonly teams?: Record<string, Team>;
}

export interface GitHubOptions {
  readonly token: string;
  readonly organizations: Readonly<Record<string, Organization>>;
  /** Further accounts that exist. */
  readonly accounts?: readonly string[];
  /** GitHub Enterprise Server of years ago: rows of teams say neither the role nor whether it is inherited. */
  readonly older?: boolean;
  /** What its clock says, in milliseconds; the time of this machine if left out. */
  readonly now?: number;
  /** Answers in place of the real one; null for none. `nth` counts from 1. */
  readonly fault?: (request: string, nth: number) => Fault | null;
}

export interface Fault {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
}

export interface Answer {
  readonly status: number;
  readonly json?: object | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export const not = (status: number, message: string): Answer => ({ status, json: refusal(status, message) });
export const gone: Answer = { status: 204 };

/** The entry whose key is a login or slug in whatever case. */
export function own<Value>(from: Record<string, Value>, name: string): [string, Value] | null {
  return Object.entries(from).find(([key]) => key.toLowerCase() === name.toLowerCase()) ?? null;
}

export function drop(from: Record<string, unknown>, name: string): void {
  const found = own(from, name);
  if (found !== null) delete from[found[0]];
}
