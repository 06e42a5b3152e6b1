/** The unknowns of the Aion API (apis.md part C), as the sandbox answers them. */
export interface AionBehaviour {
  /** The query parameters that page a user's roles (B2.4), and the largest page. */
  readonly pageParameters: { readonly page: string; readonly size: string; readonly max: number };
  /** What the page parameter says: the number of a page from 1, or how many rows come before it. */
  readonly pagesBy: 'number' | 'offset';
  /** Whether a page larger than the largest is cut to it; else it is refused. */
  readonly cutsPages: boolean;
  /** Whether a query parameter that the API does not know is ignored; else it is refused. */
  readonly ignoresQuery: boolean;
  /** Whether `/roles/users/{id}` answers for an IAM group's id too. */
  readonly groupReads: boolean;
  /** Whether accounts that do not exist are answered with empty lists. */
  readonly unknownIsEmpty: boolean;
  /** Whether assignees that do not exist are answered with empty lists. */
  readonly unknownAssigneeIsEmpty: boolean;
  /** Whether a user's rows hold those inherited through IAM groups. */
  readonly inheritedRows: boolean;
  /** Whether a user's rows say whose they are. */
  readonly marksRows: boolean;
  /** Whether a user's rows hold the INACTIVE ones when no status is asked for. */
  readonly inactiveListed: boolean;
  /** Whether the users are listed here; else another host lists them. */
  readonly listsUsers: boolean;
  /** Whether `/roles/{id}/assignments` and `/roles/assignments` list who holds roles (B2.5). */
  readonly roleReads: boolean;
  /** Whether ids of digits alone are sent as JSON numbers. */
  readonly numberIds: boolean;
  /** Roles of the seed that say `isCustom: false` too. */
  readonly systemRoles: readonly string[];
  /** Whether errors are answered with status 200. */
  readonly errorsAre200: boolean;
  /** Whether lists say how many rows there are. */
  readonly statesTotals: boolean;
  /** So many rows a list has at most: the others are left out, and its total counts as many. */
  readonly cutsLists: number;
  /** Whether every second read of a list lacks its last row. */
  readonly flickers: boolean;
  /** Headers of every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

/** As documented or, where nothing is, as apis.md infers. */
export const documented: AionBehaviour = {
  pageParameters: { page: 'page', size: 'pageSize', max: 100 },
  pagesBy: 'number',
  cutsPages: false,
  ignoresQuery: false,
  groupReads: true,
  unknownIsEmpty: false,
  unknownAssigneeIsEmpty: false,
  inheritedRows: false,
  marksRows: false,
  inactiveListed: true,
  listsUsers: true,
  roleReads: false,
  numberIds: false,
  systemRoles: [],
  errorsAre200: false,
  statesTotals: true,
  cutsLists: Number.POSITIVE_INFINITY,
  flickers: false,
  headers: {},
};
