import { roleKey } from '../../model/assignment.js';
import { holdsHighRisk } from '../../model/change.js';
import type { DesiredAssignment, Person } from '../../model/desired.js';
import { endOf } from '../../model/effective-roles.js';
import { DAY, formatEnd, formatInstant, formatStart } from '../../model/instant.js';
import { labelEmail, principalLabel } from '../../model/label.js';
import type { LiveAssignment, LiveState, LiveUser } from '../../model/live.js';
import { byKeys, groupBy } from '../../model/ordering.js';
import { principalAddress } from '../../model/principal.js';
import type { Difference, ScopeComparison } from '../comparison.js';
import type { RootIdentities } from '../identities.js';
import type { PrincipalView } from '../principal-views.js';
import type {
  AccessReview,
  ReviewedPerson,
  ReviewedRole,
  ReviewEvidence,
  ReviewFinding,
  ReviewSummary,
  Standing,
} from './review.js';

/** What a review is made from. */
interface ReviewInput {
  readonly comparisons: readonly ScopeComparison[];
  readonly live: LiveState;
  readonly isHighRisk: (role: string) => boolean;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly evidence: ReviewEvidence;
  readonly findings: readonly ReviewFinding[];
}

/** The live state and what the files say of it, by person. Pure. */
export function makeReview(input: ReviewInput): AccessReview {
  const { comparisons, live, at, evidence, findings } = input;
  const people = new Gathering(input);
  for (const comparison of comparisons) {
    const rolesOf = reviewerOf(comparison, input.isHighRisk, at);
    for (const view of comparison.views) people.add(view, rolesOf(view), comparison);
  }
  const roots = groupBy(comparisons, ({ desired }) => desired.scope.rootAddress);
  for (const [address, [comparison]] of roots) {
    for (const user of live.get(address)?.users ?? []) people.addUser(user, comparison);
  }
  const reviewed = people.finished();
  const scopes = comparisons.map(({ desired, live: scope, complete }) => ({
    scope: desired.scope.address,
    name: scope?.name ?? desired.name?.text ?? null,
    root: desired.scope.rootAddress,
    complete,
    confirmed: complete && scope?.confirmed === true,
  }));
  return {
    formatVersion: 1,
    now: formatInstant(at),
    evidence,
    summary: summaryOf(reviewed, comparisons, findings.length),
    scopes,
    people: reviewed,
    findings,
  };
}

interface Gathered {
  kind: ReviewedPerson['kind'];
  label: string;
  name: string | null;
  person: Person | null;
  readonly principals: Set<string>;
  lastLogin: number | null;
  twoFactor: boolean | null;
  readonly roles: ReviewedRole[];
}

/** People as they come up, scope by scope: one each, whatever systems they are in. */
class Gathering {
  readonly #people = new Map<string, Gathered>();
  readonly #roots = new Map<string, RootIdentities>();

  constructor(readonly input: ReviewInput) {}

  add(view: PrincipalView, roles: readonly ReviewedRole[], comparison: ScopeComparison): void {
    const { address, user, label, principal } = view;
    if (roles.length === 0 && user === null) return;
    const gathered = this.#at(address, user, label, comparison);
    gathered.kind = principal?.kind ?? 'user';
    gathered.roles.push(...roles);
  }

  addUser(user: LiveUser, comparison: ScopeComparison): void {
    const address = principalAddress('user', user.id);
    this.#at(address, user, principalLabel(address, user), comparison);
  }

  finished(): readonly ReviewedPerson[] {
    const { at, evidence } = this.input;
    const order = byKeys<ReviewedRole>(
      ({ scope }) => scope,
      ({ role }) => role,
      ({ standing }) => standing,
    );
    return [...this.#people.values()]
      .map(
        ({ kind, label, name, person, principals, lastLogin, twoFactor, roles }): ReviewedPerson => ({
          kind,
          label,
          name: name ?? person?.name ?? null,
          person: person?.key ?? null,
          principals: [...principals].sort(),
          lastLogin: lastLogin === null ? null : formatInstant(lastLogin),
          twoFactor,
          stale: lastLogin !== null && at - lastLogin > evidence.inactiveDays * DAY,
          leaves: person?.leaves == null ? null : formatEnd(person.leaves),
          roles: roles.sort(order),
        }),
      )
      .sort(
        byKeys(
          ({ label }) => label.toLowerCase(),
          ({ principals }) => principals.join(' '),
        ),
      );
  }

  #at(address: string, user: LiveUser | null, label: string, comparison: ScopeComparison): Gathered {
    const { rootAddress } = comparison.desired.scope;
    const identities = this.#roots.get(rootAddress) ?? comparison.identities.in(comparison.desired.scope);
    this.#roots.set(rootAddress, identities);
    const person = identities.person(address);
    const mail = user?.email ?? labelEmail({ principal: address, label });
    const key =
      person !== null ? `person ${person.key}` : mail !== null ? `mail ${mail}` : `${rootAddress} ${address}`;
    let gathered = this.#people.get(key);
    if (gathered === undefined) {
      gathered = {
        kind: 'user',
        label,
        name: null,
        person,
        principals: new Set(),
        lastLogin: null,
        twoFactor: null,
        roles: [],
      };
      this.#people.set(key, gathered);
    }
    gathered.principals.add(`${rootAddress} ${address}`);
    if (user !== null) merge(gathered, user);
    return gathered;
  }
}

function merge(gathered: Gathered, { name, email, lastLogin, twoFactor }: LiveUser): void {
  gathered.name ??= name;
  if (email !== null && !gathered.label.includes('@')) gathered.label = email;
  const login = lastLogin === null ? Number.NaN : Date.parse(lastLogin);
  if (!Number.isNaN(login)) gathered.lastLogin = Math.max(gathered.lastLogin ?? login, login);
  if (twoFactor !== null) gathered.twoFactor = twoFactor && gathered.twoFactor !== false;
}

function summaryOf(
  people: readonly ReviewedPerson[],
  comparisons: readonly ScopeComparison[],
  findings: number,
): ReviewSummary {
  const roles = people.flatMap((person) => person.roles);
  const held = roles.filter(({ standing }) => standing !== 'missing');
  return {
    people: people.filter(({ kind }) => kind === 'user').length,
    scopes: comparisons.length,
    roles: held.length,
    highRisk: held.filter(({ risk }) => risk === 'high').length,
    unlisted: roles.filter(({ standing }) => standing === 'unlisted').length,
    drift: comparisons.flatMap(({ differences }) => differences.filter(({ unverifiable }) => !unverifiable))
      .length,
    endingSoon: roles.filter(({ endsSoon }) => endsSoon).length,
    stale: people.filter(({ stale }) => stale).length,
    withoutTwoFactor: people.filter(({ twoFactor }) => twoFactor === false).length,
    findings,
  };
}

/** A term that ends within this many days is announced. */
const SOON_DAYS = 14;

/** What a principal holds in a scope, and what the files ask for beyond that. */
function reviewerOf(
  comparison: ScopeComparison,
  isHighRisk: (role: string) => boolean,
  at: number,
): (view: PrincipalView) => readonly ReviewedRole[] {
  const differences = groupBy(comparison.differences, ({ view }) => view);
  return (view) => reviewedRoles(view, differences.get(view) ?? [], { comparison, isHighRisk, at });
}

interface Context {
  readonly comparison: ScopeComparison;
  readonly isHighRisk: (role: string) => boolean;
  readonly at: number;
}

function reviewedRoles(
  view: PrincipalView,
  differing: readonly Difference[],
  { comparison, isHighRisk, at }: Context,
): readonly ReviewedRole[] {
  const { traits } = comparison;
  const key = (role: string): string => roleKey(role, traits.rolesIgnoreCase);
  const { effective } = comparison.resolve(view);
  const assignmentFor = (role: string): DesiredAssignment | null =>
    effective.find(({ state }) => key(state.role) === key(role))?.assignment ?? null;
  const base = { scope: comparison.desired.scope.address };
  const held = view.rows.map((row): ReviewedRole => {
    const assignment = assignmentFor(row.role);
    return {
      ...base,
      role: row.role,
      status: row.status,
      risk: holdsHighRisk(row, isHighRisk) ? 'high' : 'normal',
      standing: standingOf(
        row,
        assignment,
        differing.some(({ from }) => from?.role === row.role),
      ),
      ...termOf(assignment, at),
    };
  });
  const missing = differing.flatMap(({ from, to, effective: wanted }): readonly ReviewedRole[] => {
    if (to === null || wanted === null || from?.role === to.role) return [];
    const risk = holdsHighRisk(to, isHighRisk) ? 'high' : 'normal';
    return [{ ...base, ...to, risk, standing: 'missing', ...termOf(wanted.assignment, at) }];
  });
  return [...held, ...missing];
}

function standingOf(row: LiveAssignment, assignment: DesiredAssignment | null, differs: boolean): Standing {
  if (differs) return 'drift';
  if (assignment !== null) return 'listed';
  return row.keep === 'system-role' ? 'system' : 'unlisted';
}

function termOf(
  assignment: DesiredAssignment | null,
  at: number,
): Pick<ReviewedRole, 'via' | 'from' | 'until' | 'endsSoon' | 'reason' | 'source'> {
  if (assignment === null)
    return { via: null, from: null, until: null, endsSoon: false, reason: null, source: null };
  const end = endOf(assignment);
  return {
    via: assignment.via,
    from: assignment.from === null ? null : formatStart(assignment.from),
    until: end === null ? null : formatEnd(end),
    endsSoon: end !== null && end <= at + SOON_DAYS * DAY,
    reason: assignment.reason,
    source: assignment.source,
  };
}
