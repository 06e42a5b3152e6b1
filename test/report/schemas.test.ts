import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AuditLine, openAuditLog } from '../../src/engine/audit-log.js';
import { applyJson, diagnosticsJson, diffJson, planJson, receiptJson } from '../../src/report/json.js';
import { editJson } from '../../src/report/edit.js';
import { schemaProblems } from '../schema-problems.js';
import {
  applyResult,
  change,
  changeResult,
  grant,
  ORGANIZATION,
  plan,
  planScope,
  revoke,
  UNLISTED,
} from './samples.js';

function parsed(json: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null) throw new Error('no JSON object');
  return { ...value };
}

const NAMES = [
  'plan',
  'result',
  'validate',
  'diff',
  'edit',
  'explain',
  'audit-line',
  'receipt',
  'connector',
  'connector-check',
];
const readSchema = (name: string): Readonly<Record<string, unknown>> =>
  parsed(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'));

const problems = (name: string, json: string): readonly unknown[] => schemaProblems(name, JSON.parse(json));

const fullPlan = plan(
  [
    grant({ verifiable: false, cause: 'files', term: 'started' }),
    change({ cause: 'drift' }),
    revoke({ takesAlong: ['redox/environment/e1 engineer'], term: 'left' }),
    grant({ blocked: 'not a member', source: null }),
  ],
  {
    base: 'main',
    narrowing: { scope: ['redox/**'], shard: '1/2', changedSince: 'v1' },
    unlisted: [UNLISTED],
    scopes: [planScope(ORGANIZATION, { name: 'Acme', prune: 'listed', diff: '- a\n+ b\n' })],
    guards: [{ guard: 'maxRevokes', scope: null, message: 'too many' }],
    warnings: [{ code: 'term-ends-soon', message: 'soon', source: null }],
  },
);
const fullResult = applyResult(
  [changeResult(grant()), changeResult(change(), { status: 'failed', reason: 'HTTP 500', requestId: null })],
  { guards: [{ guard: 'minHolders', scope: ORGANIZATION, message: 'too few' }], unreviewed: [revoke()] },
);
const diagnostic = {
  severity: 'error',
  code: 'unknown-person',
  message: 'm',
  file: 'a.yaml',
  line: 1,
  column: 2,
} as const;
const auditLine: AuditLine = {
  time: '2026-11-22T09:00:00Z',
  phase: 'before',
  id: 'x',
  attempt: 1,
  scope: ORGANIZATION,
  principal: 'user:1',
  action: 'grant',
  from: null,
  to: { role: 'admin', status: 'active' },
  method: 'PUT',
  path: '/v1/x',
  httpStatus: null,
  outcome: null,
  requestId: null,
};
const difference = {
  action: 'grant',
  scope: ORGANIZATION,
  principal: 'user:ada',
  label: 'ada',
  from: null,
  to: change().to,
  source: null,
} as const;
const diff = {
  formatVersion: 1,
  base: 'main',
  head: null,
  summary: { grant: 1, change: 0, revoke: 0, kept: 0 },
} as const;
const times = { startedAt: '2026-11-22T09:00:00Z', finishedAt: '2026-11-22T09:00:05Z' };

test.each([
  ['plan', planJson(fullPlan)],
  ['plan', planJson(plan([]))],
  ['result', applyJson(fullResult)],
  ['validate', diagnosticsJson([diagnostic])],
  ['diff', diffJson({ ...diff, changes: [difference] })],
  [
    'edit',
    editJson({
      formatVersion: 1,
      files: [{ file: 'access/a.yaml', diff: '--- a/access/a.yaml' }],
      assignments: [
        { action: 'grant', principal: 'user:1', role: 'r', scope: ORGANIZATION, source: null },
        { action: 'revoke', principal: 'user:1', role: 'r', scope: ORGANIZATION, source: null, kept: true },
      ],
      notes: ['note'],
    }),
  ],
  [
    'receipt',
    receiptJson({
      formatVersion: 1,
      commit: null,
      uncommitted: false,
      digest: fullResult.digest,
      ...times,
      result: fullResult,
    }),
  ],
])('what is printed fits schemas/%s.schema.json', (name, json) => {
  expect(problems(name, json)).toEqual([]);
});

test('a line of the audit log fits its schema', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-audit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const log = await openAuditLog(join(folder, 'audit.jsonl'));
  await log.append(auditLine);
  await log.append({ ...auditLine, phase: 'after', httpStatus: 200, outcome: 'applied', requestId: 'r' });
  await log.close();
  const lines = readFileSync(join(folder, 'audit.jsonl'), 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => problems('audit-line', line))).toEqual([[], []]);
});

test('explain as documented fits its schema', () => {
  const commit = { sha: 'a'.repeat(40), author: 'Ada', date: '2026-01-01T00:00:00Z', subject: 'Grant' };
  const source = { file: 'a.yaml', line: 1, column: 1 };
  const role = {
    scope: ORGANIZATION,
    role: 'admin',
    status: 'active',
    via: 'team:core',
    from: null,
    reason: null,
  };
  const roles = [{ ...role, until: '2027-01-31', inForce: true, source, commit }];
  expect(problems('explain', JSON.stringify({ formatVersion: 1, principal: 'user:1', roles }))).toEqual([]);
});

test.each(NAMES)('schemas/%s.schema.json describes every property', (name) => {
  expect(undescribed(readSchema(name), '')).toEqual([]);
});

test('an unknown key does not fit', () => {
  expect(problems('plan', planJson(plan([])).replace('{', '{"more":1,'))).not.toEqual([]);
});

describe('the plan as JSON', () => {
  test('has its keys in the documented order, and none but those documented', () => {
    expect(Object.keys(parsed(planJson(plan([change()])))).join(' ')).toBe(
      'formatVersion now base narrowing digest summary scopes changes unlisted guards warnings requests',
    );
    expect(planJson(plan([change()]))).toContain(`"changes": [
    {
      "action": "change",
      "scope": "redox/organization/1024",
      "principal": "user:3363",
      "label": "ada@acme.test",
      "from": {
        "role": "member",
        "status": "active"
      },
      "to": {
        "role": "admin",
        "status": "active"
      },
      "source": {
        "file": "access/acme.yaml",
        "line": 6,
        "column": 12
      },
      "cause": null,
      "term": null,
      "risk": "high",
      "blocked": null
    }
  ]`);
  });
});

function undescribed(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}/${key}`;
    const inner = undescribed(value, here);
    if (!path.endsWith('/properties') || typeof value !== 'object' || value === null) return inner;
    return 'description' in value || '$ref' in value ? inner : [here, ...inner];
  });
}
