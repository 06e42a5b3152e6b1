import { expect, test } from 'vitest';
import type { Connection } from '../../src/engine/connection.js';
import { readLive, rootOf } from '../../src/engine/read-live.js';
import { WriteBlocks } from '../../src/engine/write-blocks.js';
import { aionTraits } from '../../src/providers/aion/traits.js';
import type { RootRequest } from '../../src/providers/provider.js';
import { account, aionRoot, document, planOf, project, settings } from '../planning/world.js';

const own = settings().providers.get('aion');
if (own === undefined) throw new Error('no settings');
const never = () => Promise.reject(new Error('nothing is sent here'));

function connectionThat(
  read: (request: RootRequest) => ReturnType<Connection['provider']['read']>,
  rootAuth = own?.rootAuth ?? new Map(),
): Connection {
  if (own === undefined) throw new Error('no settings');
  return {
    provider: { traits: aionTraits, read, discover: never, writes: () => [], refusal: () => null },
    client: {
      probing: { ask: () => Promise.reject(new Error('no probe is expected')) },
      reading: { get: never },
      whileWriting: never,
      counts: () => ({ made: 0, retries: 0 }),
      redact: (text) => text.replaceAll('hunter2', '[redacted]'),
      close: () => Promise.resolve(),
      destroy: () => Promise.resolve(),
    },
    settings: { ...own, rootAuth },
  };
}

test('an account and its projects are read as one root, with everyone they name once', async () => {
  const asked: RootRequest[] = [];
  const connection = connectionThat((request) => {
    asked.push(request);
    const root = aionRoot(request.root.id, [], {});
    return Promise.resolve({ ...root, problems: [{ scope: root.root.address, message: 'echo: hunter2' }] });
  });
  const documents = [
    document(account('b'), { auditor: ['1'] }, true),
    document(project('a', 'web'), { project_reader: ['2', '1'] }),
    document(account('a'), { auditor: ['1', 'group:g'] }),
  ];
  const live = await readLive(documents, {
    connections: new Map([['aion', connection]]),
    events: () => undefined,
  });
  expect(
    asked.map(({ root, scopes, named, everyone }) => [
      root.address,
      scopes.length,
      named.map(({ value }) => value),
      everyone,
    ]),
  ).toEqual([
    ['aion/account/a', 2, ['g', '1', '2'], false],
    ['aion/account/b', 1, ['1'], true],
  ]);
  expect([...live.keys()]).toEqual(['aion/account/a', 'aion/account/b']);
  expect(live.get('aion/account/a')?.problems[0]?.message).toBe('echo: [redacted]');
});

test('the root of a scope is its account', () => {
  expect(rootOf(project('a', 'web'))).toEqual(account('a'));
  expect(rootOf(account('a'))).toEqual(account('a'));
});

test('a refused credential stops what uses it, not the account that has its own', () => {
  const token = { method: 'bearer', token: { env: 'OWN' } } as const;
  const connections = new Map([['aion', connectionThat(never, new Map([['b', token]]))]]);
  const blocks = new WriteBlocks(connections, new AbortController().signal);
  const documents = [
    document(account('a'), { auditor: ['1', '2'] }),
    document(account('b'), { auditor: ['1'] }),
  ];
  const { changes: planned } = planOf({
    documents,
    live: [aionRoot('a', ['1', '2'], {}), aionRoot('b', ['1'], {})],
  });
  const [first, second, third] = planned;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('three are planned');
  blocks.block('credential', first, '401');
  expect(blocks.reason(second)).toContain('401');
  expect(blocks.reason(third)).toBeNull();
});
