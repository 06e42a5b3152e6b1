import type { Fault, Organization } from '../world.js';

/** A case of peribolos: what the files say, what is live, and what rolecall does. */
export interface Case {
  readonly name: string;
  /** Files, by what they are about. */
  readonly organization?: { readonly admin?: readonly string[]; readonly member?: readonly string[] };
  readonly team?: { readonly maintainer?: readonly string[]; readonly member?: readonly string[] };
  /** The document of the team stands twice. */
  readonly twice?: boolean;
  readonly live: Organization;
  readonly self?: string;
  /** Lines of rolecall.yaml. */
  readonly guards?: string;
  readonly fault?: (request: string) => Fault | null;
  /** The exit codes of one apply after another, with what each writes. */
  readonly applies: readonly (readonly [code: number, ...written: readonly string[]])[];
  /** Words of the first apply. */
  readonly says?: string;
  readonly differs?: string;
}

export const put = (login: string, role: string) => `PUT /orgs/acme/memberships/${login} {"role":"${role}"}`;
export const remove = (login: string) => `DELETE /orgs/acme/memberships/${login}`;
export const putInTeam = (login: string, role: string) =>
  `PUT /orgs/acme/teams/core/memberships/${login} {"role":"${role}"}`;
export const removeFromTeam = (login: string) => `DELETE /orgs/acme/teams/core/memberships/${login}`;
export const failing =
  (method: string, login: string) =>
  (request: string): Fault | null =>
    request.startsWith(method) && request.includes(`/memberships/${login}`)
      ? { status: 422, message: 'injected' }
      : null;
export const manyRevokes = 'guards: { maxRevokes: { count: 50, percent: 100 } }';
