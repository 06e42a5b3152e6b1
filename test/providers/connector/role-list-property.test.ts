import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { connectorRun } from './run.js';
import { type RoleListOptions, RoleListServer, roleListConnector } from './role-list-server.js';

const MANAGED = ['viewer', 'editor', 'admin'];
const OTHERS = ['legacy', 'audit', 'billing'];
const PEOPLE = ['ada', 'lin'];

const some = (roles: readonly string[]) => fc.uniqueArray(fc.constantFrom(...roles));
const perPerson = (roles: readonly string[]) => fc.record({ ada: some(roles), lin: some(roles) });

/** What another writer does at the nth request about somebody's roles: a role that it gives or takes, or nothing. */
const interference = fc.array(fc.option(fc.constantFrom(...OTHERS), { nil: null, freq: 1 }), {
  maxLength: 12,
});

it('whenever somebody else writes between plan and write, nobody loses or gains what the files do not ask for', async () => {
  await fc.assert(
    fc.asyncProperty(
      perPerson(MANAGED),
      perPerson(OTHERS),
      perPerson(MANAGED),
      interference,
      fc.nat({ max: 3 }),
      async (managed, others, wanted, script, throttled) => {
        const expected = new Map(PEOPLE.map((person) => [person, new Set(others[person as 'ada'])]));
        let requests = 0;
        let puts = 0;
        const meanwhile: RoleListOptions['meanwhile'] = (request, held) => {
          const [, method, person = ''] = /^(GET|PUT) \/users\/([^/]+)\/roles$/u.exec(request) ?? [];
          if (method === undefined) return undefined;
          const isThrottled = method === 'PUT' && (puts += 1) === throttled;
          if (method === 'PUT' && !isThrottled) return undefined;
          const role = script[(requests += 1) - 1] ?? null;
          const now = expected.get(person);
          const rows = held.get(person) ?? [];
          if (role !== null && now?.delete(role) === true)
            held.set(
              person,
              rows.filter(({ id }) => id !== role),
            );
          else if (role !== null) {
            now?.add(role);
            rows.push({ id: role });
          }
          return isThrottled ? { status: 429, headers: { 'retry-after': '0' }, json: {} } : undefined;
        };
        const asked = PEOPLE.flatMap((person) =>
          MANAGED.map((role) => `${person} ${wanted[person as 'ada'].includes(role) ? '+' : '-'}${role}`),
        );
        const held = Object.fromEntries(
          PEOPLE.map((person) => [person, [...others[person as 'ada'], ...managed[person as 'ada']]]),
        );
        const double = new RoleListServer({ held, asked, meanwhile });
        const roles = MANAGED.map(
          (role) =>
            `  ${role}: [${PEOPLE.filter((person) => wanted[person as 'ada'].includes(role)).join(', ')}]`,
        );
        const run = await connectorRun({
          connector: roleListConnector(),
          access: `directory: main\nprune: listed\nroles:\n${roles.join('\n')}\n`,
          settings: 'guards: { maxRevokes: { count: 99, percent: 100 } }',
          answer: double.answer,
          runtime: { sleep: () => Promise.resolve() },
        });
        await run.rolecall('apply', '--yes', '--allow-revokes', '99');
        expect(double.violations).toEqual([]);
        for (const person of PEOPLE) {
          const should = [...(expected.get(person) ?? []), ...wanted[person as 'ada']].toSorted();
          expect(double.direct(person).toSorted()).toEqual(should);
        }
      },
    ),
    { numRuns: 25 },
  );
}, 60_000);
