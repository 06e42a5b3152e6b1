/** The fields that GitHub gives of an account. */
export function account(login: string): object {
  const url = `https://api.github.com/users/${login}`;
  return {
    login,
    id: numberOf(login),
    node_id: `U_${login}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${numberOf(login)}`,
    gravatar_id: '',
    url,
    html_url: `https://github.com/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: 'User',
    user_view_type: 'public',
    site_admin: false,
  };
}

export function organization(login: string): object {
  const url = `https://api.github.com/orgs/${login}`;
  return {
    login,
    id: numberOf(login),
    node_id: `O_${login}`,
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: 'https://avatars.githubusercontent.com/u/1',
    description: null,
  };
}

export function invitation(
  organization: string,
  login: string | null,
  email: string | null,
  role: string,
): object {
  const id = numberOf(login ?? email ?? '');
  return {
    id,
    node_id: `OI_${id}`,
    login,
    email,
    role,
    created_at: '2026-11-01T09:00:00Z',
    failed_at: null,
    failed_reason: null,
    inviter: account('owner'),
    team_count: 0,
    invitation_teams_url: `https://api.github.com/organizations/${organization}/invitations/${id}/teams`,
    invitation_source: 'member',
  };
}

export function team(organization: string, slug: string, type: string, parent: string | null): object {
  return {
    ...teamFields(organization, slug, type),
    parent: parent === null ? null : teamFields(organization, parent, type),
  };
}

function teamFields(organization: string, slug: string, type: string): object {
  const url = `https://api.github.com/organizations/${numberOf(organization)}/team/${numberOf(slug)}`;
  return {
    id: numberOf(slug),
    node_id: `T_${slug}`,
    url,
    html_url: `https://github.com/orgs/${organization}/teams/${slug}`,
    name: `The ${slug}`,
    slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type,
    organization_id: numberOf(organization),
  };
}

export function refusal(status: number, message: string): object {
  return { message, documentation_url: 'https://docs.github.com/rest', status: String(status) };
}

/** A number that is always the same for a text. */
function numberOf(text: string): number {
  return [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003, 7);
}
