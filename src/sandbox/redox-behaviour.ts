/** The documented unknowns of the Redox API (apis.md part C), as the sandbox answers them. */
export interface RedoxBehaviour {
  /** The path segment that the environment operations answer under. */
  readonly environmentPath: 'environments' | 'environment';
  /** Whether the first role in an environment is a POST, or PUT creates it too. */
  readonly environmentFirstAssignment: 'post' | 'put';
  /** The JSON type of `user.id` in request bodies. */
  readonly userIdType: 'string' | 'number';
  /** Rows a page of the role-assignment lists, linked as in R22; undefined: one page, as documented. */
  readonly pageSize: number | undefined;
}
