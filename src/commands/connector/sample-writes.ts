import { isDeepStrictEqual } from 'node:util';
import type { RoleState } from '../../model/assignment.js';
import type { Action } from '../../model/change.js';
import type { CheckedWrite } from '../../model/connector-check.js';
import type { LiveRoot, LiveScope } from '../../model/live.js';
import { principalAddress } from '../../model/principal.js';
import type { Connector, Example } from '../../providers/connector/connector.js';
import { type ExampleUse, normalized } from '../../providers/connector/examples.js';
import type { Provider, WriteStep } from '../../providers/provider.js';

/** Somebody whom no example has: what is sent for somebody new. */
const SOMEBODY = 'somebody';

interface Sample {
  readonly action: Action;
  readonly person: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What would be sent in each scope of a root for a grant, a change and a revoke, with what the examples answer. */
export function sampleWrites(
  root: LiveRoot,
  connector: Connector,
  provider: Provider,
  use: ExampleUse,
): readonly CheckedWrite[] {
  const examples = new Map((connector.examples ?? []).map((each) => [normalized(each.request), each]));
  return root.scopes.flatMap((live) =>
    samplesOf(live, root, connector).map(({ action, person, from, to }): CheckedWrite => {
      const principal = principalAddress('user', person);
      const { scope } = live;
      const roleId = (role: string | null): string | null =>
        live.roles.find((each) => each.role === role)?.roleId ?? role;
      const steps = provider.writes(
        {
          change: {
            action,
            scope: scope.address,
            principal,
            label: person,
            from: stateOf(from),
            to: stateOf(to),
            source: null,
            cause: null,
            term: null,
            risk: 'normal',
            blocked: null,
          },
          scope,
          principal: { kind: 'user', id: person },
          fromRoleId: roleId(from),
          toRoleId: roleId(to),
        },
        root,
      );
      const requests = steps.map((step) => {
        const { method, path, body = null } = step.request;
        const request = normalized(`${method} ${path}`);
        const example = examples.get(request);
        if (example === undefined) use.missing.add(request);
        else use.used.add(example);
        return { method, path, body, outcome: outcomeOf(step, example, provider) };
      });
      return { action, scope: scope.address, principal, from, to, requests };
    }),
  );
}

function stateOf(role: string | null): RoleState | null {
  return role === null ? null : { role, status: 'active' };
}

/** One change of each kind that the connector can write, about people whom the examples have where that is possible. */
function samplesOf(live: LiveScope, { users }: LiveRoot, { kinds }: Connector): readonly Sample[] {
  const kind = kinds[live.scope.kind];
  const roles = live.roles.map(({ role }) => role);
  const direct = live.assignments.filter(({ keep }) => keep === null);
  const holder = direct[0];
  const other = roles.find((role) => role !== holder?.role);
  const free = users.find(({ id }) => !live.assignments.some(({ principal }) => principal.id === id));
  const [first] = roles;
  return [
    ...(kind?.grant === undefined || first === undefined
      ? []
      : [{ action: 'grant' as const, person: free?.id ?? SOMEBODY, from: null, to: first }]),
    ...(holder === undefined ||
    other === undefined ||
    (kind?.grant === undefined && kind?.change === undefined)
      ? []
      : [{ action: 'change' as const, person: holder.principal.id, from: holder.role, to: other }]),
    ...(holder === undefined
      ? []
      : [{ action: 'revoke' as const, person: holder.principal.id, from: holder.role, to: null }]),
  ];
}

/** A value as it comes out of JSON, whatever its objects are made of. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function outcomeOf(step: WriteStep, example: Example | undefined, provider: Provider): string {
  if (example === undefined) return 'no example answers it';
  const { status, body = null, sends } = example;
  if (sends !== undefined && !isDeepStrictEqual(plain(sends), plain(step.request.body)))
    return `the example was recorded with another body: ${JSON.stringify(sends)}`;
  if (step.doneStatuses.includes(status)) return 'done: it is so already';
  if (status < 200 || status > 299) return `fails with the status ${status}`;
  return provider.refusal(step, { status, body, requestId: null, attempts: 1 }) ?? 'succeeds';
}
