/** How a role relates to the files; see `Standing` of the review. */
type PageStanding = 'listed' | 'unlisted' | 'drift' | 'missing' | 'system';

interface PageScope {
  /** Its name; its address where it has none. */
  readonly name: string;
  /** The same of its organization or account. */
  readonly root: string;
  /** Whether it is that organization or account itself. */
  readonly isRoot: boolean;
  readonly address: string;
  /** Whether all of it was read. */
  readonly complete: boolean;
}

/** A role. Values that are false or unknown are left out to keep the page small. */
export interface PageRole {
  /** Index of the scope. */
  readonly scope: number;
  readonly role: string;
  readonly standing: PageStanding;
  readonly high?: true | undefined;
  readonly inactive?: true | undefined;
  readonly endsSoon?: true | undefined;
  readonly until?: string | undefined;
  readonly via?: string | undefined;
  /** `access/acme.yaml:6`. */
  readonly source?: string | undefined;
  readonly reason?: string | undefined;
}

export interface PagePerson {
  readonly label: string;
  readonly roles: readonly PageRole[];
  readonly principals: readonly string[];
  readonly name?: string | undefined;
  /** Key of people.yaml. */
  readonly key?: string | undefined;
  readonly group?: true | undefined;
  /** The day. */
  readonly lastLogin?: string | undefined;
  readonly twoFactor?: boolean | undefined;
  readonly stale?: true | undefined;
  readonly leaves?: string | undefined;
}

/** The data that the script of the review's page reads. Its texts are foreign and may only become text of the page. */
export interface PageData {
  /** Each organization or account, followed by the scopes in it. */
  readonly scopes: readonly PageScope[];
  readonly people: readonly PagePerson[];
}
