type Kind = 'organization' | 'environment';

/** The unknowns of the Redox API (apis.md part C), as the sandbox answers them. */
export interface RedoxBehaviour {
  /** The path segments that the environment operations answer under. */
  readonly environmentPath: 'environments' | 'environment' | 'both';
  /** Whether the first role in an environment is a POST, or PUT creates it too. */
  readonly environmentFirstAssignment: 'post' | 'put';
  /** The JSON type of user ids that writes must have. */
  readonly userIdType: 'string' | 'number';
  /** In whose lists user ids of digits alone are JSON numbers. */
  readonly numberIdsOf: readonly Kind[];
  /** Rows a page of the role-assignment lists; undefined: one page, as documented. */
  readonly pageSize: number | undefined;
  /** So many rows a list has at most: no word is said of the others. */
  readonly cutsLists: number;
  /** Whether `_page` is heeded where lists are cut; else it is refused. */
  readonly pagesCutLists: boolean;
  /** Whether every second read of a list lacks its last row. */
  readonly flickers: boolean;
  /** The environments that are listed: those that the caller holds a role in (R7), all, or none. */
  readonly listsEnvironments: 'own' | 'all' | 'none';
  /** Whether an organization or environment that does not exist is answered with an empty list. */
  readonly unknownIsEmpty: boolean;
  /** Whether errors are answered with status 200. */
  readonly errorsAre200: boolean;
  /** The scope that a token must be asked for with; undefined: none. */
  readonly tokenScope: string | undefined;
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/** As documented or, where nothing is, as apis.md infers. */
export const documented: RedoxBehaviour = {
  environmentPath: 'environments',
  environmentFirstAssignment: 'post',
  userIdType: 'string',
  numberIdsOf: [],
  pageSize: undefined,
  cutsLists: Number.POSITIVE_INFINITY,
  pagesCutLists: false,
  flickers: false,
  listsEnvironments: 'own',
  unknownIsEmpty: false,
  errorsAre200: false,
  tokenScope: undefined,
  headers: {},
};
