import type { RecordedRequest } from '../../../src/sandbox/recording.js';

interface Line {
  readonly phase: string;
  readonly id: string;
  readonly attempt: number;
  readonly method: string;
  readonly path: string;
  readonly httpStatus: number | null;
}

function parsedLine(text: string): Line {
  const line: Line = JSON.parse(text);
  return line;
}

/** What the audit log and the server's own log tell differently; nothing where they agree. */
export function disagreements(log: string, requests: readonly RecordedRequest[]): readonly string[] {
  const lines = log
    .split('\n')
    .filter((line) => line !== '')
    .map(parsedLine);
  const sent = count(
    lines.filter(({ phase }) => phase === 'before').map(({ method, path }) => `${method} ${path}`),
  );
  const seen = new Set<string>();
  const answered = count(
    lines
      .filter(
        ({ phase, id, attempt }) =>
          phase === 'after' && !seen.has(`${id} ${attempt}`) && seen.add(`${id} ${attempt}`),
      )
      .map(({ method, path, httpStatus }) => `${method} ${path} ${httpStatus ?? 0}`),
  );
  const writes = requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/token'));
  const name = ({ method, path, query }: RecordedRequest): string =>
    `${method} ${path}${query === '' ? '' : `?${query}`}`;
  return [
    ...different('sent', sent, count(writes.map(name))),
    ...different('answered', answered, count(writes.map((request) => `${name(request)} ${request.status}`))),
  ];
}

/** POSTs that were sent again although nothing was read since the one before whose answer was lost. */
export function blindRepetitions(requests: readonly RecordedRequest[]): readonly string[] {
  const unread = new Map<string, string>();
  const found: string[] = [];
  for (const { method, path, body, status } of requests) {
    if (method === 'GET') {
      for (const [key, list] of unread) if (list === path) unread.delete(key);
      continue;
    }
    if (method !== 'POST' || path.endsWith('/token')) continue;
    const key = `${path} ${body}`;
    if (unread.has(key)) found.push(key);
    if (status === 0 || status >= 500) unread.set(key, listOf(path, body));
  }
  return found;
}

function listOf(path: string, body: string): string {
  const match = /^(\/api\/v1\/accounts\/[^/]+\/roles)\/assignments$/u.exec(path);
  if (match === null) return path;
  const { assigneeId }: { readonly assigneeId: string } = JSON.parse(body);
  return `${match[1]}/users/${encodeURIComponent(assigneeId)}`;
}

function count(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function different(
  what: string,
  told: ReadonlyMap<string, number>,
  was: ReadonlyMap<string, number>,
): readonly string[] {
  return [...new Set([...told.keys(), ...was.keys()])].sort().flatMap((key) => {
    const [ours, theirs] = [told.get(key) ?? 0, was.get(key) ?? 0];
    return ours === theirs ? [] : [`${what} ${key}: ${ours} in the audit log, ${theirs} at the server`];
  });
}
