import type { Connector, ConnectorProblem, ListSpec, Paging } from './connector.js';
import { pagingOf } from './paging.js';
import { templateProblems } from './template-problems.js';

/** What is wrong with a list whose URL may name `variables`. Pure. */
export function listProblems(
  spec: ListSpec,
  variables: readonly string[],
  path: ConnectorProblem['path'],
  { paging }: Connector,
): readonly ConnectorProblem[] {
  const at = spec.paging === undefined ? ['paging'] : [...path, 'paging'];
  return [
    ...templateProblems(spec.get, variables, [...path, 'get']),
    ...pagingProblems(pagingOf(spec, paging)).map((message) => ({ path: at, message })),
  ];
}

function pagingProblems({ by, parameter, size, max, next }: Paging): readonly string[] {
  const sized = size !== undefined && max !== undefined;
  const needsSize = `Paging by ${by} needs "size" and "max", to tell a full page from the last one.`;
  switch (by) {
    case 'page':
    case 'offset':
      return parameter === undefined ? [`Paging by ${by} needs "parameter", the query parameter of it.`] : [];
    case 'cursor':
      return [
        ...(next === undefined ? ['Paging by cursor needs "next", the path of the next cursor.'] : []),
        ...(sized ? [] : [needsSize]),
      ];
    case 'link':
      return sized ? [] : [needsSize];
    case 'whole':
      return [];
  }
}
