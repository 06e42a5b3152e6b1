import type { Connector, Kind, ListSpec } from './connector.js';
import { looksEmptyIfMissing } from './existence.js';
import { pagingOf } from './paging.js';
import { arePeopleUnpaged, unpagedLists } from './unpaged.js';

/** What a connector does not say beside where lists end, in sentences for people: what it means, kind by kind. Pure. */
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
    ...kinds.flatMap(([kind, described], index) => kindGaps(kind, described, index === 0)),
  ];
}

function kindGaps(kind: string, described: Kind, isRoot: boolean): readonly string[] {
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
  return [
    ...(revoke === undefined
      ? [`${kind}: roles are only read, since no request writes.`]
      : grant === undefined
        ? [`${kind}: nobody can be granted a first role.`]
        : []),
    ...(list === undefined && !isRoot ? [`${kind}: import finds none by itself: name each in a file.`] : []),
    ...(looksEmptyIfMissing(kind, described) && described.name === undefined && (list === undefined || isRoot)
      ? [
          `${kind}: nothing but its holders shows that one exists, so that nothing is written where nobody holds a role. Say "name" to change that.`,
        ]
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

/** Which lists nothing says to be whole, in sentences for people. A read of them tells so, too. Pure. */
export function listsWithoutEnd(connector: Connector): readonly string[] {
  const remedy = 'Say "paging: { by: whole }" if the API answers everything at once.';
  return [
    ...(arePeopleUnpaged(connector)
      ? [`Nothing says how the list of people is paged, so that nothing is taken away. ${remedy}`]
      : []),
    ...Object.entries(connector.kinds).flatMap(([kind, described]) => {
      const unpaged = unpagedLists(described, connector);
      const endless = described.assignments.filter(
        (spec) => !unpaged.includes(spec) && !hasEnd(spec, connector),
      );
      return [
        ...(endless.length > 0
          ? [`${kind}: a list has neither a total nor an end, so that nothing is taken away there.`]
          : []),
        ...(unpaged.length > 0
          ? [`${kind}: nothing says how a list is paged, so that nothing is taken away there. ${remedy}`]
          : []),
      ];
    }),
  ];
}

/** Whether something says that a list is whole. */
function hasEnd(spec: ListSpec, { paging }: Connector): boolean {
  const { by, total, end } = pagingOf(spec, paging);
  return by === 'whole' || by === 'link' || by === 'cursor' || total !== undefined || end !== undefined;
}
