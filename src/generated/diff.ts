// Generated from schemas/diff.schema.json by `npm run generate`; do not edit.
/**
 * What `diff --format json` prints: the desired states of two revisions compared, offline.
 */
export interface Diff {
  /**
   * Version of this format.
   */
  formatVersion: 1;
  /**
   * The older revision.
   */
  base: string;
  /**
   * The newer revision; null for the working tree.
   */
  head: string | null;
  /**
   * Counts.
   */
  summary: {
    /**
     * Grants.
     */
    grant: number;
    /**
     * Changes of a role or status.
     */
    change: number;
    /**
     * Revokes.
     */
    revoke: number;
    /**
     * What was taken out of the files and is not revoked.
     */
    kept: number;
  };
  /**
   * The differences.
   */
  changes: {
    /**
     * What is done.
     */
    action: 'grant' | 'change' | 'revoke';
    /**
     * Address of the scope: redox/organization/ID, redox/environment/ID, aion/account/ID or aion/project/ACCOUNT/PROJECT; ids are percent-encoded.
     */
    scope: string;
    /**
     * What the files call the principal.
     */
    label: string;
    /**
     * What is held before; null for a grant.
     */
    from: State | null;
    /**
     * What is held after; null for a revoke.
     */
    to: State | null;
    /**
     * The entry that asks for it; null where no line of a file does.
     */
    source: Source | null;
    /**
     * Present where a role is taken out of the files and stays: that is no revoke.
     */
    kept?: true;
    /**
     * With kept: why it stays, and what would revoke it.
     */
    reason?: string;
  }[];
}
/**
 * A role and its status.
 */
export interface State {
  /**
   * Role, in the API's spelling where one was seen, else as written.
   */
  role: string;
  /**
   * Status of the assignment; always active in Redox.
   */
  status: 'active' | 'inactive';
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
