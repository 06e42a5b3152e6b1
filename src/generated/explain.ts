// Generated from schemas/explain.schema.json by `npm run generate`; do not edit.
/**
 * What `explain --format json` prints: every role a person has, and why.
 */
export interface Explain {
  /**
   * Version of this format.
   */
  formatVersion: 1;
  /**
   * The principal asked for; null where the question was who holds a role.
   */
  principal: string | null;
  /**
   * With --live: what is live and asked for by no file.
   */
  unlisted?: {
    /**
     * Address of the scope.
     */
    scope: string;
    /**
     * What people know the principal by.
     */
    label: string;
    /**
     * Role.
     */
    role: string;
    /**
     * Status of the assignment.
     */
    status: 'active' | 'inactive';
  }[];
  /**
   * The roles.
   */
  roles: {
    /**
     * What the file calls the principal; only where the question was who holds a role.
     */
    label?: string;
    /**
     * With --live: whether the role is held.
     */
    live?: 'active' | 'inactive' | 'absent' | 'unknown';
    /**
     * Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.
     */
    scope: string;
    /**
     * Role.
     */
    role: string;
    /**
     * Status of the assignment; always active in Redox.
     */
    status: 'active' | 'inactive';
    /**
     * The team that the entry names; null where it names the person.
     */
    via: string | null;
    /**
     * Start of the entry's term, as a date or RFC 3339 time; null: it has none.
     */
    from: string | null;
    /**
     * End of the entry's term, as a date (its last day) or RFC 3339 time; null: it has none.
     */
    until: string | null;
    /**
     * The reason the entry gives.
     */
    reason: string | null;
    /**
     * Whether the entry counts now.
     */
    inForce: boolean;
    /**
     * The entry; null where no line of a file asks for it.
     */
    source: Source | null;
    /**
     * The commit that brought the entry; null where there is none.
     */
    commit: Commit | null;
  }[];
}
/**
 * A place in a file.
 */
export interface Source {
  /**
   * Path relative to the folder of rolecall.yaml, with /.
   */
  file: string;
  /**
   * Line, from 1.
   */
  line: number;
  /**
   * Column, from 1.
   */
  column: number;
}
/**
 * A git commit.
 */
export interface Commit {
  /**
   * Its hash.
   */
  sha: string;
  /**
   * Its author.
   */
  author: string;
  /**
   * When it was authored.
   */
  date: string;
  /**
   * First line of its message.
   */
  subject: string;
}
