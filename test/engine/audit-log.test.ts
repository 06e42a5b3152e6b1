import { readFileSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AuditLine, openAuditLog } from '../../src/engine/audit-log.js';
import { account, aionRoot, document } from '../planning/world.js';
import { applyWorld, ok } from './fake.js';

let folder = '';
let file = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rolecall-audit-'));
  file = join(folder, 'audit.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const line = (id: string): AuditLine => ({
  time: '2026-11-22T09:00:00Z',
  phase: 'before',
  id,
  attempt: 1,
  scope: 'aion/account/a',
  principal: 'user:1',
  action: 'grant',
  from: null,
  to: { role: 'auditor', status: 'active' },
  method: 'POST',
  path: '/x',
  httpStatus: null,
  outcome: null,
  requestId: null,
});

async function idsOnDisk(): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8');
  return text.split('\n').flatMap((one) => /"id":"([^"]*)"/u.exec(one)?.[1] ?? []);
}

describe('the audit log', () => {
  test('has a line on disk when append resolves, all that came meanwhile in their order', async () => {
    const log = await openAuditLog(file);
    const ids = Array.from({ length: 50 }, (_, index) => String(index));
    await Promise.all(
      ids.map(async (id) => {
        await log.append(line(id));
        expect(await idsOnDisk()).toContain(id);
      }),
    );
    expect(await idsOnDisk()).toEqual(ids);
    await log.close();
  });

  test('appends to what is there, after the end of a line that was torn', async () => {
    await writeFile(file, `${JSON.stringify({ id: 'old' })}\n`);
    const first = await openAuditLog(file);
    await first.append(line('one'));
    await first.close();
    await appendFile(file, '{"id":"torn"');
    const second = await openAuditLog(file);
    await second.append(line('two'));
    await second.close();
    const text = await readFile(file, 'utf8');
    expect(text.split('\n').map((one) => /"id":"([^"]*)"/u.exec(one)?.[1])).toEqual([
      'old',
      'one',
      'torn',
      'two',
      undefined,
    ]);
    expect(JSON.parse(text.split('\n')[1] ?? '')).toMatchObject(line('one'));
  });

  test('that cannot be opened is named, before anything is written', async () => {
    await expect(openAuditLog(join(folder, 'no', 'such', 'folder'))).rejects.toThrow(
      /audit log .*no\/such\/folder.* cannot be written/u,
    );
  });

  test('tells everyone whose line failed, and closes all the same', async () => {
    const log = await openAuditLog('/dev/full');
    const told = await Promise.allSettled([log.append(line('1')), log.append(line('2'))]);
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(log.close()).resolves.toBeUndefined();
  });

  test('has the line of every request before that request leaves', async () => {
    const log = await openAuditLog(file);
    const users = Array.from({ length: 30 }, (_, index) => String(index));
    const missing: string[] = [];
    const { result } = await applyWorld(
      {
        documents: [document(account('a'), { auditor: users })],
        live: [aionRoot('a', users, {})],
        concurrency: 8,
      },
      {
        audit: log,
        answer: (change) => {
          const principal = /user:\d+/u.exec(change)?.[0] ?? '';
          const lines = readFileSync(file, 'utf8').split('\n');
          const before = (text: string): boolean =>
            text.includes('"phase":"before"') && text.includes(`"${principal}"`);
          if (!lines.some(before)) missing.push(principal);
          return ok;
        },
      },
    );
    await log.close();
    expect(missing).toEqual([]);
    expect(result.summary.applied).toBe(30);
    expect((await idsOnDisk()).length).toBe(60);
  });
});
