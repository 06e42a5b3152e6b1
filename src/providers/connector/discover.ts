import { byKeys } from '../../model/ordering.js';
import { isId, makeScope, type Scope } from '../../model/scope.js';
import { idOf, shown, textOf } from '../fields.js';
import { discoveryProblems } from '../problems.js';
import type { Discovery } from '../provider.js';
import { type ConnectorReads, kindOf, readRows, scopeVariables } from './context.js';
import { pathText, valueAt } from './values.js';

/** The scopes of a root that the API can list. */
export async function discoverScopes(root: Scope, context: ConnectorReads): Promise<Discovery> {
  const lists = await Promise.all(
    context.traits.scopes.map(async (traits) => {
      const { list } = kindOf(context, traits);
      if (list === undefined || traits.rootKind === null) return null;
      return {
        traits,
        read: await readRows(context, root, list, {
          variables: scopeVariables(context, root),
          rowOf: (row) => {
            const id = idOf(valueAt(row, list.id));
            if (id === null || !isId(id))
              return `no id of ${traits.kind} stands at ${pathText(list.id)}: ${shown(row)}`;
            return { id, name: list.name === undefined ? null : textOf(valueAt(row, list.name)) };
          },
          identity: ({ id }) => `${traits.kind} ${JSON.stringify(id)}`,
        }),
      };
    }),
  );
  const read = lists.filter((each) => each !== null);
  return {
    scopes: read
      .flatMap(({ traits, read: { rows } }) =>
        rows.map(({ id, name }) => ({ scope: makeScope(context.traits, traits, id, root.id), name })),
      )
      .sort(byKeys(({ scope }) => scope.address)),
    problems: discoveryProblems(
      root,
      read.map((each) => each.read),
    ),
  };
}
