interface ScimUser {
  readonly id: string;
  readonly userName: string;
  readonly displayName?: string;
  readonly active?: boolean;
  readonly emails?: readonly { readonly value: string; readonly primary?: boolean; readonly type?: string }[];
}

export interface ScimMember {
  readonly value: string;
  readonly type?: string;
  readonly display?: string;
  readonly $ref?: string;
}

export interface ScimGroup {
  readonly displayName: string;
  readonly members: ScimMember[];
}

/** What a service does in its own way. Left out: as RFC 7644 says. */
export interface ScimWays {
  /** ServiceProviderConfig; null where there is none. */
  readonly config?: object | null;
  /** Resources a page at most, whatever is asked for. */
  readonly most?: number;
  /** More than this many asked for are refused. */
  readonly mostAsked?: number;
  /** What a list says of its total, given how many there are; undefined: nothing. */
  readonly total?: (count: number) => number | undefined;
  /** Pages are asked for by cursor (RFC 9865), where a request has that parameter. */
  readonly cursors?: boolean;
  /** What a group is when it is read alone, given as it is. */
  readonly group?: (group: object) => object;
  /** How a PATCH is answered in place of being done; null: it is done. */
  readonly patch?: (operation: { readonly op: string; readonly path?: string }) => number | null;
  /** The filter in a path is not read, so that all members are taken for the one. */
  readonly ignoresFilters?: boolean;
  /** A PATCH takes so long, milliseconds, and writes the group as it was when it came, as those that came since did not see. */
  readonly slow?: number;
  /** The media type that it takes and sends. */
  readonly mediaType?: string;
  /** Where the SCIM API stands. */
  readonly base?: string;
}

export interface ScimOptions extends ScimWays {
  readonly users: readonly ScimUser[];
  readonly groups: Readonly<
    Record<string, { readonly displayName: string; readonly members?: ScimMember[] }>
  >;
  readonly token: string;
}

export interface Answer {
  readonly status: number;
  /** What is done before the answer is sent. */
  readonly before?: () => void;
  readonly json?: object;
}

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

export const not = (status: number, scimType: string): Answer => ({
  status,
  json: { schemas: [ERROR], status: String(status), scimType, detail: scimType },
});
