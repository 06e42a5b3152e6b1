// Generated from schemas/settings.schema.json by `npm run generate`; do not edit.
/**
 * How requests to Redox are authorized.
 */
export type RedoxAuth = PrivateKeyJwt | Bearer | ClientCredentials | Header;
/**
 * The credential's own user, as e-mail or user:ID: protected, and its writes come last.
 */
export type Self = string;
/**
 * How many requests may be in flight.
 */
export type Concurrency = number;
/**
 * An id, quoted: a string that is neither empty nor "." nor "..".
 */
export type Id = string;
/**
 * How requests to Aion are authorized.
 */
export type AionAuth = Bearer | ClientCredentials | Header;
/**
 * A glob over addresses of scopes: * is one segment, ** any number.
 */
export type ScopeGlob = string;
/**
 * Whether a finding stops the run (error) or is only shown (warning).
 */
export type Level = 'error' | 'warning';
/**
 * A glob over role names: * is any text. Case does not matter.
 */
export type RoleGlob = string;

/**
 * Settings of rolecall: where the files are, how the APIs are reached, and what a plan must never do.
 */
export interface Settings {
  /**
   * The version of this format. 1 is the only one.
   */
  version?: 1;
  /**
   * The access files: globs relative to this file. They cannot leave its folder.
   *
   * @minItems 1
   * @maxItems 200
   */
  access?: [string, ...string[]];
  /**
   * The directory of people and teams, relative to this file.
   */
  people?: string;
  /**
   * What happens to assignments that are live and unlisted in environments, accounts and projects whose document does not say: false keeps and shows them, listed revokes them in the roles the document names, true revokes them all. Organizations never inherit it.
   */
  prune?: false | true | 'listed';
  /**
   * The systems that hold role assignments. One that no file uses needs no settings.
   */
  providers?: {
    redox?: Redox;
    aion?: Aion;
  };
  /**
   * Checks that may refuse a plan.
   */
  guards?: {
    /**
     * Refuses a plan that takes away more than the larger of both limits in one scope.
     */
    maxRevokes?: {
      /**
       * This many revokes are in order whatever the size of the scope.
       */
      count?: number;
      /**
       * This share of the live assignments of the scope, in percent.
       */
      percent?: number;
    };
    /**
     * Refuses a plan that leaves a role with too few users, besides the built-in owner of an organization and account_admin of an account.
     */
    minHolders?: {
      scope: ScopeGlob;
      /**
       * The role, by its name; no glob. Redox role names match without regard to case.
       */
      role: string;
      /**
       * The number of distinct users that must hold it directly.
       */
      min: number;
    }[];
    /**
     * Principals whose assignments are never changed or revoked.
     */
    protect?: {
      scope: ScopeGlob;
      /**
       * The principal: user:ID, group:ID, an e-mail or a key of people.yaml.
       */
      principal: string;
    }[];
  };
  /**
   * Rules about who may hold what, checked without the network but for require2fa.
   */
  policies?: {
    /**
     * Roles that no one person may hold together.
     */
    separation?: {
      /**
       * What the policy is called in findings.
       */
      name: string;
      /**
       * The roles of which a person may hold one. Case does not matter.
       *
       * @minItems 2
       */
      roles: [string, string, ...string[]];
      /**
       * Where the roles must not meet: in one scope, in an organization with its environments, in an account with its projects, or everywhere.
       */
      within: 'scope' | 'organization' | 'account' | 'everywhere';
      level?: Level;
    }[];
    /**
     * Roles that are given for a limited time only.
     */
    maxTerm?: {
      scope: ScopeGlob;
      role: RoleGlob;
      /**
       * The entry must carry until, at most this many days after the later of now and its from.
       */
      days: number;
      level?: Level;
    }[];
    /**
     * Roles whose holders must have a second factor.
     */
    require2fa?: {
      scope: ScopeGlob;
      /**
       * The roles, as globs. Case does not matter.
       *
       * @minItems 1
       */
      roles: [RoleGlob, ...RoleGlob[]];
      level?: Level;
    }[];
  };
  /**
   * What plans and comments show first.
   */
  risk?: {
    /**
     * Globs of high-risk roles: what gives or takes one is of high risk, and so is an unlisted holder.
     */
    high?: RoleGlob[];
  };
}
/**
 * Redox: organizations and their environments.
 */
export interface Redox {
  /**
   * Base URL of the Platform API: https, or a loopback host.
   */
  url?: string;
  auth?: RedoxAuth;
  /**
   * Other credentials, by organization id.
   */
  organizations?: {
    /**
     * What is different for one organization.
     */
    [k: string]: {
      auth: RedoxAuth;
    };
  };
  self?: Self;
  concurrency?: Concurrency;
  rateLimit?: RateLimit;
  /**
   * Time for one request, answer included.
   */
  timeout?: string;
  /**
   * What the documentation of the API leaves open.
   */
  options?: {
    /**
     * The method that gives a user the first role in an environment.
     */
    environmentFirstAssignment?: 'post' | 'put';
    /**
     * The path segment of environments.
     */
    environmentPath?: 'environments' | 'environment';
    /**
     * How user ids stand in request bodies.
     */
    userIdType?: 'string' | 'number';
    /**
     * A scope claim for the token request; empty: none.
     */
    tokenScope?: string;
    /**
     * Ids of roles that nobody holds yet: role name -> id.
     */
    roles?: {
      organization?: RoleIds;
      environment?: RoleIds1;
    };
  };
}
/**
 * OAuth 2.0 client credentials with a signed assertion (RFC 7523, RS384).
 */
export interface PrivateKeyJwt {
  /**
   * OAuth 2.0 client credentials with a signed assertion.
   */
  method: 'private-key-jwt';
  /**
   * The token endpoint: https, or a loopback host.
   */
  tokenUrl?: string;
  clientId: Secret;
  keyId: Secret1;
  privateKey: Secret2;
}
/**
 * The client id.
 */
export interface Secret {
  /**
   * Name of the environment variable.
   */
  env: string;
}
/**
 * The id of the key (kid).
 */
export interface Secret1 {
  /**
   * Name of the environment variable.
   */
  env: string;
}
/**
 * The private key, PEM (PKCS#8) or JWK.
 */
export interface Secret2 {
  /**
   * Name of the environment variable.
   */
  env: string;
}
/**
 * A ready access token, sent as Authorization: Bearer.
 */
export interface Bearer {
  /**
   * A ready access token.
   */
  method: 'bearer';
  token: Secret3;
}
/**
 * The access token.
 */
export interface Secret3 {
  /**
   * Name of the environment variable.
   */
  env: string;
}
/**
 * OAuth 2.0 client credentials with a shared secret (RFC 6749, 4.4).
 */
export interface ClientCredentials {
  /**
   * OAuth 2.0 client credentials with a shared secret.
   */
  method: 'client-credentials';
  /**
   * The token endpoint: https, or a loopback host.
   */
  tokenUrl: string;
  /**
   * The audience to ask the token for.
   */
  audience?: string;
  clientId: Secret4;
  clientSecret: Secret5;
}
/**
 * The client id.
 */
export interface Secret4 {
  /**
   * Name of the environment variable.
   */
  env: string;
}
/**
 * The client secret.
 */
export interface Secret5 {
  /**
   * Name of the environment variable.
   */
  env: string;
}
/**
 * A key sent in a header of its own.
 */
export interface Header {
  /**
   * A key sent in a header of its own.
   */
  method: 'header';
  /**
   * Name of the header.
   */
  name: string;
  token: Secret6;
}
/**
 * The value of the header.
 */
export interface Secret6 {
  /**
   * Name of the environment variable.
   */
  env: string;
}
/**
 * The limit of requests.
 */
export interface RateLimit {
  /**
   * Requests allowed in any window.
   */
  requests: number;
  /**
   * Length of the window.
   */
  per: string;
}
/**
 * Roles of organizations.
 */
export interface RoleIds {
  [k: string]: Id;
}
/**
 * Roles of environments.
 */
export interface RoleIds1 {
  [k: string]: Id;
}
/**
 * Aion: accounts and their projects.
 */
export interface Aion {
  /**
   * Base URL of the roles service: https, or a loopback host.
   */
  url?: string;
  /**
   * Base URL of the users service; the same as url if left out.
   */
  usersUrl?: string;
  auth?: AionAuth;
  /**
   * Other credentials, by account id.
   */
  accounts?: {
    /**
     * What is different for one account.
     */
    [k: string]: {
      auth: AionAuth;
    };
  };
  self?: Self;
  concurrency?: Concurrency;
  rateLimit?: RateLimit1;
  /**
   * Time for one request, answer included.
   */
  timeout?: string;
  /**
   * What the documentation of the API leaves open.
   */
  options?: {
    /**
     * How one role becomes another: one PUT, or a grant and then a revoke.
     */
    roleChange?: 'put' | 'grant-then-revoke';
    /**
     * How a role is taken away: by deleting the assignment or by making it inactive.
     */
    revoke?: 'delete' | 'deactivate';
    /**
     * Whether a group's roles are read like a user's, or not at all.
     */
    groups?: 'users-path' | 'write-only';
    /**
     * Roles the system gives by itself: never pruned, not counted as unlisted.
     */
    systemRoles?: string[];
    /**
     * Whether a user's roles may include inherited ones: then no unlisted one is pruned.
     */
    userRoles?: 'direct' | 'may-include-inherited';
    /**
     * Whose roles are read: everyone's, only those of the users the files name, or (auto) everyone's where something is pruned.
     */
    readUsers?: 'auto' | 'all' | 'named';
    /**
     * Names of the query parameters that page a list, and the largest page.
     */
    pageParameters?: {
      /**
       * The parameter for the page number.
       */
      page?: string;
      /**
       * The parameter for the page size.
       */
      size?: string;
      /**
       * The largest page size.
       */
      max?: number;
    };
  };
}
/**
 * The limit of requests; none if left out.
 */
export interface RateLimit1 {
  /**
   * Requests allowed in any window.
   */
  requests: number;
  /**
   * Length of the window.
   */
  per: string;
}
