/** The documented unknowns of the Aion API (apis.md part C), as the sandbox answers them. */
export interface AionBehaviour {
  /** The query parameters that page a user's roles (B2.4), and the largest page. */
  readonly pageParameters: { readonly page: string; readonly size: string; readonly max: number };
  /** Whether `/roles/users/{id}` answers for an IAM group's id too. */
  readonly groupReads: boolean;
  /** Whether a user's rows hold those inherited through IAM groups. */
  readonly inheritedRows: boolean;
  /** Whether a user's rows hold the INACTIVE ones when no status is asked for. */
  readonly inactiveListed: boolean;
}
