import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HttpFailure } from '../../src/http/failure.js';
import type { PlannedChange } from '../../src/model/change.js';
import { byCodeUnit } from '../../src/model/ordering.js';
import type { PrincipalRef } from '../../src/model/principal.js';
import type { Scope } from '../../src/model/scope.js';
import type { ProviderModule } from '../../src/providers/provider.js';
import { held, line, type Reply, type Rig, rigFor, serve, settingsFor, token } from './rig.js';

/** A server of a system, and what was asked of it. */
export interface ContractServer {
  readonly url: string;
  readonly requests: readonly {
    readonly method: string;
    readonly path: string;
    /** Without the question mark. */
    readonly query: string;
    readonly body: string;
  }[];
  readonly close: () => Promise<void>;
}

/** What a provider brings to be held to the contract that all providers keep. */
export interface ContractSubject {
  readonly module: ProviderModule;
  /** Starts a server of the system, with the same state each time, that takes `token` of rig.ts. */
  readonly start: () => Promise<ContractServer>;
  /** The base URL's path on the server. */
  readonly basePath: string;
  readonly root: Scope;
  readonly scopes: readonly Scope[];
  readonly named: readonly PrincipalRef[];
  /** Everything the server holds, as `held` writes it. */
  readonly holds: readonly string[];
  /** The scopes that the API can list in the root, by address. */
  readonly discovers: readonly string[];
  /** The fewest GETs that read it all. */
  readonly reads: readonly string[];
  readonly changes: readonly ContractChange[];
  /** Ways in which an answer can be less than the truth; each must leave the root or a scope incomplete. */
  readonly faults: readonly ContractFault[];
  /** An answer of each kind of write that is no success, though its status is. */
  readonly refused: readonly { readonly change: PlannedChange; readonly bodies: readonly unknown[] }[];
}

interface ContractChange {
  readonly title: string;
  readonly planned: PlannedChange;
  readonly sent: readonly string[];
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

interface ContractFault {
  readonly title: string;
  /** The scopes that are incomplete because of it, by address. */
  readonly incomplete: readonly string[];
  /** The answer that takes the place of the right one; null leaves it. */
  readonly spoil: (path: string, body: unknown) => Reply | null;
}

export function providerContract(subject: ContractSubject): void {
  const { module, root, scopes, named } = subject;
  const everyone = { root, scopes, named, everyone: true };

  describe(`${module.traits.name} keeps the contract of a provider:`, () => {
    let server: ContractServer;
    let rig: Rig;
    const closing: (() => Promise<void>)[] = [];

    beforeEach(async () => {
      server = await subject.start();
      rig = rigFor(module, settingsFor(module, server.url + subject.basePath));
      closing.push(server.close, rig.client.destroy);
    });

    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close();
    });

    /** A rig whose answers come from the sandbox by way of `change`. */
    async function spoiled(change: (path: string, body: unknown) => Reply | null): Promise<Rig> {
      const between = await serve(async (path, method) => {
        const answer = await fetch(server.url + path, {
          method,
          headers: { authorization: `Bearer ${token}` },
        });
        const body: unknown = await answer.json();
        return change(path, body) ?? { status: answer.status, json: body };
      });
      const other = rigFor(module, settingsFor(module, between.url + subject.basePath));
      closing.push(between.close, other.client.destroy);
      return other;
    }

    test('it reads what the server holds, and says that this is all', async () => {
      const live = await rig.provider.read(everyone, rig.client.reading);
      expect(held(live)).toEqual([...subject.holds].sort());
      expect(live.problems).toEqual([]);
      expect(live.complete).toBe(true);
      expect(live.scopes.map(({ scope, complete }) => [scope.address, complete])).toEqual(
        scopes.map(({ address }) => [address, true]),
      );
    });

    test('it finds the scopes of its root, and says that these are all', async () => {
      const { scopes: found, problems } = await rig.provider.discover(root, rig.client.reading);
      expect(found.map(({ scope }) => scope.address).sort(byCodeUnit)).toEqual(subject.discovers);
      expect(problems).toEqual([]);
    });

    test('it asks nothing twice, and nothing it need not know', async () => {
      await rig.provider.read(everyone, rig.client.reading);
      const asked = server.requests.map(({ method, path, query }) =>
        line(method, query === '' ? path : `${path}?${query}`, ''),
      );
      expect(asked.sort(byCodeUnit)).toEqual([...subject.reads].sort(byCodeUnit));
    });

    test('it reads the same whatever fields are added', async () => {
      const other = await spoiled((_path, body) => ({ json: withMore(body) }));
      const live = await other.provider.read(everyone, other.client.reading);
      expect(held(live)).toEqual([...subject.holds].sort());
      expect(live.problems).toEqual([]);
    });

    test('it gives the same live state in whatever order the rows come', async () => {
      const other = await spoiled((_path, body) => ({ json: reversed(body) }));
      const live = await other.provider.read(everyone, other.client.reading);
      expect(live).toEqual(await rig.provider.read(everyone, rig.client.reading));
    });

    for (const { title, planned, sent, gained, lost } of subject.changes) {
      test(`${title}: it sends what is documented, and reads it back`, async () => {
        const live = await rig.provider.read(everyone, rig.client.reading);
        const before = held(live);
        const from = server.requests.length;
        for (const step of rig.provider.writes(planned, live)) {
          const answer = await rig.client.whileWriting(({ send }) => send(step.request));
          expect(rig.provider.refusal(step, answer)).toBeNull();
        }
        const written = server.requests.slice(from);
        expect(
          written.map(({ method, path, query, body }) =>
            line(method, query === '' ? path : `${path}?${query}`, body),
          ),
        ).toEqual(sent);
        const after = held(await rig.provider.read(everyone, rig.client.reading));
        expect(after.filter((entry) => !before.includes(entry))).toEqual(gained);
        expect(before.filter((entry) => !after.includes(entry))).toEqual(lost);
      });
    }

    test('it takes no answer for a success that does not say so', async () => {
      const live = await rig.provider.read(everyone, rig.client.reading);
      for (const { change, bodies } of subject.refused) {
        const [step] = rig.provider.writes(change, live);
        if (step === undefined) throw new Error('a change has a step');
        for (const body of bodies) {
          const answer = { status: 200, body, requestId: null, ms: 1, attempts: 1 };
          expect({ body, refusal: rig.provider.refusal(step, answer) }).toEqual({
            body,
            refusal: expect.any(String),
          });
        }
      }
    });

    for (const { title, incomplete, spoil } of subject.faults) {
      test(`${title} makes the read incomplete, and says why`, async () => {
        const other = await spoiled(spoil);
        const live = await other.provider.read(everyone, other.client.reading);
        expect(live.scopes.filter(({ complete }) => !complete).map(({ scope }) => scope.address)).toEqual(
          incomplete,
        );
        for (const address of incomplete) {
          expect(live.problems.filter(({ scope }) => scope === address)).not.toEqual([]);
        }
        expect(
          live.problems
            .map(({ scope }) => scope)
            .filter((scope) => ![root.address, ...incomplete].includes(scope)),
        ).toEqual([]);
      });
    }

    test('a variable that is not set stops the run before a request', async () => {
      const other = rigFor(module, settingsFor(module, server.url + subject.basePath), { env: {} });
      closing.push(other.client.destroy);
      const failure = await other.provider
        .read(everyone, other.client.reading)
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(HttpFailure);
      expect(failure).toMatchObject({ kind: 'missing-variable', variable: 'TOKEN' });
      expect(server.requests).toEqual([]);
    });

    test('an interrupt stops the run', async () => {
      const other = rigFor(module, settingsFor(module, server.url + subject.basePath), {
        signal: AbortSignal.abort(),
      });
      closing.push(other.client.destroy);
      await expect(other.provider.read(everyone, other.client.reading)).rejects.toMatchObject({
        kind: 'interrupted',
      });
    });
  });
}

function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore);
  if (typeof value !== 'object' || value === null) return value;
  return {
    ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withMore(inner)])),
    since11: { x: [] },
  };
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reversed(inner)]));
}
