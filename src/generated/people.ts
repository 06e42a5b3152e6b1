// Generated from schemas/people.schema.json by `npm run generate`; do not edit.
/**
 * People and teams, by the names the access files use.
 */
export interface People {
  /**
   * Key -> person.
   */
  people?: {
    [k: string]: Person;
  };
  /**
   * Name -> members.
   */
  teams?: {
    /**
     * The members: keys of people, e-mails, or team:NAME for all of another team.
     */
    [k: string]: string[];
  };
}
/**
 * A person, and who the person is in each system.
 */
export interface Person {
  /**
   * Full name.
   */
  name?: string;
  /**
   * Who the person is in Redox: an e-mail, user:ID (which survives a change of e-mail) or an id; or a map from organization id to these.
   */
  redox?:
    | string
    | {
        /**
         * An id, an e-mail or user:ID.
         */
        [k: string]: string;
      };
  /**
   * Who the person is in Aion: an id, user:ID or an e-mail; or a map from account id to these.
   */
  aion?:
    | string
    | {
        /**
         * An id, an e-mail or user:ID.
         */
        [k: string]: string;
      };
  /**
   * Login on GitHub: a warning is shown when the author of a pull request gains a role.
   */
  github?: string;
  /**
   * The last day (to its end, UTC) or the RFC 3339 time after which the person holds nothing.
   */
  leaves?: string;
}
