// Generated from schemas/report.schema.json by `npm run generate`; do not edit.
/**
 * What `report --format json` prints: who holds what, and what to look at.
 */
export interface Report {
  /**
   * Version of this format.
   */
  formatVersion: 1;
  /**
   * When the review was taken, or --now.
   */
  now: string;
  /**
   * What the review rests on.
   */
  evidence: {
    /**
     * Digest of the changes that would bring live to what the files ask for.
     */
    digest: string;
    /**
     * The commit that is checked out.
     */
    commit: string | null;
    /**
     * Whether the files differ from that commit.
     */
    uncommitted: boolean;
    /**
     * Of rolecall.
     */
    version: string;
    /**
     * Days without a login after which access is called stale.
     */
    inactiveDays: number;
    /**
     * The globs of --scope.
     */
    narrowing: string[];
    /**
     * What the systems cannot list, so that it may be missing here.
     */
    notListed: string[];
  };
  /**
   * Counts.
   */
  summary: {
    /**
     * People, groups left out.
     */
    people: number;
    /**
     * Scopes.
     */
    scopes: number;
    /**
     * Live assignments.
     */
    roles: number;
    /**
     * Live assignments of high risk.
     */
    highRisk: number;
    /**
     * Live assignments that no file asks for.
     */
    unlisted: number;
    /**
     * Roles that differ from the files.
     */
    drift: number;
    /**
     * Roles that end within 14 days.
     */
    endingSoon: number;
    /**
     * People without a login for long.
     */
    stale: number;
    /**
     * People whose second factor is not verified.
     */
    withoutTwoFactor: number;
    /**
     * Findings.
     */
    findings: number;
  };
  /**
   * The scopes.
   */
  scopes: {
    /**
     * Its address.
     */
    scope: string;
    /**
     * Its name.
     */
    name: string | null;
    /**
     * Address of its organization or account.
     */
    root: string;
    /**
     * Whether everything could be read.
     */
    complete: boolean;
  }[];
  /**
   * The people and groups.
   */
  people: {
    /**
     * user or group.
     */
    kind: 'user' | 'group';
    /**
     * E-mail, else name, else id.
     */
    label: string;
    /**
     * Name.
     */
    name: string | null;
    /**
     * Key of people.yaml.
     */
    person: string | null;
    /**
     * Who it is in each organization and account.
     */
    principals: string[];
    /**
     * The latest login that an API tells.
     */
    lastLogin: string | null;
    /**
     * Whether the second factor is verified; null where no API says.
     */
    twoFactor: boolean | null;
    /**
     * No login for as long as the review calls inactive.
     */
    stale: boolean;
    /**
     * The day the person leaves.
     */
    leaves: string | null;
    /**
     * The roles.
     */
    roles: {
      /**
       * Address of the scope.
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
       * high for a role that the settings call so, while it is active.
       */
      risk: 'high' | 'normal';
      /**
       * listed: the files ask for it; unlisted: no file does; drift: the files ask for something else; missing: the files ask for it and it is not held; system: the API gives it by itself.
       */
      standing: 'listed' | 'unlisted' | 'drift' | 'missing' | 'system';
      /**
       * The team that the entry names; null where it names the person.
       */
      via: string | null;
      /**
       * Start of the entry's term, as a date or RFC 3339 time.
       */
      from: string | null;
      /**
       * Its last day, or RFC 3339 time: of the entry's term, or when the person leaves.
       */
      until: string | null;
      /**
       * Whether that is within 14 days.
       */
      endsSoon: boolean;
      /**
       * The reason the entry gives.
       */
      reason: string | null;
      /**
       * The entry; null where no line of a file asks for it.
       */
      source: Source | null;
    }[];
  }[];
  /**
   * What to look at: of policies, guards, the files and the reading.
   */
  findings: {
    /**
     * error or warning.
     */
    severity: 'error' | 'warning';
    /**
     * What kind of finding.
     */
    code: string;
    /**
     * For people.
     */
    message: string;
    /**
     * Where, if a line is the cause.
     */
    source: Source | null;
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
