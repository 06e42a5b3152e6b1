import { isDeepStrictEqual } from 'node:util';
import type { RoleState } from '../../model/assignment.js';
import type { Action, PlannedChange } from '../../model/change.js';
import type { CheckedWrite } from '../../model/connector-check.js';
import { normalizedRequest } from '../../model/example-request.js';
import type { LiveRoot, LiveScope } from '../../model/live.js';
import { groupBy } from '../../model/ordering.js';
import { principalAddress } from '../../model/principal.js';
import type { Connector, Example, Kind } from '../../providers/connector/connector.js';
import { type ExampleUse, peopleWrittenIn } from '../../providers/connector/examples.js';
import { isStatic } from '../../providers/connector/roles.js';
import {
  type Provider,
  saysDone,
  UnwritableChange,
  type WriteStep,
  writesOf,
} from '../../providers/provider.js';

/** So many changes of each action are looked at for one that the examples answer. */
const MOST_SAMPLES = 500;

interface Sample {
  readonly person: string;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * What would be sent in each scope of a root for a grant, a change and a revoke, with what the examples answer: of each the
 * first one that they answer, else the first one at all.
 */
export function sampleWrites(
  root: LiveRoot,
  connector: Connector,
  provider: Provider,
  use: ExampleUse,
): readonly CheckedWrite[] {
  const examples = groupBy(connector.examples ?? [], ({ request }) => normalizedRequest(request));
  const somebody = strangerTo(connector);
  const known = { ...root, users: [...root.users, somebody] };
  return root.scopes.flatMap((live) => {
    const kind = connector.kinds[live.scope.kind];
    if (kind === undefined) return [];
    const samples = samplesOf(live, kind, [
      ...peopleWrittenIn(connector, live.scope, kind),
      ...root.users.map(({ id }) => id),
      somebody.id,
    ]);
    return samples.flatMap(([action, all]) => {
      const writes = all.slice(0, MOST_SAMPLES).map((sample): CheckedWrite => {
        const planned = plannedChange(action, sample, live);
        const steps = writesOf(provider, planned, known);
        const unwritable = steps instanceof UnwritableChange ? steps.message : null;
        const requests = (steps instanceof UnwritableChange ? [] : steps).map((step) => {
          const { method, path, body = null } = step.request;
          const same = examples.get(normalizedRequest(`${method} ${path}`)) ?? [];
          const example = same.find(({ sends }) => sends !== undefined && isSent(sends, body)) ?? same[0];
          if (example !== undefined) use.used.add(example);
          return { method, path, body, ...outcomeOf(step, example, provider) };
        });
        const { scope, principal } = planned.change;
        return { action, scope, principal, from: sample.from, to: sample.to, unwritable, requests };
      });
      const answered = (write: CheckedWrite, states: readonly string[]): boolean =>
        write.unwritable === null && write.requests.every(({ state }) => states.includes(state));
      const shown =
        writes.find((write) => answered(write, ['succeeds'])) ??
        writes.find((write) => answered(write, ['succeeds', 'fails'])) ??
        writes[0];
      for (const { method, path, state } of shown?.requests ?? [])
        if (state === 'unanswered') use.missing.add(normalizedRequest(`${method} ${path}`));
      return shown ?? [];
    });
  });
}

/** Somebody whom no example has. */
function strangerTo({ people }: Connector): LiveRoot['users'][number] {
  const id = people?.type === 'number' ? '999' : 'somebody';
  const [email, name] = ['somebody@example.test', 'Somebody New'];
  return { id, email, name, lastLogin: null, twoFactor: null };
}

/** The changes of each action that the connector can write. Roles are in the order of the connector where it lists them. */
function samplesOf(
  live: LiveScope,
  kind: Kind,
  people: readonly string[],
): readonly (readonly [Action, readonly Sample[]])[] {
  const roles = isStatic(kind.roles) ? kind.roles.map(({ id }) => id) : live.roles.map(({ role }) => role);
  const holders = live.assignments
    .filter(({ keep }) => keep === null)
    .map(({ principal, role }) => ({ person: principal.id, from: role }));
  const free = people.filter((person) => !live.assignments.some(({ principal }) => principal.id === person));
  const { grant, change } = kind;
  return [
    [
      'grant',
      grant === undefined ? [] : pairs(free, roles).map(([person, to]) => ({ person, from: null, to })),
    ],
    [
      'change',
      grant === undefined && change === undefined
        ? []
        : pairs(holders, roles)
            .filter(([{ from }, to]) => from !== to)
            .map(([holder, to]) => ({ ...holder, to })),
    ],
    ['revoke', holders.map((holder) => ({ ...holder, to: null }))],
  ];
}

function pairs<A, B>(some: readonly A[], others: readonly B[]): readonly (readonly [A, B])[] {
  return some.flatMap((one) => others.map((other) => [one, other] as const));
}

function plannedChange(action: Action, { person, from, to }: Sample, live: LiveScope): PlannedChange {
  const { scope, roles } = live;
  const roleId = (role: string | null): string | null =>
    roles.find((each) => each.role === role)?.roleId ?? role;
  return {
    change: {
      action,
      scope: scope.address,
      principal: principalAddress('user', person),
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
  };
}

function stateOf(role: string | null): RoleState | null {
  return role === null ? null : { role, status: 'active' };
}

/** Whether an example was recorded with a body. */
function isSent(sends: unknown, body: unknown): boolean {
  return isDeepStrictEqual(plain(sends), plain(body));
}

/** A value as it comes out of JSON, whatever its objects are made of. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

type Outcome = Pick<CheckedWrite['requests'][number], 'state' | 'outcome'>;

function outcomeOf(step: WriteStep, example: Example | undefined, provider: Provider): Outcome {
  if (example === undefined) return { state: 'unanswered', outcome: 'no example answers it' };
  const { status, body = null, sends } = example;
  if (sends !== undefined && !isSent(sends, step.request.body))
    return failed(`the example was recorded with another body: ${JSON.stringify(sends)}`);
  const refusal =
    status < 200 || status > 299
      ? `fails with the status ${status}`
      : provider.refusal(step, { status, body, requestId: null, attempts: 1 });
  if (refusal === null) return { state: 'succeeds', outcome: 'succeeds' };
  return saysDone(provider, step, { status, body })
    ? { state: 'succeeds', outcome: 'done: it is so already' }
    : failed(refusal);
}

function failed(outcome: string): Outcome {
  return { state: 'fails', outcome };
}
