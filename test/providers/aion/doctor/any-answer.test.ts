import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HttpFailure, withoutResponse } from '../../../../src/http/failure.js';
import { aionDoctor } from '../../../../src/providers/aion/doctor/index.js';
import { aion } from '../../../../src/providers/aion/index.js';
import type { ProbeSubject, SeenAnswer } from '../../../../src/providers/doctor.js';
import { scopeOf, settingsFor } from '../../rig.js';

const root = scopeOf(aion, 'account', 'orbit');
const project = scopeOf(aion, 'project', 'apollo', 'orbit');

const row = fc.record(
  {
    id: fc.jsonValue(),
    roleId: fc.jsonValue(),
    email: fc.jsonValue(),
    status: fc.oneof(fc.constantFrom('ACTIVE', 'INACTIVE'), fc.jsonValue()),
    isCustom: fc.jsonValue(),
    scope: fc.jsonValue(),
    groupId: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const list = fc.oneof(fc.array(fc.oneof(row, fc.jsonValue())), fc.jsonValue());
const body = fc.oneof(
  fc.jsonValue(),
  fc.record(
    { data: list, users: list, total: fc.jsonValue(), meta: fc.oneof(fc.jsonValue(), row) },
    { requiredKeys: [] },
  ),
);
const answer = fc.record({ status: fc.constantFrom(0, 200, 200, 204, 401, 404, 500), body });
const failure = new HttpFailure('no answer', withoutResponse('network', 'GET /', 'no'));

test('any answer whatever leaves each probe with findings, bounded requests and no error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 12 }), async (answers) => {
      const seen: SeenAnswer[] = [];
      let asked = 0;
      const subject: ProbeSubject = {
        settings: settingsFor(aion, 'https://api.aion.test'),
        roots: [
          {
            root,
            scopes: [project],
            named: [{ kind: 'group', by: 'id', value: 'data' }],
            wanted: [{ scope: project, role: 'project_admin' }],
          },
        ],
        live: new Map(),
        seen,
        ask: async ({ base = 'default', path }) => {
          asked += 1;
          const { status = 200, body: json } = answers[asked % answers.length] ?? {};
          const headers = { 'x-ratelimit-limit': '5' };
          if (status === 0) return { failure };
          seen.push({ base, path, invalidCredential: false, status, headers, body: json });
          return { status, headers, body: json };
        },
      };
      for (const probe of aionDoctor.probes) {
        for (const { evidence } of await probe.run(subject)) expect(evidence).not.toContain('undefined');
      }
      expect(asked).toBeLessThan(120);
    }),
    { numRuns: 120 },
  );
});
