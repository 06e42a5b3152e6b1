import type { Meaning } from '../../answer.js';
import type { Assignments, Condition, ListSpec, Paging } from '../connector.js';
import { pagingOf } from '../paging.js';

type RowSpec = ListSpec & Pick<Assignments, 'inherited' | 'pending' | 'roles'>;

/** The conditions that a list puts to its rows. */
export function rowConditions({ skip = [], inherited, pending, roles }: RowSpec): readonly Condition[] {
  const own = roles === undefined ? [inherited, pending] : [pending];
  return [...skip, ...own.filter((each) => typeof each === 'object')];
}

/** The conditions that it puts to each role of the list in a row. */
export function entryConditions({ inherited, roles }: RowSpec): readonly Condition[] {
  return roles !== undefined && typeof inherited === 'object' ? [inherited] : [];
}

/** The conditions that a list puts to a whole answer. */
export function bodyConditions(spec: ListSpec, common: Paging | undefined): readonly Condition[] {
  const { end } = pagingOf(spec, common);
  return [...(spec.emptyIf === undefined ? [] : [spec.emptyIf]), ...(end === undefined ? [] : [end])];
}

/** What stands where a condition looks; null where it only asks whether something does. */
export function meaningOf({ is, oneOf = [], present }: Condition): Meaning | null {
  if (present !== undefined) return null;
  const values = [...(is === undefined ? [] : [is]), ...oneOf];
  if (values.every((value) => typeof value === 'boolean')) return 'flag';
  return values.every((value) => typeof value === 'number') ? 'count' : 'word';
}
