import { UnwritableChange } from '../provider.js';
import type { ReadClient } from '../../http/request.js';
import { isId, type Scope } from '../../model/scope.js';
import { credentialName, type ProviderSettings } from '../../model/settings.js';
import type { ProviderTraits } from '../../model/scope.js';
import { asciiLower } from '../../model/principal.js';
import { idOf, shown } from '../fields.js';
import { type ListRead, readList } from '../list.js';
import type { Connector, Kind, ListSpec, Path } from './connector.js';
import { isSkipped, pagesOf, pagingOf } from './paging.js';
import { expandUrl, type Variables } from './templates.js';
import { pathText, typedId, valueAt } from './values.js';

/** So many pages of one list are read. */
const MOST_PAGES = 500;

/** What reading and writing need to know beside the request. */
export interface ConnectorContext {
  readonly connector: Connector;
  readonly settings: ProviderSettings;
  readonly traits: ProviderTraits;
}

export interface ConnectorReads extends ConnectorContext {
  readonly client: ReadClient;
  /** Addresses of scopes that were seen to exist in this run. One that lost its last holder still does. */
  readonly seen: Set<string>;
}

/** The kind of a scope, as the connector describes it. */
export function kindOf({ connector }: ConnectorContext, { kind }: Pick<Scope, 'kind'>): Kind {
  const found = connector.kinds[kind];
  if (found === undefined) throw new Error(`the connector describes no kind ${kind}`);
  return found;
}

/** What templates may name of a scope: its root's id and its own, each by its kind. */
export function scopeVariables({ connector: { kinds }, traits }: ConnectorContext, scope: Scope): Variables {
  const root = traits.scopes.find(({ rootKind }) => rootKind === null)?.kind ?? scope.kind;
  return {
    [root]: typedId(scope.rootId, kinds[root]?.type),
    [scope.kind]: typedId(scope.id, kinds[scope.kind]?.type),
  };
}

/** Reads a list: each row with `rowOf`, which returns null for one that is left out. */
export async function readRows<Row extends object>(
  context: ConnectorReads,
  scope: Scope,
  list: ListSpec,
  reading: {
    readonly variables: Variables;
    readonly rowOf: (row: unknown) => Row | string;
    readonly identity: ((row: Row) => string) | null;
  },
): Promise<ListRead<Row>> {
  const { connector, settings, client } = context;
  const { identity, rowOf, variables } = reading;
  const paging = pagingOf(list, connector.paging);
  const path = readPath(list.get, variables);
  if (typeof path !== 'string') return { rows: [], total: null, problems: [path.problem], failure: null };
  const pages = pagesOf(path, { list, paging, baseUrl: settings.url });
  const rows = await readList<{ readonly row: Row | null }>(client, {
    ...pages,
    credential: credentialName(settings, scope),
    mostPages: MOST_PAGES,
    rowOf: (value) => {
      const skipped = isSkipped(value, list.skip);
      if (skipped !== false) return skipped === true ? { row: null } : skipped;
      const row = rowOf(value);
      return typeof row === 'string' ? row : { row };
    },
    identity: null,
  });
  const kept = rows.rows.flatMap(({ row }) => row ?? []);
  return { ...rows, rows: kept, problems: [...rows.problems, ...repeated(kept, identity)] };
}

/** The path that a template of a read makes; a problem where an id of an answer fits no URL. */
export function readPath(template: string, variables: Variables): string | { readonly problem: string } {
  try {
    return expandUrl(template, variables);
  } catch (error) {
    if (error instanceof UnwritableChange) return { problem: error.message };
    throw error;
  }
}

/** A row that comes twice says that pages shifted while they were read. */
function repeated<Row>(rows: readonly Row[], identity: ((row: Row) => string) | null): readonly string[] {
  if (identity === null) return [];
  const seen = new Set<string>();
  const twice = rows.map(identity).find((each) => seen.size === seen.add(each).size);
  return twice === undefined ? [] : [`${twice} is listed twice`];
}

/** Whether ids of people match without regard to case. */
export function idsIgnoreCase({ people }: Connector): boolean {
  return people?.ignoreCase === true || people?.byEmail === true;
}

/** The id of a person at a path; a text says why there is none. */
export function personId(
  { connector }: ConnectorContext,
  row: unknown,
  path: Path,
): { readonly id: string } | string {
  const id = idOf(valueAt(row, path));
  if (id === null || !isId(id)) return `no id of a person stands at ${pathText(path)}: ${shown(row)}`;
  return { id: idsIgnoreCase(connector) ? asciiLower(id) : id };
}
