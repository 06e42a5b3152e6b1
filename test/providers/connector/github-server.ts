import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { account, invitation, refusal, team } from './github/answers.js';
import { membersOf, putMember, putTeamMember, removeMember, teamMembership } from './github/memberships.js';
import { listed, page } from './github/pages.js';
import {
  type Answer,
  type Asked,
  drop,
  type GitHubOptions,
  gone,
  not,
  type Organization,
  own,
  type Team,
} from './github/world.js';

export interface GitHubServer {
  readonly url: string;
  /** Method, path with its query, and body. */
  readonly requests: string[];
  readonly organizations: Readonly<Record<string, Required<Organization>>>;
  readonly close: () => Promise<void>;
}

/** A double of GitHub's REST API for members of organizations and teams, as strict as its documentation. */
export async function startGitHub(options: GitHubOptions): Promise<GitHubServer> {
  const organizations = Object.fromEntries(
    Object.entries(structuredClone(options.organizations)).map(
      ([name, { members, invited = {}, teams = {} }]) => [name, { members, invited, teams }],
    ),
  );
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const line = `${request.method} ${request.url}${text === '' ? '' : ` ${text}`}`;
      requests.push(line);
      const { method = '', headers } = request;
      const url = new URL(request.url ?? '', `http://${headers.host}`);
      const fault = options.fault?.(line, requests.length) ?? null;
      const {
        status,
        json,
        headers: further,
      } = fault === null
        ? answered(
            { method, url, headers, body: text === '' ? null : JSON.parse(text) },
            organizations,
            options,
          )
        : {
            status: fault.status,
            json: refusal(fault.status, fault.message ?? 'No'),
            headers: fault.headers,
          };
      response.setHeader('date', new Date(options.now ?? Date.now()).toUTCString());
      response.writeHead(
        status,
        json === undefined ? {} : { 'content-type': 'application/json', ...further },
      );
      response.end(json === undefined ? undefined : JSON.stringify(json));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    organizations,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answered(
  asked: Asked,
  organizations: Record<string, Required<Organization>>,
  options: GitHubOptions,
): Answer {
  const { headers, url, method } = asked;
  if (headers.authorization !== `Bearer ${options.token}`) return not(401, 'Bad credentials');
  if (headers['user-agent'] === undefined) return not(403, 'Request forbidden by administrative rules');
  if (headers['x-github-api-version'] !== '2022-11-28') return not(400, 'Unsupported API version');
  if (headers.accept !== 'application/vnd.github+json') return not(415, 'Unsupported media type');
  const [, orgs, name = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
  const found = own(organizations, name);
  if (orgs !== 'orgs' || found === null) return not(404, 'Not Found');
  const [login, org] = found;
  const [list, id = '', of, person = ''] = rest;
  const route = [method, list, id === '' ? '' : 'ID', of ?? '', person === '' ? '' : 'ID'].join(' ').trim();
  switch (route) {
    case 'GET members':
      return listed(asked, ['all', 'admin', 'member'], Object.entries(org.members), account);
    case 'GET invitations':
      return page(
        asked,
        Object.entries(org.invited).map(([whom, role]) =>
          whom.includes('@') ? invitation(login, null, whom, role) : invitation(login, whom, null, role),
        ),
      );
    case 'PUT memberships ID':
      return putMember(login, org, id, asked, options, organizations);
    case 'DELETE memberships ID':
      return removeMember(org, id);
    case 'GET teams':
      return page(asked, Object.entries(org.teams).map(teamOf(login)));
    default:
      break;
  }
  const known = own(org.teams, id);
  if (list !== 'teams' || known === null) return not(404, 'Not Found');
  const [slug, teamHere] = known;
  switch (route) {
    case 'GET teams ID members': {
      const rows = membersOf(org, slug);
      const row = (who: string): object => {
        const { role, inherited } = rows.get(who) ?? {};
        return { ...account(who), ...(options.older === true ? {} : { role, inherited }) };
      };
      return listed(
        asked,
        ['all', 'member', 'maintainer'],
        [...rows].map(([who, { role }]) => [who, role]),
        row,
      );
    }
    case 'GET teams ID teams':
      return page(
        asked,
        Object.entries(org.teams)
          .filter(([, { parent }]) => parent === slug)
          .map(teamOf(login)),
      );
    case 'GET teams ID invitations':
      if (teamHere.type === 'enterprise') return not(422, 'Enterprise teams are not supported');
      return page(
        asked,
        Object.keys(teamHere.invited ?? {}).map((who) =>
          invitation(login, who, null, own(org.invited, who)?.[1] ?? 'direct_member'),
        ),
      );
    case 'GET teams ID memberships ID': {
      const row = own(Object.fromEntries(membersOf(org, slug)), person)?.[1].role;
      const invited = own(teamHere.invited ?? {}, person)?.[1];
      const role = row ?? invited;
      return role === undefined ? not(404, 'Not Found') : teamMembership(role, row === undefined);
    }
    case 'PUT teams ID memberships ID':
      return putTeamMember(org, slug, person, asked, options, organizations);
    case 'DELETE teams ID memberships ID':
      if (teamHere.synchronized === true)
        return not(403, 'This team is synchronized with an identity provider');
      drop(teamHere.members ?? {}, person);
      drop(teamHere.invited ?? {}, person);
      return gone;
    default:
      return not(404, 'Not Found');
  }
}

const teamOf =
  (login: string) =>
  ([slug, { type = 'organization', parent }]: [string, Team]): object =>
    team(login, slug, type, parent ?? null);
