import { count, listed } from '../../../model/label.js';
import { byCodeUnit } from '../../../model/ordering.js';
import type { Finding, Probe, ProbeSubject } from '../../doctor.js';
import { isId } from '../../../model/scope.js';
import { valueWritten } from '../../../model/settings.js';
import { idOf } from '../../fields.js';
import { rolesOfPath, rolesPath, usersPath } from '../api.js';
import { aionOptions } from '../options.js';
import { listSeen, usersRequest } from './asking.js';

/** Every invited user gets it (N9). */
const documented = 'team_member';
/** Roles of the system that people give, by name in N1 to N5. */
const given: ReadonlySet<string> = new Set(['account_admin', 'project_admin', 'project_reader']);
/** So many roles are named. */
const mostNamed = 8;
/** A role that so many users hold without exception is taken for one that the system gives. */
const fewest = 5;

/** Which roles the system grants by itself, so that nobody's is revoked for not being in the files (B5, C25). */
export const systemRoles: Probe = {
  id: 'system-roles',
  option: 'options.systemRoles',
  assumes: [documented],
  when: 'after',
  run: async (subject) => {
    const read = subject.roots.filter(({ root }) => subject.live.get(root.address)?.complete === true);
    const roles = read.flatMap(({ root }) => listSeen(subject, rolesPath(root.id))?.rows ?? []);
    if (roles.length === 0) return [];
    const ids = new Set(roles.map(({ id }) => idOf(id) ?? ''));
    const ofSystem = new Set(
      roles.filter(({ isCustom }) => isCustom === false).map(({ id }) => idOf(id) ?? ''),
    );
    const chosen = [...aionOptions(subject.settings.options).systemRoles];
    const lacking = chosen.filter((id) => !ids.has(id));
    const isNamed = valueWritten(subject.settings, 'options.systemRoles') !== undefined;
    if (lacking.length > 0) return [notThere(lacking, ids.size, isNamed)];
    const held = rolesHeld(subject);
    if (held.length === 0) return [];
    const everywhere = [...ofSystem].filter(
      (id) => !given.has(id) && held.length >= fewest && held.every((own) => own.has(id)),
    );
    const holders = held.filter((own) => own.has(documented)).length;
    const kinds =
      ofSystem.size === 0
        ? 'no role says isCustom: false'
        : `isCustom is false for ${listed(fewer([...ofSystem].sort(byCodeUnit)))}`;
    const evidence = `${kinds}; ${documented} is held by ${holders} of ${count(held.length, 'user')}`;
    const value = [...new Set([...chosen, ...everywhere])];
    if (ofSystem.has(documented) && holders > 0) return [{ state: 'settled', value, evidence }];
    return [
      {
        state: 'assumed',
        value,
        evidence,
        remedy:
          'Ask Aion which roles it grants by itself, and set providers.aion.options.systemRoles to them.',
      },
    ];
  },
};

function notThere(lacking: readonly string[], roles: number, isNamed: boolean): Finding {
  return {
    ...(isNamed ? { state: 'conflict', blocks: 'apply' } : { state: 'needs-data' }),
    evidence: `${listed(lacking)} ${lacking.length === 1 ? 'is' : 'are'} not among the ${count(roles, 'role')} that Aion lists`,
    remedy:
      'Set providers.aion.options.systemRoles to the roles that Aion grants by itself; [] where there are none.',
  };
}

/** The roles that each user holds in the account itself or in a project, of those whose rows were seen. */
function rolesHeld(subject: ProbeSubject): readonly ReadonlySet<string>[] {
  return subject.roots.flatMap(({ root }) => {
    const { base } = usersRequest(root, subject.settings);
    const users = listSeen(subject, usersPath(root.id), base)?.rows ?? [];
    return users.flatMap((user) => {
      const id = idOf(user['id']);
      const rows = id === null || !isId(id) ? undefined : listSeen(subject, rolesOfPath(root.id, id))?.rows;
      return rows === undefined ? [] : [new Set(rows.map(({ roleId }) => idOf(roleId) ?? ''))];
    });
  });
}

function fewer(roles: readonly string[]): readonly string[] {
  const more = roles.length - mostNamed;
  return more <= 0 ? roles : [...roles.slice(0, mostNamed), `${more} more`];
}
