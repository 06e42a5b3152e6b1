import { account, organization } from './answers.js';
import {
  type Answer,
  type Asked,
  drop,
  type GitHubOptions,
  gone,
  not,
  type Organization,
  own,
} from './world.js';

/** The members of a team and of those nested in it. */
export function membersOf(
  org: Required<Organization>,
  slug: string,
): Map<string, { readonly role: 'member' | 'maintainer'; readonly inherited: boolean }> {
  const rows = new Map<string, { role: 'member' | 'maintainer'; inherited: boolean }>();
  const roleOf = (who: string, role: 'member' | 'maintainer') =>
    own(org.members, who)?.[1] === 'admin' ? 'maintainer' : role;
  for (const [who, role] of Object.entries(org.teams[slug]?.members ?? {}))
    rows.set(who, { role: roleOf(who, role), inherited: false });
  for (const [child, { parent }] of Object.entries(org.teams)) {
    if (parent !== slug) continue;
    for (const who of membersOf(org, child).keys())
      if (!rows.has(who)) rows.set(who, { role: roleOf(who, 'member'), inherited: true });
  }
  return rows;
}

function roleIn({ body }: Asked, roles: readonly string[]): string | null {
  const { role, ...more } = Object(body) as Record<string, unknown>;
  return typeof role === 'string' && roles.includes(role) && Object.keys(more).length === 0 ? role : null;
}

export function putMember(
  login: string,
  org: Required<Organization>,
  person: string,
  asked: Asked,
  options: GitHubOptions,
  organizations: Record<string, Required<Organization>>,
): Answer {
  const role = roleIn(asked, ['admin', 'member']);
  if (role === null) return not(422, 'Validation Failed');
  const member = own(org.members, person);
  const who = member?.[0] ?? accountNamed(person, options, organizations);
  if (who === null) return not(404, 'Not Found');
  if (member !== null && member[1] === 'admin' && role === 'member' && isLastOwner(org))
    return not(403, 'The organization must have an owner');
  if (member === null)
    org.invited[own(org.invited, who)?.[0] ?? who] = role === 'admin' ? role : 'direct_member';
  else org.members[who] = role as 'admin' | 'member';
  const url = `https://api.github.com/orgs/${login}/memberships/${who}`;
  const json = {
    url,
    state: member === null ? 'pending' : 'active',
    role,
    organization_url: `https://api.github.com/orgs/${login}`,
    organization: organization(login),
    user: account(who),
  };
  return { status: 200, json };
}

export function removeMember(org: Required<Organization>, person: string): Answer {
  const member = own(org.members, person);
  if (member === null && own(org.invited, person) === null) return not(404, 'Not Found');
  if (member !== null && member[1] === 'admin' && isLastOwner(org))
    return not(403, 'The organization must have an owner');
  drop(org.members, person);
  drop(org.invited, person);
  for (const { members = {}, invited = {} } of Object.values(org.teams)) {
    drop(members, person);
    drop(invited, person);
  }
  return gone;
}

export function putTeamMember(
  org: Required<Organization>,
  slug: string,
  person: string,
  asked: Asked,
  options: GitHubOptions,
  organizations: Record<string, Required<Organization>>,
): Answer {
  const role = roleIn(asked, ['member', 'maintainer']);
  if (role === null) return not(422, 'Validation Failed');
  const before = org.teams[slug] ?? {};
  if (before.synchronized === true) return not(403, 'This team is synchronized with an identity provider');
  const member = own(org.members, person);
  const who = member?.[0] ?? accountNamed(person, options, organizations);
  if (who === null) return not(404, 'Not Found');
  const list = member === null ? 'invited' : 'members';
  const rows = { ...before[list] };
  rows[own(rows, who)?.[0] ?? who] = role as 'member' | 'maintainer';
  org.teams[slug] = { ...before, [list]: rows };
  if (member === null) {
    if (own(org.invited, who) === null) org.invited[who] = 'direct_member';
    return teamMembership(role, true);
  }
  return teamMembership(member[1] === 'admin' ? 'maintainer' : role, false);
}

export function teamMembership(role: string, pending: boolean): Answer {
  const url = 'https://api.github.com/organizations/1/team/1/memberships/1';
  return { status: 200, json: { url, role, state: pending ? 'pending' : 'active' } };
}

function isLastOwner({ members }: Organization): boolean {
  return Object.values(members).filter((role) => role === 'admin').length === 1;
}

/** An account as it spells itself. */
function accountNamed(
  login: string,
  { accounts = [] }: GitHubOptions,
  organizations: Record<string, Required<Organization>>,
): string | null {
  const known = Object.values(organizations).flatMap(({ members, invited }) => [
    ...Object.keys(members),
    ...Object.keys(invited),
  ]);
  return [...accounts, ...known].find((each) => each.toLowerCase() === login.toLowerCase()) ?? null;
}
