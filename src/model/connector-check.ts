/** A request that a connector sends for a change, and what its examples answer. */
export interface CheckedWrite {
  readonly action: 'grant' | 'change' | 'revoke';
  readonly scope: string;
  readonly principal: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Why there is no request for it; null where there is one. */
  readonly unwritable: string | null;
  readonly requests: readonly {
    readonly method: string;
    readonly path: string;
    /** Null where none is sent. */
    readonly body: unknown;
    /** Unanswered: no example answers it. */
    readonly state: 'succeeds' | 'fails' | 'unanswered';
    /** The same in words, with the reason. */
    readonly outcome: string;
  }[];
}

/** What a connector file reads from its examples, what it would send, and what it leaves out. */
export interface ConnectorCheck {
  /** What its addresses begin with: the name of the file. */
  readonly provider: string;
  readonly title: string;
  readonly scopes: readonly {
    readonly scope: string;
    readonly name: string | null;
    readonly complete: boolean;
    readonly roles: readonly string[];
    readonly holders: readonly {
      readonly principal: string;
      readonly role: string;
      /** Why it is never taken away; null where it may be. */
      readonly keep: string | null;
    }[];
  }[];
  /** Why a list is not whole. */
  readonly problems: readonly string[];
  readonly writes: readonly CheckedWrite[];
  /** Requests that no example answers. */
  readonly missing: readonly string[];
  /** Examples that nothing asks for. */
  readonly unused: readonly string[];
  /** What the file does not say, and what it means. */
  readonly gaps: readonly string[];
}
