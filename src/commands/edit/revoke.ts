import { UsageError } from '../../errors.js';
import { isSameRole } from '../../model/assignment.js';
import type { DesiredAssignment, DesiredScope } from '../../model/desired.js';
import type { EditDifference } from '../../model/edit-result.js';
import { hasExpired } from '../../model/effective-roles.js';
import { count, quote } from '../../model/label.js';
import { slipOf, suggestion } from '../../model/nearest.js';
import { traitsOf } from '../../model/scope.js';
import { Identities } from '../../planning/identities.js';
import { offlineKeeping } from '../../planning/pruning.js';
import { locationWords } from '../../report/words.js';
import type { CommandContext } from '../context.js';
import { whoIs } from '../explain/who.js';
import { type EditOptions, type EditOutcome, editFiles, type WantedEdit } from './edit.js';
import type { EditableConfig } from './editable-config.js';
import { entriesOf } from './grant-in-scope.js';
import { documentsMeant } from './scopes.js';
import { throughTeams } from './through-teams.js';
import { type EditWho, whoIsMeant } from './who.js';

export interface RevokeOptions extends EditOptions {
  readonly who: string;
  /** Null: every role. */
  readonly role: string | null;
  /** Addresses, globs and names of documents; empty: every scope of the files. */
  readonly in: readonly string[];
}

/**
 * Removes the entries that name somebody.
 * @throws UsageError where one of the roles comes through a team, which nothing is written for; else as editFiles
 */
export async function revokeCommand(options: RevokeOptions, context: CommandContext): Promise<EditOutcome> {
  return await editFiles(options, context, (config) => wantedRevoke(options, config));
}

/** The entries of a document that go. */
interface Removal {
  readonly desired: DesiredScope;
  readonly entries: readonly DesiredAssignment[];
}

function wantedRevoke(options: RevokeOptions, config: EditableConfig): WantedEdit {
  const who = whoIsMeant(options.who, config);
  if (!who.isNamed) whoIs(options.who, config.desired);
  const documents = documentsMeant(options.in, config);
  const isAsked = (desired: DesiredScope, { role }: DesiredAssignment): boolean =>
    options.role === null || isSameRole(role, options.role, traitsOf(config.catalogue, desired.scope));
  const covered = documents.flatMap((desired) =>
    entriesOf(
      desired,
      (each) => who.isThroughTeam(each) && isAsked(desired, each) && !hasExpired(each, config.at),
    ).map((assignment) => ({ desired, assignment })),
  );
  if (covered.length > 0) throw throughTeams(who, covered, config);
  const removals = documents
    .map(
      (desired): Removal => ({
        desired,
        entries: entriesOf(desired, (each) => who.isNamedBy(each) && isAsked(desired, each)),
      }),
    )
    .filter(({ entries }) => entries.length > 0);
  const role = options.role === null ? 'every role' : options.role;
  const [only] = removals.map(({ desired }) => desired.scope.address);
  return {
    edits: {
      roles: removals.map(({ desired, entries }) => ({
        desired,
        edits: entries.map((each) => ({ kind: 'remove', role: each.role, source: each.source })),
      })),
    },
    notes: removals.length > 0 ? [] : [nothingToRevoke(options, who, documents)],
    notesOn: (differences, after) => [
      ...keptNotes(differences),
      ...removals.flatMap((removal) => endedNotes(removal, after)),
    ],
    isDone: (after) => {
      const asked = new Set(documents.map(({ scope }) => scope.address));
      const left = after.desired.scopes.filter(({ scope }) => asked.has(scope.address));
      return !left.some((each) => each.assignments.some((one) => who.isNamedBy(one) && isAsked(each, one)));
    },
    isMeant: (each) => who.isNamedBy(each) || who.isThroughTeam(each),
    subject: `Revoke ${role} from ${options.who} in ${removals.length === 1 ? only : count(removals.length, 'scope')}`,
  };
}

/** @throws UsageError where the role is nearly one that they have, and for a team that reaches nobody */
function nothingToRevoke(options: RevokeOptions, who: EditWho, documents: readonly DesiredScope[]): string {
  if (who.isEmptyTeam) {
    throw new UsageError(`${who.asked} has no members, so its entries reach nobody and cannot be found`, {
      hint: 'Delete them by hand.',
    });
  }
  const roles = documents.flatMap((desired) => entriesOf(desired, who.isNamedBy).map(({ role }) => role));
  const where = options.in.length === 0 ? '' : ` in ${options.in.join(', ')}`;
  const what = options.role === null ? 'a role' : `the role ${quote(options.role)}`;
  const message = `no entry gives ${options.who} ${what}${where}`;
  const near = options.role === null ? null : slipOf(options.role, roles);
  if (near !== null) throw new UsageError(`${message}.${suggestion(near)}`);
  return roles.length === 0 ? message : `${message}; they have ${[...new Set(roles)].sort().join(', ')}`;
}

/** What stays live, and what would revoke it. */
function keptNotes(differences: readonly EditDifference[]): readonly string[] {
  return differences
    .filter(({ kept }) => kept === true)
    .map(
      ({ label, from, scope, reason }) =>
        `${label} keeps ${from?.role ?? ''} in ${scope} if it is live: ${reason ?? ''}`,
    );
}

/** An entry whose term ended makes the next plan revoke what is still live. Without it prune decides. */
function endedNotes({ desired, entries }: Removal, after: EditableConfig): readonly string[] {
  const { scope } = desired;
  const document = after.desired.scopes.find((each) => each.scope.address === scope.address);
  const identities = new Identities(after.desired.people, new Map());
  const keeping = offlineKeeping(scope, document, after, identities);
  return entries
    .filter((each) => hasExpired(each, after.at))
    .flatMap(({ principal, label, role, source }) => {
      const reason = keeping(principal, label, role);
      const place = locationWords(source);
      return reason === null
        ? []
        : [
            `the entry of ${label} for ${role} in ${scope.address} had ended (${place}); without it the role stays if it is still live: ${reason}`,
          ];
    });
}
