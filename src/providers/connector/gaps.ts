import type { Connector, Kind, ListSpec } from './connector.js';
import { looksEmptyIfMissing } from './existence.js';
import { pagingOf } from './paging.js';

/** What a connector does not say, in sentences for people: what it means, kind by kind. Pure. */
export function gapsOf(connector: Connector): readonly string[] {
  const kinds = Object.entries(connector.kinds);
  return [
    ...(connector.people?.list === undefined
      ? [
          connector.people?.byEmail === true
            ? 'There is no list of people: only those who hold a role are known.'
            : 'There is no list of people: only those who hold a role are known, and nobody can be named by e-mail.',
        ]
      : connector.people.byEmail !== true &&
          connector.people.list.email === undefined &&
          connector.people.list.emails === undefined
        ? ['The list of people has no e-mails: people are named by their ids.']
        : []),
    ...kinds.flatMap(([kind, described], index) => kindGaps(kind, described, index === 0, connector)),
  ];
}

function kindGaps(kind: string, described: Kind, isRoot: boolean, connector: Connector): readonly string[] {
  const {
    grant,
    revoke,
    list,
    assignments,
    minHolders,
    destructive = false,
    fallback,
    exclusive = false,
  } = described;
  const endless = assignments.filter((spec) => !hasEnd(spec, connector));
  return [
    ...(revoke === undefined
      ? [`${kind}: roles are only read, since no request writes.`]
      : grant === undefined
        ? [`${kind}: nobody can be granted a first role.`]
        : []),
    ...(list === undefined && !isRoot ? [`${kind}: import finds none by itself: name each in a file.`] : []),
    ...(endless.length > 0
      ? [`${kind}: a list has neither a total nor an end, so that nothing is taken away there.`]
      : []),
    ...(looksEmptyIfMissing(kind, described) && described.name === undefined && (list === undefined || isRoot)
      ? [
          `${kind}: nothing but its holders shows that one exists, so that nothing is written where nobody holds a role. Say "name" to change that.`,
        ]
      : []),
    ...(assignments.some(({ paging }) => paging === undefined && connector.paging === undefined)
      ? [`${kind}: nothing says how a list is paged, so that one answer is taken for all of it.`]
      : []),
    ...(minHolders === undefined && revoke !== undefined
      ? [`${kind}: no role must keep holders, unless guards.minHolders says so.`]
      : []),
    ...(destructive && fallback === undefined
      ? [`${kind}: there is no fallback, so that the end of a term ends the membership.`]
      : []),
    ...(!exclusive &&
    assignments.every(
      ({ inherited, inheritedFrom }) => inherited === undefined && inheritedFrom === undefined,
    )
      ? [`${kind}: nothing tells inherited roles from direct ones.`]
      : []),
  ];
}

/** Whether something says that a list is whole. */
function hasEnd(spec: ListSpec, { paging }: Connector): boolean {
  const { by, total, end } = pagingOf(spec, paging);
  return by === 'whole' || by === 'link' || by === 'cursor' || total !== undefined || end !== undefined;
}
