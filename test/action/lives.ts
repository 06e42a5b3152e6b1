import { access, LIVE, setRole, type World } from './world.js';

/** The file of the organization with ada, and with ada and alan, as further admins. */
export const ADA_ADMIN = access({ ...LIVE, admin: ['lin', 'ada'], member: ['alan'] });
export const BOTH_ADMIN = access({ owner: ['grace'], admin: ['lin', 'ada', 'alan'] });

export function roleOf({ sandbox }: World, email: string): string | undefined {
  const [organization] = sandbox.state().redox?.organizations ?? [];
  return organization?.members.find((member) => member.email === email)?.role;
}

/** Somebody makes a member of an organization what it was before, by hand. */
export async function demote({ sandbox }: World, email: string): Promise<void> {
  await setRole(sandbox, email, 'member');
}

export function bodyOf(world: World, number: number): string {
  return world.github.pull(number).comments[0]?.body ?? '';
}

export function writesTo({ sandbox }: World): number {
  return sandbox.requests.filter(({ method }) => method !== 'GET').length;
}
