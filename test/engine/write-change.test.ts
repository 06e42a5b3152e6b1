import { describe, expect, test } from 'vitest';
import { AuditLogFailure } from '../../src/engine/audit-log.js';
import {
  account,
  aionRoot,
  document,
  environment,
  NOW,
  organization,
  redoxRoot,
  type World,
} from '../planning/world.js';
import { applyWorld, type Answer, type FakeOptions, lost, ok, refuses, unsuccessful } from './fake.js';

const acc = account('a');
const grant: World = {
  documents: [document(acc, { auditor: ['1'] })],
  live: [aionRoot('a', ['1', '2', '3'], {})],
};
const granting = 'write + aion/account/a user:1 auditor';
const revoke: World = {
  documents: [document(acc, { auditor: [{ who: '1', until: NOW }] })],
  live: [aionRoot('a', ['1'], { 1: ['auditor'] })],
};

/** Answers in turn, then `ok`. */
function inTurn(...answers: readonly Answer[]): (change: string, sending: number) => Answer {
  return (_, sending) => answers[sending - 1] ?? ok;
}

async function outcome(
  world: World,
  options: FakeOptions,
): Promise<readonly [string, string | null, number]> {
  const { result, log } = await applyWorld(world, options);
  const [first] = result.results;
  return [first?.status ?? '', first?.reason ?? null, log.filter((line) => line.startsWith('write')).length];
}

describe('a write', () => {
  test('that succeeds is applied, read again and converged', async () => {
    const { result, log } = await applyWorld(grant);
    expect(log).toEqual([granting, 'read']);
    expect(result).toMatchObject({ summary: { applied: 1, failed: 0 }, converged: true });
    expect(result.results[0]).toMatchObject({ status: 'applied', reason: null, requestId: 'request-1' });
  });

  test('that says no success has failed, whatever its status code', async () => {
    const { result } = await applyWorld(grant, { answer: () => unsuccessful });
    expect(result).toMatchObject({ summary: { applied: 0, failed: 1 }, converged: false });
    expect(result.results[0]?.reason).toContain('success');
  });

  test('that fails does not stop the others, and no secret is in its reason', async () => {
    const world = { ...grant, documents: [document(acc, { auditor: ['1', '2', '3'] })] };
    const { result } = await applyWorld(world, {
      answer: (change) => (change.includes('user:2') ? refuses('refused', 400) : ok),
    });
    expect(result.results.map(({ status }) => status)).toEqual(['applied', 'failed', 'applied']);
    expect(result.results[1]?.reason).toBe('the server says [redacted] (refused)');
  });
});

describe('a write whose response is lost', () => {
  test('is not sent again where reading shows that it landed', async () => {
    const { result, log } = await applyWorld(grant, { answer: inTurn(lost(true)) });
    expect(log).toEqual([granting, 'read', 'read']);
    expect(result).toMatchObject({ summary: { applied: 1 }, converged: true });
  });

  test('is sent again once several reads have shown that it did not land', async () => {
    const { result, log } = await applyWorld(grant, { answer: inTurn(lost(false)) });
    expect(log).toEqual([granting, 'read', 'sleep 200', 'read', 'sleep 800', 'read', granting, 'read']);
    expect(result.summary.applied).toBe(1);
  });

  test('is looked for again before it is repeated, since a server may be slow to show it', async () => {
    expect(await outcome(grant, { answer: inTurn(lost(true)), lag: 2 })).toEqual(['applied', null, 1]);
  });

  test('repeated too late, the answer that it exists is believed once reading confirms it', async () => {
    const conflict = refuses('conflict', 409);
    expect(await outcome(grant, { answer: inTurn(lost(true), conflict), lag: 3 })).toEqual([
      'applied',
      null,
      2,
    ]);
  });

  test('has failed, and is not sent again, where the state cannot be read', async () => {
    const [status, reason, sent] = await outcome(grant, {
      answer: inTurn(lost(true)),
      readable: () => false,
    });
    expect([status, sent]).toEqual(['failed', 1]);
    expect(reason).toContain('could not tell whether it took effect: the read was cut short');
  });

  test('has failed after four sendings that did not land', async () => {
    const [status, reason, sent] = await outcome(grant, { answer: () => lost(false) });
    expect([status, sent]).toEqual(['failed', 4]);
    expect(reason).toContain('did not take effect');
  });

  test('is read, and not sent again, after an interrupt', async () => {
    const controller = new AbortController();
    const answer = (): Answer => {
      controller.abort();
      return lost(false);
    };
    const { result, log } = await applyWorld(grant, { answer, signal: controller.signal });
    expect(log.filter((line) => line.startsWith('write'))).toEqual([granting]);
    expect(result).toMatchObject({ summary: { failed: 1 }, converged: false });
  });

  test('is no success where only half of the change holds', async () => {
    const world = {
      documents: [document(acc, { auditor: ['1'] }, true)],
      live: [aionRoot('a', ['1'], { 1: ['billing_admin'] })],
    };
    expect((await outcome(world, { answer: () => lost(false) }))[0]).toBe('failed');
  });
});

describe('a response that says that the change is already made', () => {
  const conflict = refuses('conflict', 409);
  const missing = refuses('not-found', 404);

  test('409 to a grant is done once reading confirms it, else failed', async () => {
    expect(await outcome(grant, { answer: inTurn({ ...conflict, lands: true }) })).toEqual([
      'applied',
      null,
      1,
    ]);
    expect((await outcome(grant, { answer: inTurn(conflict) }))[0]).toBe('failed');
  });

  test('404 to a revoke is done where the row is gone, and failed where it is still there', async () => {
    expect(await outcome(revoke, { answer: inTurn({ ...missing, lands: true }) })).toEqual([
      'applied',
      null,
      1,
    ]);
    expect((await outcome(revoke, { answer: inTurn(missing) }))[0]).toBe('failed');
  });

  test('404 to a change has failed', async () => {
    const world = {
      documents: [document(environment('1', 'dev'), { support: ['1'] })],
      live: [redoxRoot('1', { 1: 'owner' }, { dev: { 1: 'engineer' } })],
    };
    expect(await outcome(world, { answer: () => missing })).toEqual([
      'failed',
      'the server says [redacted] (not-found)',
      1,
    ]);
  });

  test('is taken for done where nobody can read it', async () => {
    const world = {
      documents: [document(acc, { auditor: ['group:g'], billing_admin: [{ who: 'group:g', until: NOW }] })],
      live: [aionRoot('a', [], {}, {}, { unverifiable: ['group:g'] })],
    };
    const { result, log } = await applyWorld(world, {
      answer: (change) => (change.startsWith('+') ? conflict : missing),
    });
    expect(result).toMatchObject({ summary: { applied: 2 }, converged: true });
    expect(log.filter((line) => line === 'read')).toEqual([]);
  });
});

describe('a failure that stops more than one write', () => {
  const org = organization('1');
  const two: World = {
    documents: [document(org, { admin: ['1', '2'] }), document(environment('1', 'dev'), { engineer: ['1'] })],
    live: [redoxRoot('1', { 1: 'member', 2: 'member' }, { dev: {} })],
    concurrency: 1,
  };

  test('403 stops the writes of that scope alone', async () => {
    const { result } = await applyWorld(two, {
      answer: (change) => (change.includes('organization') ? refuses('forbidden', 403) : ok),
    });
    expect(result.results.map(({ scope, status }) => [scope, status])).toEqual([
      ['redox/environment/dev', 'applied'],
      ['redox/organization/1', 'failed'],
      ['redox/organization/1', 'skipped'],
    ]);
    expect(result.results[2]?.reason).toContain('forbidden');
  });

  test('401 stops everything of that credential, and no other', async () => {
    const world = {
      ...two,
      documents: [...two.documents, ...grant.documents],
      live: [...two.live, ...grant.live],
    };
    const { result } = await applyWorld(world, {
      answer: (change) => (change.includes('redox') ? refuses('unauthorized', 401) : ok),
    });
    expect(result.summary).toMatchObject({ applied: 1, failed: 1, skipped: 2 });
  });

  test('an interrupt stops what has not begun', async () => {
    const controller = new AbortController();
    const answer = (): Answer => {
      controller.abort();
      return ok;
    };
    const { result, log } = await applyWorld(two, { answer, signal: controller.signal });
    expect(result).toMatchObject({ summary: { applied: 1, skipped: 2 }, converged: false });
    expect(log).toHaveLength(1);
  });

  test('an audit log that cannot be written stops everything, before the request', async () => {
    let appended = 0;
    const audit = {
      append: () => {
        appended += 1;
        return appended > 2 ? Promise.reject(new AuditLogFailure(new Error('disk full'))) : Promise.resolve();
      },
      close: () => Promise.resolve(),
    };
    const { result, log } = await applyWorld(two, { audit });
    expect(log.filter((line) => line.startsWith('write'))).toHaveLength(1);
    expect(result.summary).toMatchObject({ applied: 1, failed: 1, skipped: 1 });
    expect(result.results[1]?.reason).toContain('disk full');
  });
});

describe('reading again after the writes', () => {
  test('waits until the API shows what was written', async () => {
    const { result, log } = await applyWorld(grant, { lag: 2 });
    expect(log).toEqual([granting, 'read', 'sleep 100', 'read', 'sleep 250', 'read']);
    expect(result.converged).toBe(true);
  });

  test('gives up after half a minute and says so', async () => {
    const { result, log } = await applyWorld(grant, { lag: 1000 });
    expect(result).toMatchObject({ summary: { applied: 1 }, converged: false });
    const slept = log.reduce((sum, line) => sum + Number(/^sleep (\d+)$/u.exec(line)?.[1] ?? 0), 0);
    expect(slept).toBeGreaterThan(20_000);
    expect(slept).toBeLessThanOrEqual(30_000);
  });

  test('reads nothing where nothing was written', async () => {
    const { result, log } = await applyWorld({ ...grant, documents: [document(acc, {})] });
    expect(log).toEqual([]);
    expect(result).toMatchObject({ converged: true, results: [] });
  });

  test('is satisfied when a person is gone from the organization', async () => {
    const world = {
      documents: [document(organization('1'), { owner: ['1'] }, true)],
      live: [redoxRoot('1', { 1: 'owner', 2: 'member' })],
    };
    const { result } = await applyWorld(world);
    expect(result).toMatchObject({ summary: { applied: 1 }, converged: true });
  });
});

describe('the audit lines', () => {
  test('stand before and after each sending, with what came of it', async () => {
    const { lines } = await applyWorld(grant, { answer: inTurn(lost(false), refuses('refused', 400)) });
    expect(
      lines.map(({ phase, id, attempt, httpStatus, outcome: came }) => [
        phase,
        id,
        attempt,
        httpStatus,
        came,
      ]),
    ).toEqual([
      ['before', 'change-1', 1, null, null],
      ['after', 'change-1', 1, null, 'lost'],
      ['before', 'change-1', 2, null, null],
      ['after', 'change-1', 2, 400, 'failed'],
    ]);
    expect(lines[0]).toMatchObject({
      time: '2026-11-22T09:00:00Z',
      method: 'POST',
      scope: 'aion/account/a',
      principal: 'user:1',
      action: 'grant',
    });
  });

  test('tell what reading back showed', async () => {
    const { lines } = await applyWorld(revoke, { answer: inTurn(lost(true)) });
    expect(lines.map(({ phase, outcome: came }) => [phase, came])).toEqual([
      ['before', null],
      ['after', 'lost'],
      ['after', 'applied'],
    ]);
  });
});

test('blocked changes are results too, and only the chosen ones are written', async () => {
  const world = { ...grant, documents: [document(acc, { auditor: ['1', '2', '9'] })] };
  const { result, log } = await applyWorld(world, { indexes: [1] });
  expect(result.results.map(({ principal, status }) => [principal, status])).toEqual([
    ['user:2', 'applied'],
    ['user:9', 'blocked'],
  ]);
  expect(log).toEqual(['write + aion/account/a user:2 auditor', 'read']);
});

test('events tell of every write, and none is needed', async () => {
  const { events } = await applyWorld(revoke);
  expect(events.map(({ kind }) => kind)).toEqual(['apply-started', 'change-done', 'verifying']);
});
