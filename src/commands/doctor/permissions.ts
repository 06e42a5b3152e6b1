import type { LiveRoot, LiveScope, ReadCause, ReadProblem } from '../../model/live.js';
import { byCodeUnit, groupBy } from '../../model/ordering.js';
import { problemsOf } from '../../planning/read-problems.js';
import type { Authority, ProbeRoot } from '../../providers/doctor.js';
import { count, listed } from '../../model/label.js';
import { type About, type CheckDraft, draft, failed, ok } from './check-draft.js';
import { MOST_PRINCIPALS } from './read-roots.js';

/** Whether each scope of the files could be read whole; a cause that several share is told once. */
export function permissionChecks(
  roots: readonly ProbeRoot[],
  live: ReadonlyMap<string, LiveRoot>,
  authority: readonly Authority[],
): readonly CheckDraft[] {
  const read = roots.flatMap(({ root }) => live.get(root.address) ?? []);
  const asked = new Set(roots.flatMap(({ scopes }) => scopes.map(({ address }) => address)));
  const ofScopes = roots.flatMap((root) => scopeChecks(root, live.get(root.root.address)));
  const problems = problemsOf(read).filter(({ scope }) => asked.has(scope));
  return [...ofScopes, ...problemChecks(problems, read, authority)];
}

function scopeChecks(asked: ProbeRoot, live: LiveRoot | undefined): readonly CheckDraft[] {
  if (live === undefined) return [];
  const addresses = new Set(asked.scopes.map(({ address }) => address));
  return live.scopes
    .filter(({ scope }) => addresses.has(scope.address))
    .flatMap((scope) => scopeCheck(scope, asked, live));
}

function scopeCheck(read: LiveScope, { named }: ProbeRoot, live: LiveRoot): readonly CheckDraft[] {
  const { scope, complete, seen, assignments } = read;
  const about = aboutScope(scope.address);
  if (seen === false) {
    const evidence = `nothing that was read names this ${scope.kind}, so it is not known whether it exists`;
    const remedy = 'Check the id: the first grant shows whether it exists.';
    return complete ? [draft(about, { state: 'needs-data', evidence, remedy, blocks: 'nothing' })] : [];
  }
  if (!complete) return [];
  const held = count(assignments.length, 'role assignment');
  const asked = live.namedOnly ? (live.wholePrincipals?.size ?? null) : null;
  if (asked === null) return [ok(about, `can be read: ${held}`)];
  if (asked === 0) return [ok(about, 'can be read, and the files name nobody whose roles to ask for')];
  const bound = named.length > MOST_PRINCIPALS ? `, of the ${named.length} that the files name` : '';
  return [ok(about, `can be read: ${held} of ${count(asked, 'principal')} asked about${bound}`)];
}

function problemChecks(
  problems: readonly ReadProblem[],
  read: readonly LiveRoot[],
  authority: readonly Authority[],
): readonly CheckDraft[] {
  return causesOf(problems).map(({ first: { message, cause }, scopes, hasMore }) => {
    const subject = subjectOf(scopes, read);
    const more = scopes.filter((address) => address !== subject).length;
    const others = more === 0 ? '' : ` (and ${count(more, 'more scope')} for the same reason)`;
    const remedy =
      permissionFor(cause, authority) ??
      cause?.remedy ??
      'Nothing is planned from a read that is not whole: see the guide "troubleshooting".';
    const rest = hasMore ? ', and more like it' : '';
    return failed(aboutScope(subject), `${cause?.message ?? message}${rest}${others}`, remedy);
  });
}

interface SharedCause {
  readonly first: ReadProblem;
  /** The scopes that it keeps from being read whole. */
  readonly scopes: readonly string[];
  /** Whether answers about those scopes contradict themselves in more than this. */
  readonly hasMore: boolean;
}

/** Answers about the same scopes may contradict themselves in a thousand rows: that is one cause. */
function causesOf(problems: readonly ReadProblem[]): readonly SharedCause[] {
  const alike = [...groupBy(problems, ({ cause, message }) => cause?.key ?? message).values()].map(
    (each) => ({
      first: each[0],
      scopes: [...new Set(each.map(({ scope }) => scope))].sort(byCodeUnit),
    }),
  );
  const causes = groupBy(alike, ({ first, scopes }) => first.cause?.key ?? JSON.stringify(scopes));
  return [...causes.values()].map((each) => ({ ...each[0], hasMore: each.length > 1 }));
}

/** The scope to name for a cause: the root where it could not be read itself, else the first. */
function subjectOf(scopes: readonly string[], read: readonly LiveRoot[]): string {
  const [first = ''] = scopes;
  const root = read.find((each) => each.scopes.some(({ scope }) => scope.address === first));
  return root?.complete === false ? root.root.address : first;
}

/** What to ask for where the credential may not read: the roles that may; null where nobody knows them. */
function permissionFor(cause: ReadCause | undefined, authority: readonly Authority[]): string | null {
  const reads = authority.filter(({ may }) => may === 'read');
  if (cause?.forbidden !== true || reads.length === 0) return null;
  const roles = [...new Set(reads.flatMap((each) => each.roles))];
  const sources = [...new Set(reads.map(({ source }) => source))];
  return `Ask an administrator to give the user of the credential the role ${listed(roles, 'or')} (${sources.join(', ')}), or use another credential.`;
}

function aboutScope(subject: string): About {
  return { id: 'scope', layer: 'permissions', subject };
}
