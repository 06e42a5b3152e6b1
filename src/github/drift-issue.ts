import { type GitHub, makeOnce, pagesOf } from './client.js';
import { fieldOf, numberOf, textOf } from '../model/fields.js';
import { labelNames } from './pull-request.js';
import type { RecordDomain } from '../planning/record/effect-hash.js';
import { isMarked, markerOf } from './sticky-comment.js';

/** Characters of an issue's text that GitHub takes. */
export const ISSUE_LIMIT = 65_536;

const PERMISSION = 'issues: write';
const PAGES = { path: ['repository', 'issues'], most: 50, permission: PERMISSION };

const OPEN_ISSUES = `query ($owner: String!, $repo: String!, $after: String) {
  repository(owner: $owner, name: $repo) {
    issues(states: OPEN, first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number
        title
        body
        viewerDidAuthor
        labels(first: 100) {
          nodes {
            name
          }
        }
      }
    }
  }
}`;

/** What the drift issue shall say. */
export interface DriftReport {
  readonly title: string;
  /** Without the marker. */
  readonly text: string;
  /** What the issue is labelled with, among whatever people add. */
  readonly labels: readonly string[];
}

interface OpenIssue extends Pick<DriftReport, 'title' | 'text'> {
  readonly number: number;
  /** Null where the server does not tell. */
  readonly labels: ReadonlySet<string> | null;
}

/**
 * Brings the one issue of a config up to date: opened where there is drift, edited where it says something else, closed
 * where there is none (`report` null). Gives its number; null where there is none. @throws GitHubFailure
 */
export async function updateDriftIssue(
  github: GitHub,
  domain: RecordDomain,
  report: DriftReport | null,
): Promise<number | null> {
  const open = await ownIssuesAbout(github, domain);
  const [kept, ...others] = [...open].sort((a, b) => a.number - b.number);
  for (const { number } of report === null ? open : others) await edit(github, number, { state: 'closed' });
  if (report === null) return kept?.number ?? null;
  const body = `${report.text.trimEnd()}\n\n${markerOf('drift', domain)}`;
  if (kept === undefined) return create(github, report, body, domain);
  if (kept.title !== report.title || kept.text.trimEnd() !== body) {
    await edit(github, kept.number, { title: report.title, body });
  }
  await addLabels(github, kept, report.labels);
  return kept.number;
}

async function ownIssuesAbout(github: GitHub, domain: RecordDomain): Promise<readonly OpenIssue[]> {
  const own: OpenIssue[] = [];
  for await (const { nodes } of pagesOf(github, OPEN_ISSUES, {}, PAGES)) {
    for (const node of nodes) {
      const number = numberOf(node, 'number');
      const text = (textOf(node, 'body') ?? '').replaceAll('\r\n', '\n');
      if (fieldOf(node, 'viewerDidAuthor') !== true || number === null) continue;
      if (!isMarked('drift', text.trimEnd().split('\n').at(-1), domain)) continue;
      own.push({
        number,
        title: textOf(node, 'title') ?? '',
        text,
        labels: fieldOf(node, 'labels') == null ? null : labelNames(node),
      });
    }
  }
  return own;
}

/** Adds the labels that an issue lacks; GitHub compares them without regard to case. */
async function addLabels(
  github: GitHub,
  { number, labels }: OpenIssue,
  wanted: readonly string[],
): Promise<void> {
  if (labels === null) return;
  const own = new Set([...labels].map((label) => label.toLowerCase()));
  const missing = wanted.filter((label) => !own.has(label.toLowerCase()));
  if (missing.length === 0) return;
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels';
  await github.rest(route, { issue_number: number, labels: missing }, PERMISSION);
}

async function create(
  github: GitHub,
  { title, labels }: DriftReport,
  body: string,
  domain: RecordDomain,
): Promise<number | null> {
  const fields = { title, body, ...(labels.length === 0 ? {} : { labels }) };
  return await makeOnce(
    async () =>
      numberOf(await github.rest('POST /repos/{owner}/{repo}/issues', fields, PERMISSION), 'number'),
    async () => (await ownIssuesAbout(github, domain))[0]?.number ?? null,
  );
}

async function edit(github: GitHub, number: number, fields: Readonly<Record<string, string>>): Promise<void> {
  const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
  await github.rest(route, { issue_number: number, ...fields }, PERMISSION);
}
