/**
 * The sandbox's seed: what both APIs hold when the server starts. The same shape is what `state()` and
 * `GET /_sandbox/state` give back, without the credentials. JSON Schema: schemas/sandbox-seed.schema.json.
 */
export interface SandboxSeed {
  readonly redox?: RedoxSeed;
  readonly aion?: AionSeed;
}

/** The Redox half of a seed. */
export interface RedoxSeed {
  readonly roles?: RedoxRolesSeed;
  readonly clients?: readonly RedoxClientSeed[];
  readonly tokens?: readonly RedoxTokenSeed[];
  readonly organizations: readonly OrganizationSeed[];
}

/** The predefined roles; owner, admin and member are always among those of an organization (R9). */
export interface RedoxRolesSeed {
  readonly organization: readonly RedoxRoleSeed[];
  readonly environment: readonly RedoxRoleSeed[];
}

export interface RedoxRoleSeed {
  readonly id: string;
  readonly name: string;
}

/** A user-level API key (R15): its requests act as that user; without `actsAs` they may do everything. */
export interface RedoxClientSeed {
  readonly id: string;
  readonly keyId: string;
  readonly actsAs?: string;
  /** A private RSA key as JWK; made afresh at each start if left out. */
  readonly privateKey?: Readonly<Record<string, unknown>>;
}

/** A ready access token that never runs out; `variable` is the environment variable it is announced under. */
interface RedoxTokenSeed {
  readonly variable: string;
  readonly token?: string;
  readonly actsAs?: string;
  readonly organizations?: readonly string[];
}

export interface OrganizationSeed {
  readonly id: string;
  readonly name: string;
  readonly members: readonly MemberSeed[];
  readonly environments: readonly EnvironmentSeed[];
}

export interface MemberSeed {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly lastLogin?: string;
  readonly verified2fa?: boolean;
}

interface EnvironmentSeed {
  readonly id: string;
  readonly name: string;
  readonly flag: EnvironmentFlag;
  /** Role name -> the e-mails (or ids) of the members who hold it. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

export type EnvironmentFlag = 'Production' | 'Staging' | 'Development';

/** The Aion half of a seed. */
export interface AionSeed {
  readonly tokens?: readonly AionTokenSeed[];
  readonly clients?: readonly AionClientSeed[];
  readonly accounts: readonly AccountSeed[];
}

/** A ready credential: a bearer token, or a key sent in the header named by `header`. */
export interface AionTokenSeed {
  readonly variable: string;
  readonly token?: string;
  readonly header?: string;
  readonly accounts?: readonly string[];
}

/** An OAuth 2.0 client of the client-credentials grant (RFC 6749 section 4.4). */
interface AionClientSeed {
  readonly id: string;
  readonly secret?: string;
  readonly audience?: string;
  readonly accounts?: readonly string[];
}

export interface AccountSeed {
  readonly id: string;
  readonly projects: readonly string[];
  readonly users: readonly AionUserSeed[];
  readonly groups: readonly GroupSeed[];
  /** The account's own roles; account_admin, project_admin, project_reader and team_member are always there. */
  readonly customRoles: readonly CustomRoleSeed[];
  readonly assignments: readonly AssignmentSeed[];
}

export interface AionUserSeed {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly status?: 'ACTIVE' | 'INACTIVE' | 'INVITED';
}

interface GroupSeed {
  readonly id: string;
  readonly members: readonly string[];
}

export interface CustomRoleSeed {
  readonly id: string;
  readonly name: string;
  readonly scope: RoleScope;
  readonly status?: AssignmentStatus;
  readonly project?: string;
  readonly description?: string;
}

export type RoleScope = 'ACCOUNT' | 'PROJECT' | 'RESOURCE';
export type AssignmentStatus = 'ACTIVE' | 'INACTIVE';

/** One assignment: of a `user` or of a `group`, never both; `project` for roles of PROJECT scope. */
export interface AssignmentSeed {
  readonly user?: string;
  readonly group?: string;
  readonly role: string;
  readonly project?: string;
  readonly status?: AssignmentStatus;
}
