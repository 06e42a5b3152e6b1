// Generated from schemas/access.schema.json by `npm run generate`; do not edit.
/**
 * One document: a scope, and who shall hold which role in it.
 */
export type Access = {
  /**
   * Redox organization id. Heads the document, or names the organization of the environment.
   */
  organization?: string;
  /**
   * Redox environment id. Needs organization, where its users are read.
   */
  environment?: string;
  /**
   * Aion account id. Heads the document, or names the account of the project.
   */
  account?: string;
  /**
   * Aion project id. Needs account.
   */
  project?: string;
  /**
   * A label for people; a warning is given where the live name differs.
   */
  name?: string;
  /**
   * What happens to assignments that are live and unlisted: false keeps and shows them, listed revokes them in the roles named here, true revokes them all. An organization must say true itself.
   */
  prune?: false | true | 'listed';
  /**
   * Role -> entries.
   */
  roles: {
    /**
     * Who shall hold the role.
     */
    [k: string]: Entry[];
  };
} & {
  [k: string]: unknown;
};
/**
 * A person, user, team or group, with or without a term.
 */
export type Entry =
  | string
  | {
      [k: string]: unknown;
    };
