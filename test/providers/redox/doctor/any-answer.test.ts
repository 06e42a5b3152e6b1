import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProbeAnswer, ProbeRequest } from '../../../../src/http/probe.js';
import type { HttpRequest, HttpResponse } from '../../../../src/http/request.js';
import type { SeenAnswer } from '../../../../src/providers/doctor.js';
import { redoxDoctor } from '../../../../src/providers/redox/doctor/index.js';
import { redox } from '../../../../src/providers/redox/index.js';
import { settingsFor } from '../../rig.js';
import { organization, staging } from './rig.js';

const row = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      user: fc.record({ id: fc.oneof(fc.jsonValue(), fc.constantFrom('1', 2, '__proto__')) }),
      role: fc.record({
        id: fc.string(),
        name: fc.oneof(fc.constantFrom('engineer', '__proto__'), fc.string()),
      }),
      id: fc.jsonValue(),
      environmentFlag: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
);
const list = fc.array(row, { maxLength: 10 });
const body = fc.oneof(
  fc.jsonValue(),
  fc.record({
    meta: fc.record({ page: fc.jsonValue() }),
    payload: fc.record({ memberships: list, environments: list }, { requiredKeys: [] }),
  }),
);
const answer = fc.record({
  status: fc.constantFrom(200, 201, 204, 400, 403, 404, 500),
  headers: fc.constantFrom({}, { 'x-ratelimit-limit': '7' }, { 'x-ratelimit-limit': '∞' }),
  body: fc.oneof(body, fc.constant(undefined)),
});

test('no answer, whatever it holds, keeps a probe from saying what it found', async () => {
  const settings = settingsFor(redox, 'https://api.test/platform');
  const wanted = [{ scope: staging, role: 'engineer' }];
  const roots = [{ root: organization, scopes: [organization, staging], named: [], wanted }];
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 12 }), async (answers) => {
      const seen: SeenAnswer[] = [];
      let asked = 0;
      const next = (path: string) => {
        const {
          status,
          headers,
          body: value,
        } = answers[asked % answers.length] ?? { status: 404, headers: {}, body: null };
        asked += 1;
        const each: SeenAnswer = {
          base: 'default',
          path,
          invalidCredential: false,
          status,
          headers,
          body: value,
        };
        seen.push(each);
        return each;
      };
      const ask = async ({ path }: ProbeRequest): Promise<ProbeAnswer> => next(path);
      const get = async ({ path }: HttpRequest): Promise<HttpResponse> => {
        return { ...next(path), requestId: null, attempts: 1 };
      };
      const live = await redox
        .create(settings)
        .read({ root: organization, scopes: [organization, staging], named: [], everyone: true }, { get });
      const subject = { ask, settings, roots, live: new Map([[organization.address, live]]), seen };
      for (const probe of redoxDoctor.probes) {
        const findings = await probe.run(subject);
        expect(findings.every(({ evidence }) => evidence !== '')).toBe(true);
        expect(findings.every((each) => !('remedy' in each) || each.remedy !== '')).toBe(true);
      }
      expect(asked).toBeLessThan(40);
    }),
    { numRuns: 120 },
  );
});
