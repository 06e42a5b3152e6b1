import type { Method } from '../../http/request.js';

/** A plain JSON value. */
export type Plain = string | number | boolean | null;

/** A dotted path, or its keys one by one. `.` is all of a value. */
export type Path = string | readonly string[];

/** A path into an answer's body, or one of its headers. */
export type Place = Path | { readonly header: string };

/** What stands at a path: exactly one of `is`, `oneOf` and `present` is set. */
export interface Condition {
  readonly at: Path;
  readonly is?: Plain;
  readonly oneOf?: readonly Plain[];
  readonly present?: boolean;
  readonly optional?: boolean;
}

export interface Paging {
  readonly by: 'page' | 'offset' | 'cursor' | 'link' | 'whole';
  readonly parameter?: string;
  readonly first?: number;
  readonly size?: string;
  readonly max?: number;
  readonly items?: Path;
  readonly total?: Place;
  readonly next?: Place;
  readonly end?: Condition;
}

/** A list to read; `get` is a URL template below the base URL. */
export interface ListSpec {
  readonly get: string;
  readonly paging?: Paging;
  readonly items?: Path;
  /** The list is an object, each of whose entries is a row with a `key` and a `value`. */
  readonly entries?: boolean;
  readonly emptyIf?: Condition;
  readonly skip?: readonly Condition[];
}

export interface PeopleList extends ListSpec {
  readonly id: Path;
  readonly email?: Path;
  readonly emails?: { readonly at: Path; readonly value: Path; readonly primary: Path };
  readonly name?: Path;
  readonly lastLogin?: Path;
  readonly twoFactor?: Condition;
}

interface ScopeList extends ListSpec {
  readonly id: Path;
  readonly name?: Path;
}

export interface StaticRole {
  readonly id: string;
  readonly value?: Plain;
  readonly system?: boolean;
}

/** The JSON type of ids in bodies. */
export type IdType = 'string' | 'number';

export interface RoleList extends ListSpec {
  readonly id: Path;
  readonly type?: IdType;
  readonly name?: Path;
  readonly rank?: Path;
  readonly system?: Condition;
}

export interface Assignments extends ListSpec {
  readonly for?: 'role' | 'person';
  readonly of?: 'root';
  readonly scope?: Path;
  readonly person?: Path;
  readonly role?: Path;
  /** The role of all rows. */
  readonly as?: string;
  readonly roles?: Path;
  /** `roles` is one text, in which this stands between roles. */
  readonly separator?: string;
  /** Rows whose person is the id of a role, and nobody in the list of people, are roles in roles. */
  readonly skipRoles?: boolean;
  readonly id?: Path;
  readonly email?: Path;
  readonly name?: Path;
  readonly renames?: Readonly<Record<string, string>>;
  readonly detail?: string;
  /** True for all rows, or what a row says that is. */
  readonly pending?: boolean | Condition;
  readonly inherited?: boolean | Condition;
  readonly inheritedFrom?: ListSpec & { readonly id: Path; readonly holders: string };
}

/** People who hold one and the same role in each scope of a kind, as soon as they hold any. */
interface FixedRole extends ListSpec {
  readonly person: Path;
  readonly role: string;
}

/** A request that writes: exactly one of the methods holds its URL template. */
export interface Write extends Partial<Readonly<Record<Lowercase<Exclude<Method, 'GET'>>, string>>> {
  readonly body?: unknown;
  readonly each?: unknown;
  /** All roles are sent as one text, with this between them. */
  readonly separator?: string;
  readonly success?: readonly Condition[];
  /** Statuses of an answer, or what stands in its body. */
  readonly done?: readonly (number | Condition)[];
}

export interface Kind {
  readonly description: string;
  readonly type?: IdType;
  readonly plural?: string;
  readonly unique?: boolean;
  readonly ignoreCase?: boolean;
  readonly exclusive?: boolean;
  readonly ordered?: boolean;
  readonly rolesIgnoreCase?: boolean;
  readonly fallback?: string;
  readonly destructive?: boolean;
  readonly onlyPeopleOfRoot?: boolean;
  readonly minHolders?: Readonly<Record<string, number>>;
  readonly name?: { readonly get: string; readonly at: Path };
  readonly list?: ScopeList;
  readonly cannotList?: string;
  readonly roles: readonly StaticRole[] | RoleList;
  readonly assignments: readonly Assignments[];
  readonly fixed?: FixedRole;
  readonly grant?: Write;
  readonly ungrantable?: string;
  readonly change?: 'grant' | 'grant-then-revoke' | 'revoke-then-grant' | Write;
  /** Left out with grant and change: roles are only read. */
  readonly revoke?: Write;
  /** In place of grant, for somebody who holds no role in the scope yet. */
  readonly grantFirst?: Write;
  /** In place of revoke, for the last role that somebody holds in the scope. */
  readonly revokeLast?: Write;
}

/** A recorded exchange. */
export interface Example {
  /** Method and path below the base URL, with its query. */
  readonly request: string;
  readonly sends?: unknown;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A connector file (schemas/connector.schema.json) that was checked. */
export interface Connector {
  readonly connector: 1;
  readonly title: string;
  readonly documentation?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly rateLimit?: { readonly requests: number; readonly per: string };
  readonly paging?: Paging;
  readonly requires?: readonly {
    readonly get: string;
    readonly that: Condition;
    readonly else: string;
    readonly optional?: boolean;
  }[];
  readonly people?: {
    readonly ignoreCase?: boolean;
    /** Their ids are their e-mails, whose case does not matter. */
    readonly byEmail?: boolean;
    readonly type?: IdType;
    readonly list?: PeopleList;
  };
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly examples?: readonly Example[];
}

/** Something that a connector must not say, by the keys that lead to it. */
export interface ConnectorProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}
