export interface ScimServer {
  readonly url: string;
  /** Method and path with its query, in the order of their arrival. */
  readonly requests: readonly string[];
  /** The ids of a group's members. */
  readonly membersOf: (group: string) => readonly string[];
  readonly close: () => Promise<void>;
}

export function startScim(options: {
  readonly users: readonly {
    readonly id: string;
    readonly userName: string;
    readonly displayName?: string;
  }[];
  readonly groups: readonly {
    readonly id: string;
    readonly displayName: string;
    readonly members?: readonly { readonly value: string }[];
  }[];
  readonly token: string;
}): Promise<ScimServer>;
