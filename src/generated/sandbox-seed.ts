// Generated from schemas/sandbox-seed.schema.json by `npm run generate`; do not edit.
/**
 * The environment variable that the value is announced under.
 */
export type Variable = string;
/**
 * The secret itself; a new one is made at each start if it is left out.
 */
export type Secret = string;
/**
 * An id; quoted, even where it is a number.
 */
export type Id = string;
export type Assignment = {
  /**
   * An id; quoted, even where it is a number.
   */
  user?: string;
  /**
   * An id; quoted, even where it is a number.
   */
  group?: string;
  /**
   * An id; quoted, even where it is a number.
   */
  role: string;
  /**
   * An id; quoted, even where it is a number.
   */
  project?: string;
  /**
   * ACTIVE if left out.
   */
  status?: 'ACTIVE' | 'INACTIVE';
} & Assignment1;
export type Assignment1 = {
  [k: string]: unknown;
};

/**
 * What the two APIs of `rolecall sandbox` hold when it starts (--seed FILE).
 */
export interface SandboxSeed {
  /**
   * The address of this schema, for editors.
   */
  $schema?: string;
  redox?: Redox;
  aion?: Aion;
}
/**
 * The Redox half; without it there is no organization.
 */
export interface Redox {
  roles?: RedoxRoles;
  /**
   * User-level API keys; the first is announced as REDOX_CLIENT_ID, REDOX_KEY_ID and REDOX_PRIVATE_KEY, the second with _2 behind each name, and so on.
   */
  clients?: RedoxClient[];
  /**
   * Ready access tokens that never run out.
   */
  tokens?: RedoxToken[];
  /**
   * The organizations.
   */
  organizations: Organization[];
}
/**
 * The predefined roles; the sandbox has its own.
 */
export interface RedoxRoles {
  /**
   * The roles of organizations; owner must be among them.
   */
  organization: RedoxRole[];
  /**
   * The roles of environments.
   */
  environment: RedoxRole[];
}
export interface RedoxRole {
  /**
   * The role's id, a UUID.
   */
  id: string;
  /**
   * The role's name as the API spells it.
   */
  name: string;
}
export interface RedoxClient {
  /**
   * The client id.
   */
  id: string;
  /**
   * The key's id, the `kid` of assertions.
   */
  keyId: string;
  /**
   * The id of the user whose key it is; without one it may do everything.
   */
  actsAs?: string;
  /**
   * A private RSA key as JWK; a new one is made at each start if it is left out.
   */
  privateKey?: {
    /**
     * The kind of key.
     */
    kty: 'RSA';
    [k: string]: unknown;
  };
}
export interface RedoxToken {
  variable: Variable;
  token?: Secret;
  /**
   * The id of the user whose token it is; without one it may do everything.
   */
  actsAs?: string;
  /**
   * The organizations it reaches; all if left out.
   */
  organizations?: Id[];
}
export interface Organization {
  /**
   * An id; quoted, even where it is a number.
   */
  id: string;
  /**
   * The organization's name.
   */
  name: string;
  /**
   * The users of the organization, each with one role.
   */
  members: Member[];
  /**
   * The environments of the organization.
   */
  environments: Environment[];
}
export interface Member {
  /**
   * An id; quoted, even where it is a number.
   */
  id: string;
  /**
   * An id; quoted, even where it is a number.
   */
  name: string;
  /**
   * An id; quoted, even where it is a number.
   */
  email: string;
  /**
   * An id; quoted, even where it is a number.
   */
  role: string;
  /**
   * When the user last logged in, ISO 8601; never if left out.
   */
  lastLogin?: string;
  /**
   * Whether the user has two-factor authentication; false if left out.
   */
  verified2fa?: boolean;
}
export interface Environment {
  /**
   * An id; quoted, even where it is a number.
   */
  id: string;
  /**
   * The environment's name.
   */
  name: string;
  /**
   * The kind of environment.
   */
  flag: 'Production' | 'Staging' | 'Development';
  /**
   * Role name -> the e-mails or ids of the members who hold it; nobody holds two.
   */
  roles: {
    [k: string]: Id[];
  };
}
/**
 * The Aion half; without it there is no account.
 */
export interface Aion {
  /**
   * Bearer tokens, and keys sent in a header of their own.
   */
  tokens?: AionToken[];
  /**
   * OAuth 2.0 clients of the client-credentials grant; the first is announced as AION_CLIENT_ID and AION_CLIENT_SECRET, the second with _2 behind each name, and so on.
   */
  clients?: AionClient[];
  /**
   * The accounts.
   */
  accounts: Account[];
}
export interface AionToken {
  variable: Variable;
  token?: Secret;
  /**
   * The header that carries it, such as X-API-Key; `Authorization: Bearer` if left out.
   */
  header?: string;
  /**
   * The accounts it reaches; all if left out.
   */
  accounts?: Id[];
}
export interface AionClient {
  /**
   * An id; quoted, even where it is a number.
   */
  id: string;
  /**
   * The client secret; a new one is made at each start if it is left out.
   */
  secret?: string;
  /**
   * The audience that token requests must name; none if left out.
   */
  audience?: string;
  /**
   * The accounts its tokens reach; all if left out.
   */
  accounts?: Id[];
}
export interface Account {
  /**
   * An id; quoted, even where it is a number.
   */
  id: string;
  /**
   * The ids of its projects.
   */
  projects: Id[];
  /**
   * The users it lists.
   */
  users: AionUser[];
  /**
   * Its IAM groups.
   */
  groups: Group[];
  /**
   * Its roles besides account_admin, team_member, project_admin and project_reader.
   */
  customRoles: CustomRole[];
  /**
   * Who holds which role.
   */
  assignments: Assignment[];
}
export interface AionUser {
  /**
   * An id; quoted, even where it is a number.
   */
  id: string;
  /**
   * The user's e-mail.
   */
  email: string;
  /**
   * The user's name.
   */
  name: string;
  /**
   * The user's status; ACTIVE if left out.
   */
  status?: 'ACTIVE' | 'INACTIVE' | 'INVITED';
}
export interface Group {
  /**
   * An id; quoted, even where it is a number.
   */
  id: string;
  /**
   * The ids of its users.
   */
  members: Id[];
}
export interface CustomRole {
  /**
   * The role's id.
   */
  id: string;
  /**
   * The role's name.
   */
  name: string;
  /**
   * Where it is assigned; RESOURCE roles cannot be assigned through the API.
   */
  scope: 'ACCOUNT' | 'PROJECT' | 'RESOURCE';
  /**
   * ACTIVE if left out.
   */
  status?: 'ACTIVE' | 'INACTIVE';
  /**
   * An id; quoted, even where it is a number.
   */
  project?: string;
  /**
   * What the role is for.
   */
  description?: string;
}
