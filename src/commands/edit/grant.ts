import type { EntryChange } from '../../editing/entries.js';
import { UsageError } from '../../errors.js';
import { isSameRole } from '../../model/assignment.js';
import { resolveRoles } from '../../model/effective-roles.js';
import { formatEnd } from '../../model/instant.js';
import { count } from '../../model/label.js';
import { suggestion } from '../../model/nearest.js';
import { traitsOf } from '../../model/scope.js';
import { locationWords } from '../../report/words.js';
import type { CommandContext } from '../context.js';
import { type Listed, listedBefore } from '../known-roles.js';
import { nearestTo } from '../explain/who.js';
import { optionDate } from './dates.js';
import { type EditOptions, type EditOutcome, editFiles, type WantedEdit } from './edit.js';
import type { EditableConfig } from './editable-config.js';
import { wantedLikeness } from './grant-like.js';
import { grantIn, type GrantWish, newKeys } from './grant-in-scope.js';
import { newDocument, newScope } from './new-scope.js';
import { roleMeant } from './role-name.js';
import { scopesMeant } from './scopes.js';
import { type EditWho, whoIsMeant } from './who.js';

export interface GrantOptions extends EditOptions {
  readonly who: string;
  /** Null with `like`. */
  readonly role: string | null;
  /** Somebody whose every entry they get too; null: nobody. */
  readonly like: string | null;
  /** Addresses, globs and names of documents. */
  readonly in: readonly string[];
  /** Dates as people write them; null where the option is left out. */
  readonly from: string | null;
  /** `never` drops an end. */
  readonly until: string | null;
  readonly reason: string | null;
}

/** Writes the entries that give somebody a role, or changes the term of those that do. @throws as editFiles */
export async function grantCommand(options: GrantOptions, context: CommandContext): Promise<EditOutcome> {
  const { who, role, like } = options;
  return await editFiles(options, context, async (config) => {
    if (like !== null) return wantedLikeness(who, onlyLike(like, options), config);
    if (role !== null)
      return wantedGrant(options, role, config, await listedBefore(config.settings, context));
    throw new UsageError(`grant needs a role for ${who}, or --like`, {
      hint: 'For example rolecall grant ada engineer --in redox/environment/*.',
    });
  });
}

/** An entry is taken over as it is. @throws UsageError for what would change it */
function onlyLike(like: string, { role, in: scopes, from, until, reason }: GrantOptions): string {
  const given = [
    ...(role === null ? [] : [`the role ${JSON.stringify(role)}`]),
    ...(scopes.length === 0 ? [] : ['--in']),
    ...(from === null ? [] : ['--from']),
    ...(until === null ? [] : ['--until']),
    ...(reason === null ? [] : ['--reason']),
  ];
  if (given.length === 0) return like;
  throw new UsageError(`--like takes every entry as it is, so it does not go with ${given.join(', ')}`, {
    hint: 'Leave that out, and change what is written with further commands.',
  });
}

function wantedGrant(
  options: GrantOptions,
  asked: string,
  config: EditableConfig,
  listed: Listed,
): WantedEdit {
  if (options.in.length === 0) {
    throw new UsageError('grant needs to know where', {
      hint: 'Name scopes with --in, such as --in redox/organization/1024, or another person with --like.',
    });
  }
  const who = whoIsMeant(options.who, config);
  const { documents, missing } = scopesMeant(options.in, config);
  const keys = keysOf(options, config.at);
  const notes = [...notesOnWho(who, config)];
  const wishIn = (scope: Parameters<typeof roleMeant>[1]): GrantWish => {
    const { role, note } = roleMeant(asked, scope, config, listed);
    if (note !== null) notes.push(note);
    return { who, role, status: 'active', keys };
  };
  const wishes = documents.map((desired) => ({ desired, wish: wishIn(desired.scope) }));
  const grants = wishes.map(({ desired, wish }) => ({ desired, ...grantIn(desired, wish, config) }));
  const added = missing.map((each) => {
    const place = newScope(each, config);
    const name = who.entryName(place.scope);
    return newDocument(place, wishIn(place.scope).role, { name, keys: newKeys(keys) }, config);
  });
  const scopes = documents.length + missing.length;
  const [only] = [...documents.map(({ scope }) => scope.address), ...missing.map(({ asked }) => asked)];
  return {
    edits: { roles: grants, documents: added },
    notes: [...new Set([...notes, ...grants.flatMap((each) => each.notes)])],
    notesOn: (_, after) =>
      wishes.flatMap(({ wish, desired }) => notesOnOutranked(wish, desired.scope.address, after)),
    isDone: (after) =>
      who.team !== null ||
      wishes.every(({ wish, desired }) => {
        const document = after.desired.scopes.find(({ scope }) => scope.address === desired.scope.address);
        const traits = traitsOf(config.catalogue, desired.scope);
        return document?.assignments.some(
          (each) => who.isNamedBy(each) && isSameRole(each.role, wish.role, traits),
        );
      }),
    isMeant: (each) => who.isNamedBy(each) || who.isThroughTeam(each),
    subject: `Grant ${asked} to ${options.who} in ${scopes === 1 ? only : count(scopes, 'scope')}`,
  };
}

function keysOf({ from, until, reason }: GrantOptions, now: number): EntryChange {
  return {
    ...(from === null ? {} : { from: optionDate('--from', from, now) }),
    ...(until === null ? {} : { until: until === 'never' ? null : optionDate('--until', until, now) }),
    ...(reason === null ? {} : { reason }),
  };
}

/** Somebody new is in order; somebody who is nearly somebody else may be a slip. */
function notesOnWho({ asked, isNamed, person }: EditWho, { desired, at }: EditableConfig): readonly string[] {
  if (!isNamed) return [`no file named ${asked} before.${suggestion(nearestTo(asked, desired))}`];
  if (person?.leaves == null) return [];
  const words = person.leaves <= at ? 'has left, so the entries grant nothing' : 'leaves';
  return [`${asked} ${words}: ${formatEnd(person.leaves)} (${locationWords(person.source)})`];
}

/** An entry may not count yet, since another one does: one with a term, where there is one role a person. */
function notesOnOutranked(
  { who, role }: GrantWish,
  address: string,
  { desired, catalogue, at }: EditableConfig,
): readonly string[] {
  const document = desired.scopes.find(({ scope }) => scope.address === address);
  if (document === undefined || who.team !== null) return [];
  const traits = traitsOf(catalogue, document.scope);
  const { effective } = resolveRoles(
    document.assignments.filter((each) => who.isNamedBy(each) || who.isThroughTeam(each)),
    at,
    traits,
  );
  const [winner] = effective;
  if (!traits.exclusive || winner === undefined || isSameRole(winner.state.role, role, traits)) return [];
  const { until, source } = winner.assignment;
  const end = until === null ? '' : ` until ${formatEnd(until)}`;
  return [
    `${who.asked} has ${winner.state.role} in ${address}${end} (${locationWords(source)}), which counts before ${role}`,
  ];
}
