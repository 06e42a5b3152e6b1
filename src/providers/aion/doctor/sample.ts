import type { Scope } from '../../../model/scope.js';
import { asciiLower } from '../../../model/principal.js';
import type { ProbeRoot, ProbeSubject } from '../../doctor.js';
import { parseUser } from '../api.js';
import { accountsToAsk, answerTo, listIn, rowsRequest, type SeenList, usersRequest } from './asking.js';

/** So many users over all accounts are looked at, however many there are. */
const mostUsers = 8;

/** A user whose roles were asked for without any parameter. */
export interface SampledUser {
  readonly root: Scope;
  readonly id: string;
  /** Whether the account lists the user as inactive. */
  readonly inactive: boolean;
  readonly list: SeenList;
}

/**
 * Some users with their roles, so that all probes look at the same ones: those that the files name first, then inactive
 * ones, then others. Asks once, since answers are kept.
 */
export async function sampledUsers(subject: ProbeSubject): Promise<readonly SampledUser[]> {
  const roots = await accountsToAsk(subject);
  const accounts = await Promise.all(roots.map((root) => candidatesOf(root, subject)));
  const candidates = accounts
    .flat()
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostUsers);
  const answers = await Promise.all(
    candidates.map(({ root, id }) => answerTo(subject, rowsRequest(root, subject.settings, id))),
  );
  return candidates.flatMap(({ root, id, inactive }, index) => {
    const answer = answers[index];
    const list = answer === undefined ? null : listIn(answer);
    return list === null ? [] : [{ root, id, inactive, list }];
  });
}

interface Candidate extends Pick<SampledUser, 'root' | 'id' | 'inactive'> {
  /** The lower, the sooner. */
  readonly rank: number;
}

/** The users of an account; those that the files name by id where it lists none. */
async function candidatesOf(
  { root, named }: ProbeRoot,
  subject: ProbeSubject,
): Promise<readonly Candidate[]> {
  const wanted = new Set(named.filter(({ kind }) => kind === 'user').map(({ value }) => asciiLower(value)));
  const users = listIn(await answerTo(subject, usersRequest(root, subject.settings)));
  if (users === null) {
    return named
      .filter(({ kind, by }) => kind === 'user' && by === 'id')
      .map(({ value: id }) => ({ root, id, inactive: false, rank: 0 }));
  }
  return users.rows.flatMap((row): readonly Candidate[] => {
    const user = parseUser(row);
    if (typeof user === 'string') return [];
    const { id, email } = user;
    const isNamed = wanted.has(asciiLower(id)) || (email !== null && wanted.has(email));
    const inactive = row['status'] === 'INACTIVE';
    return [{ root, id, inactive, rank: isNamed ? 0 : inactive ? 1 : 2 }];
  });
}
